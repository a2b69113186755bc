// Rules for passives without an actor, one a verb, from the list of such verbs. `{лемма:slot}` in their
// sentences is replaced by that form by the compiler.
import { DONE, IS_DONE } from '../../lib/style/rules/passives';
import type { StyleRule } from '../../lib/style/rules/rule';

const WAS = 'был|была|было|были';
const WILL = 'будет|будут';
const WHY = 'Кто это сделал? Назовите его или хотя бы верните глагол.';

/** These are told of even where the thing done is not beside them; of others that would be noise. */
const TOLD_ALONE = new Set(
  'предусмотреть организовать завершить утвердить выявить провести выделить осуществить проводить выполнять рассматривать обеспечивать'.split(
    ' ',
  ),
);

/** Verbs that stand with «работы по…». */
const OF_WORKS = new Set(
  'включить запланировать предусмотреть завершить закончить выполнить провести произвести перенести'.split(
    ' ',
  ),
);

const words = (list: string) => [...new Set(list.split(' '))];

/** «устранено», «будет устранено»: «устранили», «устранят». */
function done(verb: string): StyleRule {
  // «Проект направлен на помощь» says what it is for, not who sent it.
  const unless = verb === 'направить' ? ' !на' : '';
  return {
    id: `сделано-${verb}`,
    why: WHY,
    ways: [
      [`<@nomn [${WAS}] <${verb}:short>${unless}`, `@accs <${verb}!>`],
      [`<@nomn ${WILL} <${verb}:short>${unless}`, `@accs <${verb}:3p>`],
      [`<@nomn [${WAS}] <${verb}:short> @ablt`, `@accs <${verb}:past-2> @2nomn`],
      [`<@ablt [${WAS}] <${verb}:short> @nomn`, `@nomn <${verb}:past-1> @2accs`],
      [`!быть [${WAS}] <${verb}:short> @nomn`, `<${verb}!> @accs`],
      [`${WILL} <${verb}:short> @nomn`, `<${verb}:3p> @accs`],
      ...(OF_WORKS.has(verb) ? works(verb) : []),
      ...(TOLD_ALONE.has(verb) ? [[`[${WAS}] <${verb}:short>`] as const] : []),
    ],
    hit: [`Дом {${verb}:short}.`],
    ok: [`Дом решили ${verb}.`],
    soft: true,
  };
}

/** «работы по ремонту моста включены в план»: «ремонт моста включили в план». */
function works(verb: string): StyleRule['ways'] {
  return ['работы по @datv', 'работы по @datv @gent'].flatMap((start, index) => {
    const what = index === 0 ? '@accs' : '@accs @2';
    return [
      [`${start} [были] <${verb}:short>`, `${what} <${verb}!>`],
      [`${start} будут <${verb}:short>`, `${what} <${verb}:3p>`],
    ] as const;
  });
}

/** «проводится», «будут проводиться»: «проводят», «будут проводить». */
function isDone(verb: string): StyleRule {
  const reflexive = `${verb}ся`;
  return {
    id: `делают-${verb}`,
    why: 'Кто это делает? Назовите его или хотя бы верните глагол.',
    ways: [
      [`<@nomn <${reflexive}:3.past>`, `@accs <${verb}!>`],
      [`<@nomn ${WILL} <${reflexive}:infn>`, `@accs будут <${verb}:infn>`],
      [`<@nomn <${reflexive}:3> @ablt`, `@accs <${verb}:pres-2> @2nomn`],
      [`<@ablt <${reflexive}:3> @nomn`, `@nomn <${verb}:pres-1> @2accs`],
      [`<${reflexive}:3.past> @nomn`, `<${verb}!> @accs`],
      [`${WILL} <${reflexive}:infn> @nomn`, `будут <${verb}:infn> @accs`],
      ...(TOLD_ALONE.has(verb) ? [[`<${reflexive}:3.past>`] as const] : []),
    ],
    hit: [`Дом {${reflexive}:3s} вовремя.`],
    ok: [`Дом решили ${verb}.`],
    soft: true,
  };
}

/** All of them; the proofs are made by the compiler from the forms. */
export function rulesOfPassives(): StyleRule[] {
  return [...words(DONE).map(done), ...words(IS_DONE).map(isDone)];
}
