// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../components/app/ErrorBoundary';
import { keptQuery } from '../../components/record/kept-query';
import { openRegistry } from '../../lib/registry/database';
import { bodyWith } from '../registry/tables';
import { freshBrowser, show } from './screen';

freshBrowser();
afterEach(() => vi.restoreAllMocks());

/** Shows names of bodies; each drawing adds what it had to `drawn`. */
function Names({ useNames, drawn }: { useNames(): string | undefined; drawn: unknown[] }) {
  const names = useNames();
  drawn.push(names);
  return <p>{names ?? 'читается'}</p>;
}

/** A query of the names of all bodies, with the number of times that it was asked. */
function namesOfBodies() {
  const asked = vi.fn<() => void>();
  const useNames = keptQuery(async () => {
    asked();
    return (await openRegistry().bodies.toArray()).map(({ name }) => name).join(', ');
  });
  /** Shows them anew; gives what every drawing had. */
  const draw = () => {
    const drawn: unknown[] = [];
    const { unmount } = show(
      <ErrorBoundary>
        <Names useNames={useNames} drawn={drawn} />
      </ErrorBoundary>,
    );
    return { drawn, unmount };
  };
  return { asked, draw };
}

test('whoever comes later has the rows at the first drawing, without a question', async () => {
  const { asked, draw } = namesOfBodies();
  await openRegistry().bodies.add(bodyWith({ name: 'Школа' }));
  const before = draw();
  await screen.findByText('Школа');
  before.unmount();
  const questions = asked.mock.calls.length;
  const { drawn } = draw();
  await screen.findByText('Школа');
  expect(drawn[0]).toBe('Школа');
  expect(asked).toHaveBeenCalledTimes(questions);
});

test('what changes while nobody looks is there when somebody does', async () => {
  const { draw } = namesOfBodies();
  const { bodies } = openRegistry();
  await bodies.add(bodyWith({ name: 'Школа' }));
  const before = draw();
  await screen.findByText('Школа');
  before.unmount();
  await bodies.clear();
  await bodies.add(bodyWith({ name: 'Кружок' }));
  const firstDrawing = async () => {
    const { drawn, unmount } = draw();
    await screen.findByText(/^(Школа|Кружок)$/);
    unmount();
    return drawn[0];
  };
  await expect.poll(firstDrawing).toBe('Кружок');
});

test('a failure goes to the screen, and whoever comes after it asks anew', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const { asked, draw } = namesOfBodies();
  asked.mockImplementation(() => {
    throw new TypeError('нечего читать');
  });
  const before = draw();
  expect((await screen.findByRole('alert')).textContent).toContain('нечего читать');
  before.unmount();
  asked.mockReset();
  await openRegistry().bodies.add(bodyWith({ name: 'Школа' }));
  draw();
  await screen.findByText('Школа');
});
