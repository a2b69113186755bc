// `npm run torture -- [--seed N] [--acts N] [--tabs N]`: acts of operators in the real browser while its worker,
// tabs, storage, database and the browser itself are killed, filled and blocked. Exit code 0: every act that was
// told as recorded is in the ledger once, every other one is there once or was told as not saved, the chain holds.
import { parseArgs } from 'node:util';
import { startStand } from '../tests/stand/server';
import { ensureBrowser } from './browser';
import { buildExtension, EXTENSION } from './project';
import { Chance } from './torture/chance';
import { BLOWS, torture } from './torture/torture';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    acts: { type: 'string', default: '1000' },
    tabs: { type: 'string', default: '4' },
    'no-build': { type: 'boolean', default: false },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);
say(`Зерно ${seed}: повторить можно с --seed ${seed}.`);

const browser = ensureBrowser(say);
if (!values['no-build']) {
  say('Собираю расширение…');
  if ((await buildExtension()) !== 0) throw new Error('Сборка не удалась.');
}
const stand = await startStand();
const began = performance.now();
try {
  const { acts, recorded, told, died, entries, faults } = await torture({
    browser,
    extension: EXTENSION,
    resolverRules: stand.resolverRules,
    chance: new Chance(seed),
    acts: Number(values.acts),
    blows: BLOWS,
    tabs: Number(values.tabs),
    actsARound: 6,
    say,
  });
  say(`Действий ${acts}: сказано «Записано» о ${recorded}, «не сохранилось» о ${told};`);
  say(`страница погибла раньше ответа у ${died.all}, из них в журнале ${died.kept}.`);
  say(`В журнале ${entries}, ${Math.round((performance.now() - began) / 1_000)} с.`);
  for (const fault of faults) say(`✗ ${fault}`);
  say(faults.length === 0 ? 'Ничего не потеряно.' : `Замечаний: ${faults.length}. Зерно ${seed}.`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await stand.close();
}
