// `npm run bench -- [--only sizes|style|moderation|page|registry] [--minute] [--rounds N] [--actions N]
// [--data FOLDER]`: how quick it all is, beside what is to be reached. The page is measured in three rounds,
// the registry is filled with 20,000 actions, or as many as are asked for.
// Figures are of this machine at this moment; those that compare are taken by turns in one run.
import { parseArgs } from 'node:util';
import { importBundled } from './bench/bundled';
import { benchPage } from './bench/page';
import { benchRegistry } from './bench/registry';
import { type Figure, tableOf } from './bench/report';
import { sizesOf } from './bench/sizes';
import { buildExtension } from './project';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    minute: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    actions: { type: 'string', default: '20000' },
    data: { type: 'string' },
  },
});
/** How long comments go on arriving, seconds. */
const seconds = values.minute ? 60 : 10;

const say = (text: string) => process.stderr.write(`${text}\n`);

const BENCHES: readonly { name: string; built: boolean; run: () => Promise<Figure[]> }[] = [
  {
    name: 'style',
    built: false,
    run: async () => {
      type Style = typeof import('./bench/style');
      return (await importBundled<Style>('scripts/bench/style.ts')).benchStyle(say);
    },
  },
  {
    name: 'moderation',
    built: false,
    run: async () => {
      type Moderation = typeof import('./bench/moderation');
      const { benchModeration } = await importBundled<Moderation>('scripts/bench/moderation.ts');
      return benchModeration((line) => process.stdout.write(`${line}\n`), values.data);
    },
  },
  { name: 'sizes', built: true, run: async () => sizesOf() },
  { name: 'page', built: true, run: () => benchPage(say, seconds, Number(values.rounds)) },
  { name: 'registry', built: true, run: () => benchRegistry(say, Number(values.actions)) },
];

const chosen = BENCHES.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  say(`Нет такого замера: ${values.only}. Есть: ${BENCHES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
if (chosen.some(({ built }) => built)) {
  say('Собираю расширение…');
  if ((await buildExtension()) !== 0) throw new Error('Сборка не удалась.');
}
const figures: Figure[] = [];
for (const { run } of chosen) figures.push(...(await run()));
process.stdout.write(`${tableOf(figures)}\n`);
