// Makes the turns of phrase that hide a verb in a noun («осуществлять ремонт», «проводятся работы по
// ремонту», «ремонт был произведён») from the table of such nouns.
import type { StyleCategory } from '../../lib/style/contract';
import type { Action } from '../../lib/style/rules/actions';
import type { StyleRule } from '../../lib/style/rules/rule';

/** Verbs that say nothing by themselves. */
const DOES = 'осуществлять|производить|проводить|вести|выполнять';
const DID = 'осуществить|произвести|провести|выполнить';
const IS_DONE = 'осуществляться|производиться|проводиться|вестись|выполняться';
const WAS = 'был|была|было|были';
const WILL = 'будет|будут';

/** A second empty word between the empty verb and the action: «осуществлять проведение ремонта». */
const DOING = 'проведение|осуществление|производство|выполнение';

const asObject = '@accs';

/** Active turns: «осуществлять ремонт», «провести работы по ремонту». */
function active({ noun, does, did, also }: Action): StyleRule['ways'] {
  return [[DOES, does] as const, [DID, did] as const].flatMap(
    ([light, verb]): StyleRule['ways'][number][] => [
      [`<${light}> ~1 <${noun}:accs> @gent`, `~ <${verb}> ${asObject}`],
      ...(also
        ? [[`<${light}> ~1 <${noun}:accs> ${also}`, `~ <${verb}> ${asObject}`] as const]
        : []),
      [`<${light}> <${DOING}:accs> ~1 <${noun}:gent.sg> @gent`, `~ <${verb}> ${asObject}`],
      [`<${light}> ~1 работу|работы по <${noun}:datv> @gent`, `~ <${verb}> ${asObject}`],
      [`<${light}> ~2 <${noun}:accs> =gent`],
      [`<${light}> ~2 работу|работы по ~1 <${noun}:datv>`],
    ],
  );
}

/** «осуществлять ремонт» with nothing after it: only where the verb is a clerk's one. */
function bare({ noun }: Action): StyleRule['ways'] {
  return [[`<осуществлять|производить|осуществить|произвести> ~2 <${noun}:accs>`]];
}

/** Passive turns without an actor: «проводится ремонт», «ремонт был произведён». */
function passive({ noun, does, did, also }: Action): StyleRule['ways'] {
  const objects = ['@gent', ...(also ? [also] : [])];
  return [
    ...objects.flatMap((object): StyleRule['ways'][number][] => [
      [`<${IS_DONE}:3.past> ~1 <${noun}:nomn> ${object}`, `~ <${does}!> ${asObject}`],
      [`<${IS_DONE}:3.past> <${DOING}:nomn> <${noun}:gent.sg> ${object}`, `<${does}!> ${asObject}`],
      [`${WILL} <${IS_DONE}:infn> <${noun}:nomn> ${object}`, `будут <${does}> ${asObject}`],
      [`[${WAS}] <${DID}:short> ~1 <${noun}:nomn> ${object}`, `~ <${did}!> ${asObject}`],
      [`${WILL} <${DID}:short> <${noun}:nomn> ${object}`, `<${did}:3p> ${asObject}`],
      [`<${noun}:nomn> ${object} <${IS_DONE}:3.past>`, `${asObject} <${does}:2!>`],
      [`<${noun}:nomn> ${object} [${WAS}] <${DID}:short>`, `${asObject} <${did}:2!>`],
      [`<${noun}:nomn> ${object} ${WILL} <${DID}:short>`, `${asObject} <${did}:3p>`],
    ]),
    [`<${IS_DONE}:3p.past> ~1 работы по <${noun}:datv> @gent`, `~ <${does}!> ${asObject}`],
    [`[были] <${DID}:short> ~1 работы по <${noun}:datv> @gent`, `~ <${did}!> ${asObject}`],
    [`будут <${DID}:short> работы по <${noun}:datv> @gent`, `<${did}:3p> ${asObject}`],
    [`работы по <${noun}:datv> @gent <${IS_DONE}:3p.past>`, `${asObject} <${does}:2!>`],
    [`работы по <${noun}:datv> @gent [были] <${DID}:short>`, `${asObject} <${did}:2!>`],
    [`работы по <${noun}:datv> @gent будут <${DID}:short>`, `${asObject} <${did}:3p>`],
    [`<${IS_DONE}:3.past> ~1 <${noun}:nomn>`],
    [`[${WAS}] <${DID}:short> ~1 <${noun}:nomn>`],
    [`<${noun}:nomn> ~3 <${IS_DONE}:3.past>`],
    [`<${noun}:nomn> ~3 [${WAS}] <${DID}:short>`],
    [`работы по ~1 <${noun}:datv>`],
  ];
}

