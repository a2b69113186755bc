import { remembered } from '../remembered';
import { CASES, type Case, GENDERS, type Gender, isStressed, readWord } from './endings';

/** Endings of one kind of adjective: gender (m, f, n, p) × case; `*` is the accusative that depends on life. */
type Table = Record<Gender, readonly string[]>;

const HARD: Table = {
  m: ['ый', 'ого', 'ому', '*', 'ым', 'ом'],
  f: ['ая', 'ой', 'ой', 'ую', 'ой', 'ой'],
  n: ['ое', 'ого', 'ому', 'ое', 'ым', 'ом'],
  p: ['ые', 'ых', 'ым', '*', 'ыми', 'ых'],
};
const SOFT: Table = {
  m: ['ий', 'его', 'ему', '*', 'им', 'ем'],
  f: ['яя', 'ей', 'ей', 'юю', 'ей', 'ей'],
  n: ['ее', 'его', 'ему', 'ее', 'им', 'ем'],
  p: ['ие', 'их', 'им', '*', 'ими', 'их'],
};
/** After г, к, х: written with и. */
const VELAR: Table = {
  m: ['ий', 'ого', 'ому', '*', 'им', 'ом'],
  f: HARD.f,
  n: ['ое', 'ого', 'ому', 'ое', 'им', 'ом'],
  p: SOFT.p,
};
/** After ж, ш, ч, щ with the stress on the stem: «общий», «действующий». */
const HUSHING: Table = {
  m: SOFT.m,
  f: ['ая', 'ей', 'ей', 'ую', 'ей', 'ей'],
  n: SOFT.n,
  p: SOFT.p,
};
const stressedOf = (table: Table): Table => ({ ...table, m: ['ой', ...table.m.slice(1)] });
const HARD_STRESSED = stressedOf(HARD);
const VELAR_STRESSED = stressedOf(VELAR);

/** Pronouns that decline by themselves: every form, in the order m, f, n, p. */
const PRONOUNS: Record<Gender, readonly string[]>[] = [
  {
    m: ['этот', 'этого', 'этому', '*', 'этим', 'этом'],
    f: ['эта', 'этой', 'этой', 'эту', 'этой', 'этой'],
    n: ['это', 'этого', 'этому', 'это', 'этим', 'этом'],
    p: ['эти', 'этих', 'этим', '*', 'этими', 'этих'],
  },
  {
    m: ['тот', 'того', 'тому', '*', 'тем', 'том'],
    f: ['та', 'той', 'той', 'ту', 'той', 'той'],
    n: ['то', 'того', 'тому', 'то', 'тем', 'том'],
    p: ['те', 'тех', 'тем', '*', 'теми', 'тех'],
  },
  {
    m: ['весь', 'всего', 'всему', '*', 'всем', 'всем'],
    f: ['вся', 'всей', 'всей', 'всю', 'всей', 'всей'],
    n: ['все', 'всего', 'всему', 'все', 'всем', 'всем'],
    p: ['все', 'всех', 'всем', '*', 'всеми', 'всех'],
  },
  {
    m: ['один', 'одного', 'одному', '*', 'одним', 'одном'],
    f: ['одна', 'одной', 'одной', 'одну', 'одной', 'одной'],
    n: ['одно', 'одного', 'одному', 'одно', 'одним', 'одном'],
    p: ['одни', 'одних', 'одним', '*', 'одними', 'одних'],
  },
  ...['наш', 'ваш'].map((stem) => ({
    m: [stem, `${stem}его`, `${stem}ему`, '*', `${stem}им`, `${stem}ем`],
    f: [`${stem}а`, `${stem}ей`, `${stem}ей`, `${stem}у`, `${stem}ей`, `${stem}ей`],
    n: [`${stem}е`, `${stem}его`, `${stem}ему`, `${stem}е`, `${stem}им`, `${stem}ем`],
    p: [`${stem}и`, `${stem}их`, `${stem}им`, '*', `${stem}ими`, `${stem}их`],
  })),
  ...['мо', 'тво', 'сво'].map((stem) => ({
    m: [`${stem}й`, `${stem}его`, `${stem}ему`, '*', `${stem}им`, `${stem}ем`],
    f: [`${stem}я`, `${stem}ей`, `${stem}ей`, `${stem}ю`, `${stem}ей`, `${stem}ей`],
    n: [`${stem}е`, `${stem}его`, `${stem}ему`, `${stem}е`, `${stem}им`, `${stem}ем`],
    p: [`${stem}и`, `${stem}их`, `${stem}им`, '*', `${stem}ими`, `${stem}их`],
  })),
];

