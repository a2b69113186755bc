// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useView } from '../../components/screen/use-view';

afterEach(cleanup);

interface Named {
  word: string;
  open: string;
}
const read = (search: string): Named => {
  const asked = new URLSearchParams(search);
  return { word: asked.get('word') ?? '', open: asked.get('open') ?? '' };
};
const address = ({ word, open }: Named) => `/list?${new URLSearchParams({ word, open })}`;

test('a change that comes before the last one is drawn does not undo it', () => {
  history.replaceState(null, '', address({ word: 'мэрия', open: '1' }));
  const { result } = renderHook(() => useView(read, address));
  act(() => {
    result.current.change({ word: '' });
    result.current.change({ open: '2' });
  });
  expect(result.current.view).toEqual({ word: '', open: '2' });
  expect(result.current.present.current).toEqual({ word: '', open: '2' });
});
