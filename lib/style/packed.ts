import type { LexemeKind } from '../language/morphology/slots';
import type { CompiledRules, Lexeme, Part, Step } from './compiled';

/**
 * The compiled rules as they are shipped: the same data in few characters, in a form of which the
 * lexicon reads only what a text asks for. Numbers are in base 36.
 */
export interface PackedRules {
  /** One a line: endings by slot, see `CompiledRules`. */
  paradigms: string;
  /** One a line: `stem|paradigm|kind, gender, a for alive|symbol.filter,…`. */
  lexemes: string;
  filters: number[][];
  /** Words that stand in symbols by themselves, one a line: `word|symbol,…`. */
  words: string;
  /** The first lexeme of each symbol by `,`; nothing for a symbol of words alone. */
  heads: string;
  /** Lexemes of nouns of action and of the verbs in them: `noun.does.did,…`. */
  actions: string;
  rules: CompiledRules['rules'];
  /** One a line, steps and replacements by tab; an empty line ends a rule's. */
  ways: string;
}

export const LINE = '\n';
export const PIECE = '|';
const FIELD = '\t';
const write = (value: number) => value.toString(36);
const read = (text: string) => Number.parseInt(text, 36);

function packStep(step: Step): string {
  if (typeof step === 'number') return write(step);
  if ('gap' in step) return `~${step.gap}`;
  if ('phrase' in step) return `@${step.phrase}`;
  if ('behind' in step) return `<${step.behind}`;
  if ('edge' in step) return step.edge === 'start' ? '^' : '$';
  if ('not' in step) {
    return `!${step.before ? '-' : ''}${step.number ? '#' : ''}${step.not.map(write).join(',')}`;
  }
  if ('number' in step) return '#';
  if ('capital' in step) return 'C';
  const { ahead } = step;
  if (ahead === 'number') return '=#';
  if (ahead === 'infinitive') return '=/';
  return Array.isArray(ahead) ? `=${ahead.map(write).join(',')}` : `=@${ahead.phrase}`;
}

/** Whether the packed step looks only at the place where the pattern began, wherever it stands in it. */
export const isOfStart = (step: string) =>
  step === '^' || step === 'C' || step.startsWith('<') || step.startsWith('!-');

/** One step of `unpackWay`. */
export function unpackStep(text: string): Step {
  const rest = text.slice(1);
  switch (text[0]) {
    case '~':
      return { gap: Number(rest) };
    case '@':
      return { phrase: Number(rest) };
    case '<':
      return { behind: Number(rest) };
    case '^':
      return { edge: 'start' };
    case '$':
      return { edge: 'end' };
    case '#':
      return { number: true };
    case 'C':
      return { capital: true };
    case '!': {
      const before = rest.startsWith('-');
      const list = before ? rest.slice(1) : rest;
      const number = list.startsWith('#');
      const not = (number ? list.slice(1) : list).split(',').filter(Boolean).map(read);
      return number ? { not, before, number: true } : { not, before };
    }
    case '=':
      if (rest === '#') return { ahead: 'number' };
      if (rest === '/') return { ahead: 'infinitive' };
      if (rest.startsWith('@')) return { ahead: { phrase: Number(rest.slice(1)) } };
      return { ahead: rest.split(',').map(read) };
    default:
      return read(text);
  }
}

function packPart(part: Part): string {
  if (typeof part === 'string') return `'${part}`;
  if ('action' in part) {
    const options = `${part.slot === undefined ? '' : `.${part.slot}`}${part.subjectless ? '.!' : ''}`;
    return `${part.done ? 'P' : 'I'}${part.action}.${part.step}${options}`;
  }
  if ('subject' in part) return `${part.past ? 'G' : 'H'}${write(part.lexeme)}.${part.subject}`;
  if ('agrees' in part) return `A${write(part.lexeme)}.${part.agrees}`;
  if ('lexeme' in part) {
    const options = `${part.slot === undefined ? '' : `.${part.slot}`}${part.number ? `.${part.number}` : ''}${part.subjectless ? '.!' : ''}`;
    return `L${write(part.lexeme)}.${part.step}${options}`;
  }
  if ('one' in part) return `O${part.step}.${part.one}.${part.many}`;
  if ('adverb' in part) return `V${part.step}`;
  if (part.caseOf !== undefined) return `C${part.step}.${part.caseOf}`;
  return part.case === undefined ? `T${part.step}` : `T${part.step}.${part.case}`;
}

