import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcome } from '../../lib/background/welcome';

const PERSON = { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36', webdriver: false };
const create = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  create.mockReset();
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(create);
});

test('the first day opens once, after an install by a person', async () => {
  await welcome({ reason: 'install' }, PERSON);
  expect(create.mock.calls).toEqual([[{ url: expect.stringMatching(/\/welcome\.html$/) }]]);
});

test.each([
  ['after an update', { reason: 'update' }, PERSON],
  [
    'in a browser without a window',
    { reason: 'install' },
    { ...PERSON, userAgent: 'HeadlessChrome/156' },
  ],
  ['in a browser that a program drives', { reason: 'install' }, { ...PERSON, webdriver: true }],
])('it stays closed %s', async (_when, installed, here) => {
  await welcome(installed, here);
  expect(create).not.toHaveBeenCalled();
});

test('it stays closed where the administrator does not want it', async () => {
  await fakeBrowser.storage.managed.set({ firstDay: false });
  await welcome({ reason: 'install' }, PERSON);
  expect(create).not.toHaveBeenCalled();
});
