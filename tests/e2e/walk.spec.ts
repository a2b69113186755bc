import { walk } from '../../scripts/walk';
import { expect, test } from './fixtures';

test('the walk of `npm start` without a display goes through to the log', async ({
  context,
  extensionId,
}, testInfo) => {
  const told: string[] = [];
  await walk(context, extensionId, testInfo.outputPath('pictures'), (line) => told.push(line));
  expect(told.join('\n')).toMatch(/отмечено/);
  expect(told.join('\n')).toMatch(/Записано: удалён комментарий/);
  expect(told.join('\n')).toMatch(/Записано: публикация https:\/\/vk\.com\/wall-100_204/);
});
