// Reads the patterns of the style rules (lib/style/rules/rule.ts explains them) and turns lemmas into
// forms. Build time only.
import { moveAdjective } from '../../lib/language/morphology/adjectives';
import { CASES, type Case, GENDERS } from '../../lib/language/morphology/endings';
import {
  adjectiveSlot,
  type LexemeKind,
  nounSlot,
  PARTICIPLES,
  SHORT_ADJECTIVE,
  VERB,
  VERB_SLOTS,
} from '../../lib/language/morphology/slots';
import type { CompiledRules, Part, Step } from '../../lib/style/compiled';
import { type Form, type Parse, parses } from './morphology';

const PERSONS = [
  ['1per', 'sing'],
  ['2per', 'sing'],
  ['3per', 'sing'],
  ['1per', 'plur'],
  ['2per', 'plur'],
  ['3per', 'plur'],
] as const;
const GENDER_TAGS = ['masc', 'femn', 'neut'] as const;

const plain = (word: string) => word.toLowerCase().replaceAll('ё', 'е');
const genderIndex = (tags: ReadonlySet<string>) =>
  tags.has('plur') ? 3 : GENDER_TAGS.findIndex((tag) => tags.has(tag));
const caseIndex = (tags: ReadonlySet<string>) => CASES.findIndex((name) => tags.has(name));

/** The slot of a form, or null for forms that are no use here (archaic, colloquial, «давайте»-forms). */
function slotOf(kind: LexemeKind, tags: ReadonlySet<string>): number | null {
  for (const tag of tags) {
    if (
      /^(?:V-ey|V-oy|V-sh|V-ie|V-be|V-en|V-bi|Arch|Erro|Dist|Supr|Cmp2|COMP|gen2|loc2|acc2|incl)$/.test(
        tag,
      )
    )
      return null;
  }
  if (kind === 'noun') {
    const index = caseIndex(tags);
    return index === -1 ? null : nounSlot(CASES[index] as Case, tags.has('plur'));
  }
  const full = () => {
    const index = caseIndex(tags);
    const gender = genderIndex(tags);
    if (index === -1 || gender === -1) return null;
    // The living accusative is written as the genitive, the other as the nominative: no slot of its own.
    if (CASES[index] === 'accs' && tags.has('anim')) return null;
    return gender * 6 + index;
  };
  if (kind === 'adjective') {
    if (tags.has('ADJF') || tags.has('PRTF')) return full();
    const gender = genderIndex(tags);
    return gender === -1 ? null : SHORT_ADJECTIVE + gender;
  }
  if (tags.has('INFN')) return VERB.infinitive;
  if (tags.has('GRND')) return tags.has(tags.has('perf') ? 'past' : 'pres') ? VERB.gerund : null;
  if (tags.has('PRTF')) {
    const which = PARTICIPLES.indexOf(
      `${tags.has('pssv') ? 'passive' : 'active'} ${tags.has('pres') ? 'present' : 'past'}`,
    );
    const slot = full();
    return slot === null ? null : VERB.participles + which * 24 + slot;
  }
  if (tags.has('PRTS')) return tags.has('past') ? VERB.shortPassive + genderIndex(tags) : null;
  if (tags.has('impr')) return VERB.imperative + (tags.has('plur') ? 1 : 0);
  if (tags.has('past')) return VERB.past + genderIndex(tags);
  const person = PERSONS.findIndex(([per, number]) => tags.has(per) && tags.has(number));
  return person === -1 ? null : VERB.present + person;
}

const kindOf = (pos: string): LexemeKind | null => {
  if (['VERB', 'INFN', 'GRND'].includes(pos)) return 'verb';
  if (['ADJF', 'ADJS', 'PRTF', 'PRTS'].includes(pos)) return 'adjective';
  if (pos === 'NOUN' || pos === 'NPRO') return 'noun';
  return null;
};

/** «в лесу», «в саду», «в году»: rules use these after «в» and «на» only. */
const IN_PLACE = new Set(['лес', 'сад', 'год']);

/** Devices that the dictionary takes for people. */
const THINGS = new Set(['счетчик']);