/** Words before a noun that never change: «его дом», «их дом». */
const UNCHANGING = new Set(['его', 'ее', 'их']);

/** Adverbs that end as adjectives do. */
const ADVERBS = new Set('много немного намного строго долго дорого итого твердо'.split(' '));

const pick = (table: Table, gender: Gender, index: number, animate: boolean): string => {
  const ending = table[gender][index] ?? '';
  return ending === '*' ? (table[gender][animate ? 1 : 0] ?? '') : ending;
};

interface Stem {
  stem: string;
  table: Table;
  /** «-ся» of a reflexive participle. */
  tail: string;
}

function stemsOf(word: string, index: number, gender: Gender, animate: boolean): Stem | null {
  const tail = word.endsWith('ся') && word.length > 6 ? 'ся' : '';
  const body = tail ? word.slice(0, -2) : word;
  for (const table of [HARD, SOFT, VELAR, HUSHING, HARD_STRESSED, VELAR_STRESSED]) {
    const ending = pick(table, gender, index, animate);
    if (!body.endsWith(ending) || body.length < ending.length + 2) continue;
    const stem = body.slice(0, -ending.length);
    const last = stem.at(-1) ?? '';
    const isVelar = 'гкх'.includes(last);
    const isHushing = 'жшчщ'.includes(last);
    const stressed = isStressed(stem);
    const fits =
      table === HARD
        ? !isVelar && !isHushing && !stressed
        : table === HARD_STRESSED
          ? !isVelar && !isHushing && stressed
          : table === VELAR
            ? isVelar && !stressed
            : table === VELAR_STRESSED
              ? (isVelar || isHushing) && stressed
              : table === HUSHING
                ? isHushing && !stressed
                : !isVelar && !isHushing && (last === 'н' || last === 'ш');
    if (fits) return { stem, table, tail };
  }
  return null;
}

/** By case, then by life. */
const genders = CASES.map((_, index) =>
  [false, true].map((animate) =>
    remembered((word): readonly Gender[] =>
      ADVERBS.has(word)
        ? []
        : UNCHANGING.has(word)
          ? GENDERS
          : GENDERS.filter(
              (gender) =>
                PRONOUNS.some((table) => pick(table, gender, index, animate) === word) ||
                stemsOf(word, index, gender, animate) !== null,
            ),
    ),
  ),
);

/** Genders (and the plural) that an adjective form may have in a case; empty for no adjective form. */
export const gendersOf = (word: string, from: Case, animate: boolean): readonly Gender[] =>
  genders[CASES.indexOf(from)]?.[animate ? 1 : 0]?.(word) ?? [];

/** Whether a word that stands where `wanted` is due is an adjective, by what its ending tells. */
export function isAdjective(word: string, wanted: Case): boolean {
  const reading = readWord(word, wanted);
  // Every full form ends so; most words do not, and need no closer look.
  if (!reading && !/(?:[йяеюмх]|го|му|ся|ми|[уа])$/u.test(word)) return false;
  return reading ? reading.kind === 'adjective' : gendersOf(word, wanted, false).length > 0;
}

/**
 * Moves an adjective, participle or pronoun (lower case, ё as е) that agrees with a noun to another
 * case, and to another gender when the noun is replaced by one. Null when its endings do not allow it.
 */
export function moveAdjective(
  word: string,
  from: { case: Case; gender: Gender; animate: boolean },
  to: { case: Case; gender: Gender; animate: boolean },
): string | null {
  if (UNCHANGING.has(word)) return word;
  const index = CASES.indexOf(from.case);
  const target = CASES.indexOf(to.case);
  for (const table of PRONOUNS) {
    if (pick(table, from.gender, index, from.animate) === word) {
      return pick(table, to.gender, target, to.animate);
    }
  }
  const found = stemsOf(word, index, from.gender, from.animate);
  if (!found) return null;
  return found.stem + pick(found.table, to.gender, target, to.animate) + found.tail;
}
