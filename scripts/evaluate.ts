// `npm run evaluate -- --pages` or `-- --data <folder> [--held-out [--model <file>]] [--harmless <file>]
// [--only moderation|style] [--errors <n>]`: figures of the engines on the sets of a data folder. Each room
// has its own file beside this one.
import { parseArgs } from 'node:util';
import { evaluate } from './evaluate/moderation';
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
  console.error('Укажите папку с данными: npm run evaluate -- --data ../shared/data');
  process.exit(2);
}

/** What each room's evaluation is given. */
export interface EvaluationOptions {
  /** Folder with JSON Lines sets. */
  data: string;
  /** Only rows that training never sees. */
  heldOut: boolean;
  /** A model that saw nothing of the held-out part (`scripts/train.ts --held-out`); the shipped one if absent. */
  model?: string;
  /** Words and phrases none of which may be flagged: a numbered Markdown table or an item a line. */
  harmless?: string;
  /** How many of the worst errors of each set are shown. */
  errors: number;
}

const options: EvaluationOptions = {
  data: values.data,
  heldOut: values['held-out'],
  errors: Number(values.errors),
  ...(values.model === undefined ? {} : { model: values.model }),
  ...(values.harmless === undefined ? {} : { harmless: values.harmless }),
};
if (values.only !== 'style') evaluate(options);
if (values.only !== 'moderation') console.dir(evaluateStyle(options.data), { depth: 6 });