/** Every form of an adjective from its masculine nominative. */
function declined(word: string): (string | null)[] {
  const soft = /[гкхжшчщ]ой$/u.test(word) ? 'ий' : 'ый';
  const model = word.replace(/ой$/u, soft);
  const forms = GENDERS.flatMap((gender) =>
    CASES.map((wanted) =>
      moveAdjective(
        model,
        { case: 'nomn', gender: 'm', animate: false },
        { case: wanted, gender, animate: false },
      ),
    ),
  );
  forms[0] = word;
  forms[3] = word;
  return forms.concat([null, null, null, null]);
}

/** Nouns that the dictionary declines wrongly or lacks. */
const GIVEN: Record<string, { gender: string; animate: boolean; forms: string }> = {
  авторынок: {
    gender: 'm',
    animate: false,
    forms:
      'авторынок авторынка авторынку авторынок авторынком авторынке авторынки авторынков авторынкам авторынки авторынками авторынках',
  },
  замглавы: {
    gender: 'm',
    animate: true,
    forms:
      'замглавы замглавы замглавы замглавы замглавы замглавы замглавы замглавы замглавы замглавы замглавы замглавы',
  },
  замминистра: {
    gender: 'm',
    animate: true,
    forms:
      'замминистра замминистра замминистра замминистра замминистра замминистра замминистра замминистра замминистра замминистра замминистра замминистра',
  },
  врио: {
    gender: 'm',
    animate: true,
    forms: 'врио врио врио врио врио врио врио врио врио врио врио врио',
  },
  // Shortenings that stay as they are in every case.
  ук: { gender: 'f', animate: false, forms: 'ук ук ук ук ук ук' },
  омсу: {
    gender: 'm',
    animate: false,
    forms: '- - - - - - омсу омсу омсу омсу омсу омсу',
  },
  зампред: {
    gender: 'm',
    animate: true,
    forms:
      'зампред зампреда зампреду зампреда зампредом зампреде зампреды зампредов зампредам зампредов зампредами зампредах',
  },
  нацпроект: {
    gender: 'm',
    animate: false,
    forms:
      'нацпроект нацпроекта нацпроекту нацпроект нацпроектом нацпроекте нацпроекты нацпроектов нацпроектам нацпроекты нацпроектами нацпроектах',
  },
  фотоотчет: {
    gender: 'm',
    animate: false,
    forms:
      'фотоотчет фотоотчета фотоотчету фотоотчет фотоотчетом фотоотчете фотоотчеты фотоотчетов фотоотчетам фотоотчеты фотоотчетами фотоотчетах',
  },
};

function readingOf(lemma: string, wanted: LexemeKind | null): { parse: Parse; kind: LexemeKind } {
  const key = plain(lemma);
  const candidates = parses(lemma).flatMap((parse) => {
    const kind = kindOf(parse.pos);
    return kind && !parse.grammemes.has('Abbr') && (wanted === null || kind === wanted)
      ? [{ parse, kind }]
      : [];
  });
  // «проезжий», «рабочий» are adjectives unless a noun is asked for.
  const adjective = /(?:ый|ий|ой)$/u.test(lemma)
    ? candidates.find(
        ({ parse, kind }) =>
          kind === 'adjective' && plain(parse.word) === key && parse.grammemes.has('nomn'),
      )
    : undefined;
  const found =
    adjective ??
    candidates.find(
      ({ parse }) =>
        plain(parse.lemma) === key &&
        plain(parse.word) === key &&
        !parse.grammemes.has('Surn') &&
        !parse.grammemes.has('Name') &&
        !parse.grammemes.has('Geox'),
    ) ??
    candidates.find(({ parse }) => plain(parse.word) === key && parse.grammemes.has('nomn')) ??
    candidates.find(({ parse }) => plain(parse.word) === key);
  if (!found) throw new Error(`no such lemma: ${lemma}`);
  return found;
}

/** A noun of action with the verbs hidden in it, imperfective and perfective. */
export interface ActionNoun {
  noun: string;
  does: string;
  did: string;
}