/** «в целях проведения ремонта», «для осуществления ремонта»: «чтобы отремонтировать». */
function purpose({ noun, did }: Action): StyleRule['ways'] {
  const starts = [
    `для <${DOING}:gent>`,
    `в целях <${DOING}:gent>`,
    `с целью <${DOING}:gent>`,
    'в целях',
    'с целью',
  ];
  return starts.map((start) => [
    `${start} <${noun}:gent.sg> @gent`,
    `,чтобы <${did}:infn> ${asObject},`,
  ]);
}

/** All rules of one noun, with the category of each. */
export function rulesOfAction(action: Action): { category: StyleCategory; rule: StyleRule }[] {
  const { noun, did } = action;
  // The verb itself, to which the noun is brought back.
  const ok = [`Бригада может ${did}.`];
  const shown = { hit: [`Бригада осуществляет ${accusativeOf(noun)}.`] };
  return [
    {
      category: 'split_predicate',
      rule: {
        id: `действие-${noun}`,
        why: `Действие спрятано в слове «${noun}»: верните глагол.`,
        ways: [...active(action), ...bare(action)],
        ...(action.fix?.[0]?.[0].match(/осуществ|провели/u) ? { fix: action.fix } : shown),
        ok,
      },
    },
    {
      category: 'split_predicate',
      rule: {
        id: `просто-${noun}`,
        why: `Действие спрятано в слове «${noun}»: верните глагол.`,
        ways: [[`<${DOES}|${DID}> ~2 <${noun}:accs>`]],
        hit: [`Бригада проводит ${accusativeOf(noun)}.`],
        ok,
        soft: true,
      },
    },
    {
      category: 'passive',
      rule: {
        id: `делается-${noun}`,
        why: 'Непонятно, кто это делает. Верните глагол, а лучше назовите людей.',
        ways: passive(action),
        ...(action.fix?.[0]?.[0].match(/^(?:Произведен|Осуществляется|В районе)/u)
          ? { fix: action.fix }
          : { hit: [`Осуществляется ${noun}.`] }),
        ok,
      },
    },
    {
      category: 'prep_denominal',
      rule: {
        id: `цель-${noun}`,
        why: 'Проще сказать «чтобы» и глагол.',
        ways: purpose(action),
        hit: [`Улицу закрыли в целях проведения ${genitiveOf(noun)} дороги.`],
        ok,
      },
    },
  ];
}

/** Nouns of action decline regularly; the forms are needed for the sentences of proof only. */
function accusativeOf(noun: string): string {
  if (noun.endsWith('а')) return `${noun.slice(0, -1)}у`;
  if (noun.endsWith('я')) return `${noun.slice(0, -1)}ю`;
  return noun;
}
function genitiveOf(noun: string): string {
  if (/[гкхжшчщ]а$/u.test(noun)) return `${noun.slice(0, -1)}и`;
  if (noun.endsWith('а')) return `${noun.slice(0, -1)}ы`;
  if (noun.endsWith('я')) return `${noun.slice(0, -1)}и`;
  if (noun.endsWith('о')) return `${noun.slice(0, -1)}а`;
  if (noun.endsWith('е')) return `${noun.slice(0, -1)}я`;
  if (noun.endsWith('ь')) return noun.slice(0, -1) + (noun.endsWith('сь') ? 'и' : 'я');
  return `${noun}а`;
}
