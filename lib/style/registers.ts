/** What a text is for: the same words can be right in one and out of place in another. */
export const REGISTERS = ['post', 'answer', 'notice'] as const;
export type Register = (typeof REGISTERS)[number];

/** Nobody asks who cuts the water off or closes the road: what matters is that it is so, and until when. */
const DONE_BY_DUTY =
  'перекрыть закрыть открыть ограничить отключить подключить восстановить приостановить отменить ' +
  'перенести эвакуировать продлить запретить ввести';

/**
 * Rules (`<category>/<rule>`) that a register silences. An answer goes to one person who has asked:
 * it may begin with a date and be long; a notice about an accident or a closure has to be exact: dates first, terms
 * of the services, a passive where nobody asks who.
 */
const SILENT: Readonly<Record<Register, readonly string[]>> = {
  post: [],
  answer: ['syntax/дата-в-начале', 'syntax/стена-текста'],
  notice: [
    'syntax/дата-в-начале',
    'syntax/крик',
    'people_things/нештатная-ситуация',
    'people_things/дорожно-транспортное-происшествие',
    'passive/введён',
    'passive/делают-перекрывать',
    'passive/делают-закрывать',
    'passive/делают-отключать',
    ...DONE_BY_DUTY.split(' ').map((verb) => `passive/сделано-${verb}`),
  ],
};

/** What is left unsaid in a text of this register, with the rules that the author has switched off. */
export const silentIn = (register: Register, ignored: readonly string[]): ReadonlySet<string> =>
  new Set([...SILENT[register], ...ignored]);