/** Collects lexemes, symbols and ways while the rules are read. */
export class PatternReader {
  readonly compiled: CompiledRules = {
    paradigms: [],
    lexemes: [],
    filters: [],
    symbols: [],
    actions: [],
    rules: [],
    ways: [],
  };
  private readonly lexemeIds = new Map<string, number>();
  private readonly paradigmIds = new Map<string, number>();
  private readonly filterIds = new Map<string, number>();
  private readonly symbolIds = new Map<string, number>();

  /** `лемма` or `лемма/noun` (verb, adjective). */
  lexeme(name: string): number {
    const known = this.lexemeIds.get(name);
    if (known !== undefined) return known;
    const [lemma = '', wanted] = name.split('/');
    const given = GIVEN[plain(lemma)];
    let forms: (string | null)[];
    let kind: LexemeKind;
    let gender = '';
    let animate = false;
    if (given) {
      kind = 'noun';
      ({ gender, animate } = given);
      forms = given.forms.split(' ').map((form) => (form === '-' ? null : form));
    } else {
      const found = readingOf(lemma, (wanted as LexemeKind | undefined) ?? null);
      kind = found.kind;
      const { parse } = found;
      const size = kind === 'noun' ? 12 : kind === 'adjective' ? 28 : VERB_SLOTS;
      forms = Array.from({ length: size }, () => null);
      // «деньги», «люди» asked for in the plural stay plural.
      const pluralOnly =
        kind === 'noun' && plain(parse.word) !== plain(parse.lemma) && parse.grammemes.has('plur');
      let all: Form[] = parse.forms();
      if (kind === 'adjective' && !/(?:ся)?$/.test(parse.word)) all = [];
      for (const { word, grammemes } of all) {
        if (pluralOnly && !grammemes.has('plur')) continue;
        // «быть»: «будет», never the present «есть».
        if (lemma === 'быть' && grammemes.has('pres') && !grammemes.has('PRTF')) continue;
        if (
          kind === 'adjective' &&
          (parse.pos === 'PRTF' || parse.pos === 'PRTS') &&
          !sameParticiple(grammemes, parse.grammemes)
        )
          continue;
        const locative = IN_PLACE.has(plain(parse.lemma)) && !grammemes.has('plur');
        if (locative && grammemes.has('loct')) continue;
        const tags = locative && grammemes.has('loc2') ? new Set(['sing', 'loct']) : grammemes;
        const slot = slotOf(kind, tags);
        if (slot !== null && forms[slot] === null) forms[slot] = plain(word);
      }
      if (kind === 'adjective' && forms[0] !== plain(lemma) && /(?:ый|ий|ой)$/u.test(lemma)) {
        // The dictionary counts «лучший» to «хороший» and «первый» to «один»: decline it by itself.
        forms = declined(plain(lemma));
      }
      animate = parse.grammemes.has('anim');
      if (THINGS.has(plain(lemma))) {
        animate = false;
        forms[3] = forms[0] ?? null;
        forms[9] = forms[6] ?? null;
      }
      gender = parse.grammemes.has('femn') ? 'f' : parse.grammemes.has('neut') ? 'n' : 'm';
      if (kind !== 'noun') gender = '';
    }
    if (forms.every((form) => form === null)) throw new Error(`no forms: ${name}`);
    const real = forms.filter((form): form is string => form !== null);
    let common = real[0]?.length ?? 0;
    for (const form of real) {
      let same = 0;
      while (same < common && form[same] === real[0]?.[same]) same += 1;
      common = same;
    }
    const stem = real[0]?.slice(0, common) ?? '';
    const paradigm = forms
      .map((form) => (form === null ? '-' : form.slice(common)))
      .join(',')
      .replace(/(?:,-)+$/, '');
    const entry = {
      stem,
      paradigm: this.idOf(this.paradigmIds, this.compiled.paradigms, paradigm),
      kind,
      gender,
      animate,
    };
    const id = this.compiled.lexemes.push(entry) - 1;
    this.lexemeIds.set(name, id);
    return id;
  }

