import { walk } from '../../scripts/walk';
import { expect, test } from './fixtures';

test('the walk of `npm start` without a display goes through to the log', async ({
  context,
  extensionId,
}, testInfo) => {
  const told: string[] = [];
  const asked = new Set<string>();
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    asked.add(`${protocol}//${host}`);
  });
  await walk(context, extensionId, testInfo.outputPath('pictures'), (line) => told.push(line));
  expect(told.join('\n')).toMatch(/отмечено/);
  expect(told.join('\n')).toMatch(/Записано: удалён комментарий/);
  expect(told.join('\n')).toMatch(/Записано: публикация https:\/\/vk\.com\/wall-100_204/);
  // Nothing leaves the browser: only the network's page and the extension's own files are asked for.
  expect([...asked].sort()).toEqual([`chrome-extension://${extensionId}`, 'https://vk.com']);
});
