// `npm run evaluate -- --data <folder> [--held-out] [--only moderation|style] [--errors <n>]`: figures of
// the engines on the sets of a data folder. Each room has its own file beside this one.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
    only: { type: 'string' },
    errors: { type: 'string', default: '8' },
  },
});
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
  /** How many of the worst errors of each set are shown. */
  errors: number;
}

const options: EvaluationOptions = {
  data: values.data,
  heldOut: values['held-out'],
  errors: Number(values.errors),
};
for (const room of ['moderation', 'style']) {
  if (values.only !== undefined && values.only !== room) continue;
  const file = new URL(`./evaluate/${room}.ts`, import.meta.url);
  if (!existsSync(file)) continue;
  const { evaluate } = (await import(file.href)) as {
    evaluate: (options: EvaluationOptions) => void | Promise<void>;
  };
  await evaluate(options);
}