  /** One form of a lemma, e.g. `устранить`, `short`: the first slot of that name that it has. */
  form(lemma: string, name: string): string {
    const lexeme = this.compiled.lexemes[this.lexeme(lemma)];
    const endings = this.compiled.paradigms[lexeme?.paradigm ?? -1]?.split(',') ?? [];
    for (const slot of slotsNamed(lexeme?.kind ?? 'noun', [name])) {
      const ending = endings[slot];
      if (lexeme && ending !== undefined && ending !== '-') return lexeme.stem + ending;
    }
    throw new Error(`${lemma} has no ${name}`);
  }

  private idOf(ids: Map<string, number>, list: string[], key: string): number {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = list.push(key) - 1;
    ids.set(key, id);
    return id;
  }

  private filter(kind: LexemeKind, names: string[]): number {
    const slots = slotsNamed(kind, names);
    if (slots.length === 0) throw new Error(`no slot is called ${names.join('.')}`);
    const key = slots.join(',');
    const known = this.filterIds.get(key);
    if (known !== undefined) return known;
    const id = this.compiled.filters.push(slots) - 1;
    this.filterIds.set(key, id);
    return id;
  }

  /** All nouns of action are known before the first pattern. */
  constructor(private readonly actionNouns: readonly ActionNoun[]) {
    for (const { noun, does, did } of actionNouns) {
      this.compiled.actions.push([this.lexeme(noun), this.lexeme(does), this.lexeme(did)]);
    }
  }

  /** A symbol for `a|b`, `<лемма|лемма:grammemes>` or a mix of both. */
  symbol(source: string): number {
    const known = this.symbolIds.get(source);
    if (known !== undefined) return known;
    const alternatives: (string | [number, number])[] = [];
    for (const piece of splitAlternatives(source)) {
      if (!piece.startsWith('<')) {
        alternatives.push(plain(piece));
        continue;
      }
      const [lemmas = '', names = ''] = piece.slice(1, -1).split(':');
      const all = lemmas === '*' ? this.actionNouns.map(({ noun }) => noun).join('|') : lemmas;
      for (const lemma of all.split('|')) {
        const id = this.lexeme(lemma);
        const kind = this.compiled.lexemes[id]?.kind ?? 'noun';
        alternatives.push([id, this.filter(kind, names === '' ? [] : names.split('.'))]);
      }
    }
    const id = this.compiled.symbols.push(alternatives) - 1;
    this.symbolIds.set(source, id);
    return id;
  }

  steps(find: string): Step[] {
    const words = find.split(' ').filter((word) => word !== '');
    return words.map((word, index): Step => {
      if (/^~\d$/.test(word)) return { gap: Number(word[1]) };
      if (word.startsWith('<@')) return { behind: caseNamed(word.slice(2)) };
      if (word.startsWith('@')) return { phrase: caseNamed(word.slice(1)) };
      if (word === '#') return { number: true };
      if (word === 'Cap') return { capital: true };
      if (word === '^') return { edge: 'start' };
      if (word === '$') return { edge: 'end' };
      if (word.startsWith('!')) {
        const names = splitAlternatives(word.slice(1));
        const rest = names.filter((name) => name !== '#');
        const before = index === 0;
        const not = rest.length > 0 ? [this.symbol(rest.join('|'))] : [];
        return names.includes('#') ? { not, before, number: true } : { not, before };
      }
      if (word === '=#') return { ahead: 'number' };
      if (word === '=infn') return { ahead: 'infinitive' };
      if (word.startsWith('=') && (CASES as readonly string[]).includes(word.slice(1))) {
        return { ahead: { phrase: caseNamed(word.slice(1)) } };
      }
      if (word.startsWith('=')) return { ahead: [this.symbol(word.slice(1))] };
      return this.symbol(word);
    });
  }

