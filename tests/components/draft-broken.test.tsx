// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Desk } from '../../components/draft/desk';
import { loadDraft } from '../../components/draft/stored';
import { openDraft, standInForBrowser } from './draft-stand';
import { freshBrowser } from './screen';

vi.mock('../../lib/style', () => ({
  createReviewer: () => ({
    review: () => {
      throw new Error('a rule has stumbled');
    },
  }),
  review: () => {
    throw new Error('a rule has stumbled');
  },
}));

freshBrowser();
standInForBrowser();

describe('a check that fails', () => {
  it('is told, and the text can be kept and copied', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const field = await openDraft();
    fireEvent.input(field, { target: { value: 'Каток открыт.' } });
    expect((await screen.findByRole('alert')).textContent).toContain('Проверить не получилось');
    expect(reported).toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Скопировать' })).toHaveProperty('disabled', false);
    await waitFor(async () => expect((await loadDraft()).text).toBe('Каток открыт.'));
  });

  it('leaves no remark behind', () => {
    vi.stubGlobal('reportError', () => {});
    const desk = new Desk();
    desk.write('Каток', null);
    desk.judge();
    expect(desk.judged.getState()).toMatchObject({ text: 'Каток', remarks: [], broken: true });
    expect(desk.next(0)).toBeNull();
    desk.rest();
  });
});
