// `npm run evaluate -- --pages` or `-- --data <folder> [--held-out [--model <file>]] [--harmless <file>]
// [--only moderation|style] [--errors <n>]`: figures of the engines on the sets of a data folder. Each room
// has its own file beside this one.
import { parseArgs } from 'node:util';
import { evaluateModeration } from './evaluate/moderation';
import { evaluatePageComments } from './evaluate/page-comments';
import { evaluateStyle } from './evaluate/style';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    pages: { type: 'boolean', default: false },
    'held-out': { type: 'boolean', default: false },
    only: { type: 'string' },
    errors: { type: 'string', default: '8' },
    model: { type: 'string' },
    harmless: { type: 'string' },
  },
});
if (values.pages) {
  evaluatePageComments();
  process.exit(0);
}
if (values.data === undefined) {
  console.error('Укажите папку с данными: npm run evaluate -- --data ПАПКА');
  process.exit(2);
}
const { data, only, 'held-out': heldOut, model, harmless } = values;
if (only !== undefined && only !== 'moderation' && only !== 'style') {
  console.error(`Нет такого замера: ${only}. Есть: moderation, style.`);
  process.exit(2);
}
if (only !== 'style')
  evaluateModeration({
    data,
    heldOut,
    errors: Number(values.errors),
    ...(model === undefined ? {} : { model }),
    ...(harmless === undefined ? {} : { harmless }),
  });
if (only !== 'moderation') evaluateStyle({ data, heldOut });