  put(source: string, steps: readonly Step[]): Part[] {
    const parts: Part[] = [];
    const lexical = steps.flatMap((step, index) => {
      if (typeof step !== 'number') return [];
      const first = this.compiled.symbols[step]?.[0];
      if (!Array.isArray(first)) return [];
      return [{ index, kind: this.compiled.lexemes[first[0]]?.kind }];
    });
    const phrases = steps.flatMap((step, index) =>
      typeof step === 'object' && ('phrase' in step || 'behind' in step) ? [index] : [],
    );
    const gaps = steps.flatMap((step, index) =>
      typeof step === 'object' && 'gap' in step ? [index] : [],
    );
    const numbers = steps.flatMap((step, index) =>
      typeof step === 'object' && 'number' in step && !('not' in step) ? [index] : [],
    );
    const needed = (index: number | undefined, what: string): number => {
      if (index === undefined) throw new Error(`nothing in the pattern for ${what}`);
      return index;
    };
    const adjectives: { at: number; lexeme: number; step: number | undefined }[] = [];
    let rest = source;
    while (rest !== '') {
      const found = /<([^>]+)>|@(\d?)([a-z]*=?)|~|#|&(\d)|\[([^|\]]+)\|([^\]]+)\]/u.exec(rest);
      if (!found) {
        parts.push(rest);
        break;
      }
      if (found.index > 0) parts.push(rest.slice(0, found.index));
      rest = rest.slice(found.index + found[0].length);
      const [whole, word, which, wanted, original, one, many] = found;
      if (word !== undefined) {
        const subjectless = word.endsWith('!');
        const [name = '', ...options] = word.replace(/!$/, '').split(':');
        if (name === '*i' || name === '*p') {
          const action = lexical.findLast((entry) => entry.kind === 'noun')?.index;
          const form = options[0];
          const slot = form === undefined ? undefined : slotsNamed('verb', [form])[0];
          const verb = lexical.find((entry) => entry.kind === 'verb')?.index;
          parts.push({
            action: needed(action, whole),
            done: name === '*p',
            step: slot === undefined ? needed(verb, whole) : (action ?? 0),
            ...(slot === undefined ? {} : { slot }),
            ...(subjectless ? { subjectless: true as const } : {}),
          });
          continue;
        }
        const lexeme = this.lexeme(name);
        const kind = this.compiled.lexemes[lexeme]?.kind;
        const subject = options.find((option) => /^(?:pres|past)-\d$/.test(option));
        if (subject) {
          parts.push({
            lexeme,
            subject: needed(phrases[Number(subject.slice(-1)) - 1], whole),
            past: subject.startsWith('past'),
          });
          continue;
        }
        const explicit = options.find((option) => /^\d$/.test(option));
        const form = options.find((option) => !/^\d$/.test(option));
        let step: number | undefined;
        if (explicit) step = lexical[Number(explicit) - 1]?.index;
        else if (kind === 'noun')
          step = (
            lexical.findLast((entry) => entry.kind === 'noun') ??
            lexical.find((entry) => entry.kind === 'adjective')
          )?.index;
        else
          step =
            lexical.find((entry) => entry.kind === kind)?.index ??
            (kind === 'adjective'
              ? lexical.find((entry) => entry.kind === 'verb')?.index
              : undefined);
        if (kind === 'adjective' && !form && !explicit) {
          adjectives.push({ at: parts.length, lexeme, step });
          parts.push('');
          continue;
        }
        if (form && form !== 's' && form !== 'p') {
          const slot = slotsNamed(kind ?? 'noun', form.split('.'))[0];
          parts.push({ lexeme, step: 0, slot: needed(slot, whole) });
          continue;
        }
        parts.push({
          lexeme,
          step: needed(step, whole),
          ...(form ? { number: form as 's' | 'p' } : {}),
          ...(subjectless ? { subjectless: true as const } : {}),
        });
      } else if (one !== undefined && many !== undefined) {
        parts.push({ step: needed(phrases[0], whole), one, many });
      } else if (original !== undefined) {
        parts.push({ step: Number(original) - 1 });
      } else if (whole === '~') {
        parts.push({ step: needed(gaps[0], whole), adverb: true });
      } else if (whole === '#') {
        parts.push({ step: needed(numbers[0], whole) });
      } else {
        const step = needed(phrases[Number(which || '1') - 1], whole);
        if (wanted === '=')
          parts.push({
            step,
            caseOf: needed(lexical.find((entry) => entry.kind === 'noun')?.index, whole),
          });
        else parts.push(wanted ? { step, case: caseNamed(wanted) } : { step });
      }
    }
    for (const { at, lexeme, step } of adjectives) {
      const noun = parts.findIndex(
        (part, index) =>
          index > at &&
          typeof part === 'object' &&
          'lexeme' in part &&
          'step' in part &&
          this.compiled.lexemes[part.lexeme]?.kind === 'noun',
      );
      parts[at] =
        noun === -1 ? { lexeme, step: needed(step, 'an adjective') } : { lexeme, agrees: noun };
    }
    return parts;
  }
}