function unpackPart(text: string): Part {
  if (text.startsWith("'")) return text.slice(1);
  const [first = '', second = '', ...options] = text.slice(1).split('.');
  switch (text[0]) {
    case 'P':
    case 'I': {
      const slot = options.find((option) => /^\d/u.test(option));
      return {
        action: Number(first),
        done: text[0] === 'P',
        step: Number(second),
        ...(slot === undefined ? {} : { slot: Number(slot) }),
        ...(options.includes('!') ? { subjectless: true as const } : {}),
      };
    }
    case 'G':
    case 'H':
      return { lexeme: read(first), subject: Number(second), past: text[0] === 'G' };
    case 'A':
      return { lexeme: read(first), agrees: Number(second) };
    case 'L': {
      const number = options.find((option) => option === 's' || option === 'p');
      const slot = options.find((option) => /^\d/u.test(option));
      return {
        lexeme: read(first),
        step: Number(second),
        ...(slot === undefined ? {} : { slot: Number(slot) }),
        ...(number === undefined ? {} : { number }),
        ...(options.includes('!') ? { subjectless: true as const } : {}),
      };
    }
    case 'O':
      return { step: Number(first), one: second, many: options[0] ?? '' };
    case 'V':
      return { step: Number(first), adverb: true };
    case 'C':
      return { step: Number(first), caseOf: Number(second) };
    default:
      return second === ''
        ? { step: Number(first) }
        : { step: Number(first), case: Number(second) };
  }
}

const KINDS: Record<string, LexemeKind> = { v: 'verb', a: 'adjective', n: 'noun' };

/** For the compiler. Throws when a form has ё. */
export function pack({
  paradigms,
  lexemes,
  filters,
  symbols,
  actions,
  rules,
  ways,
}: CompiledRules): PackedRules {
  // A draft is looked up without it, form by form.
  if (/ё/u.test(paradigms.join() + lexemes.map(({ stem }) => stem).join()))
    throw new Error('forms are kept with е for ё');
  const uses = lexemes.map((): string[] => []);
  const words = new Map<string, Set<string>>();
  const heads = symbols.map((alternatives, symbol) => {
    let head = '';
    for (const one of alternatives) {
      if (typeof one === 'string') {
        const word = one.replaceAll('ё', 'е');
        words.set(word, (words.get(word) ?? new Set()).add(write(symbol)));
      } else {
        uses[one[0]]?.push(`${write(symbol)}.${write(one[1])}`);
        head ||= write(one[0]);
      }
    }
    return head;
  });
  const byRule = rules.map((): string[] => []);
  for (const { rule, steps, puts } of ways) {
    const fields = [
      steps.map(packStep).join(' '),
      ...puts.map((put) => put.map(packPart).join(PIECE)),
    ];
    byRule[rule]?.push(`${fields.join(FIELD)}${LINE}`);
  }
  return {
    paradigms: paradigms.join(LINE),
    lexemes: lexemes
      .map(({ stem, paradigm, kind, gender, animate }, index) => {
        const marks = `${kind[0]}${gender}${animate ? 'a' : ''}`;
        return [stem, write(paradigm), marks, uses[index]?.join(',')].join(PIECE);
      })
      .join(LINE),
    filters,
    words: Array.from(words, ([word, in_]) => `${word}${PIECE}${[...in_].join(',')}`).join(LINE),
    heads: heads.join(','),
    actions: actions.map((lexemes) => lexemes.map(write).join('.')).join(','),
    rules,
    ways: byRule.map((lines) => `${lines.join('')}${LINE}`).join(''),
  };
}

/** A line of `PackedRules.lexemes`; what it is used in comes apart. */
export function unpackLexeme(line: string): Lexeme & { uses: string } {
  const [stem = '', paradigm = '', marks = '', uses = ''] = line.split(PIECE);
  const kind = KINDS[marks[0] ?? ''] ?? 'noun';
  const gender = kind === 'noun' ? (marks[1] ?? '') : '';
  const animate = marks.slice(1 + gender.length) === 'a';
  return { stem, paradigm: read(paradigm), kind, gender, animate, uses };
}

/** `symbol.filter,…` of a lexeme, `symbol,…` of a word: pairs of numbers, the filter −1 where there is none. */
export function unpackUses(uses: string): (readonly [symbol: number, filter: number])[] {
  if (uses === '') return [];
  return uses.split(',').map((use) => {
    const [symbol = '', filter] = use.split('.');
    return [read(symbol), filter === undefined ? -1 : read(filter)] as const;
  });
}

/** A line of `PackedRules.ways`: its steps and its replacements, all unread. */
export function unpackWay(line: string): { steps: string[]; puts: string[] } {
  const [steps = '', ...puts] = line.split(FIELD);
  return { steps: steps.split(' '), puts };
}

/** One replacement of `unpackWay`. */
export const unpackPut = (put: string): Part[] =>
  put === '' ? [] : put.split(PIECE).map(unpackPart);
