/** Writes NOTICE: builds the extension for both browsers and lists what of others is in it. */
import { writeFileSync } from 'node:fs';
import { NOTICE, noticeText } from './package/notice';
import { buildExtension } from './project';

for (const browser of ['chrome', 'firefox'] as const) {
  if ((await buildExtension(browser)) !== 0) process.exit(1);
}
const text = noticeText();
writeFileSync(NOTICE, text);
process.stdout.write(`NOTICE: пакетов — ${text.match(/^\S+ \d\S* — /gm)?.length ?? 0}.\n`);