/** Participles of a verb stand in one list of forms; those of one kind make one adjective. */
const sameParticiple = (form: ReadonlySet<string>, of: ReadonlySet<string>) =>
  (form.has('PRTF') || form.has('PRTS')) &&
  ['actv', 'pssv'].every((tag) => form.has(tag) === of.has(tag) || form.has('PRTS')) &&
  ['pres', 'past'].every((tag) => form.has(tag) === of.has(tag)) &&
  (!form.has('PRTS') || of.has('pssv'));

function caseNamed(name: string): number {
  const index = CASES.indexOf(name as Case);
  if (index === -1) throw new Error(`no such case: ${name}`);
  return index;
}

/** `a|<b|c>|d` → `a`, `<b|c>`, `d`. */
function splitAlternatives(source: string): string[] {
  return source.match(/<[^>]+>|[^|<>]+/gu) ?? [];
}

/** Slots by name; without names those in which a rule means a word: no passive participles, no short forms. */
function slotsNamed(kind: LexemeKind, names: string[]): number[] {
  const range = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => from + index);
  const has = (name: string) => names.includes(name);
  if (kind === 'noun') {
    const cases = CASES.filter((name) => has(name));
    const wanted = cases.length > 0 ? cases : CASES;
    const numbers =
      has('pl') || has('p') ? [true] : has('sg') || has('s') ? [false] : [false, true];
    return numbers.flatMap((plural) => wanted.map((name) => nounSlot(name, plural)));
  }
  if (kind === 'adjective') {
    if (has('short')) return range(SHORT_ADJECTIVE, 4);
    if (has('all')) return range(0, 28);
    const cases = CASES.filter((name) => has(name));
    const genders = (['m', 'f', 'n', 'p'] as const).filter((name) => has(name));
    return (genders.length > 0 ? genders : (['m', 'f', 'n', 'p'] as const)).flatMap((gender) =>
      (cases.length > 0 ? cases : CASES).map((name) => adjectiveSlot(gender, name)),
    );
  }
  const finite = [...range(VERB.past, 4), ...range(VERB.present, 6)];
  const active = [...range(VERB.participles, 48)];
  if (names.length === 0)
    return [VERB.infinitive, ...finite, ...range(VERB.imperative, 2), VERB.gerund, ...active];
  const persons: Record<string, number> = { '1s': 0, '2s': 1, '3s': 2, '1p': 3, '2p': 4, '3p': 5 };
  return names.flatMap((name) => {
    if (name === 'all') return range(0, VERB_SLOTS);
    if (name === 'fin') return finite;
    if (name === 'infn') return [VERB.infinitive];
    if (name === 'past') return range(VERB.past, 4);
    if (name === 'pastp') return [VERB.past + 3];
    if (name === 'pres') return range(VERB.present, 6);
    if (name === '3s') return [VERB.present + 2];
    if (name === '3') return [VERB.present + 2, VERB.present + 5];
    if (name === 'impr') return range(VERB.imperative, 2);
    if (name === 'grnd') return [VERB.gerund];
    if (name === 'short') return range(VERB.shortPassive, 4);
    if (name === 'active') return active;
    if (name === 'passive') return range(VERB.participles + 48, 48);
    const person = persons[name];
    return person === undefined ? [] : [VERB.present + person];
  });
}
