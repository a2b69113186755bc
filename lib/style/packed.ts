import type { LexemeKind } from '../language/morphology/slots';
import type { CompiledRules, Part, Step } from './compiled';

/**
 * The compiled rules as they are shipped: the same data in few characters. Numbers are in base 36.
 * `unpack(pack(rules))` gives the rules back (proved by a test).
 */
export interface PackedRules {
  paradigms: string[];
  /** `stem|paradigm|kind, gender, a for alive`. */
  lexemes: string;
  filters: number[][];
  /** Alternatives of a symbol by `,`: a word, or `*lexeme.filter`. */
  symbols: string;
  rules: CompiledRules['rules'];
  /** One string a rule: ways by line, steps and replacements by tab. */
  ways: string[];
}

const LINE = '\n';
const FIELD = '\t';
const PIECE = '|';
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

function unpackStep(text: string): Step {
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

/** For the compiler. */
export function pack({
  paradigms,
  lexemes,
  filters,
  symbols,
  rules,
  ways,
}: CompiledRules): PackedRules {
  const byRule = rules.map((): string[] => []);
  for (const { rule, steps, puts } of ways) {
    const fields = [
      steps.map(packStep).join(' '),
      ...puts.map((put) => put.map(packPart).join(PIECE)),
    ];
    byRule[rule]?.push(fields.join(FIELD));
  }
  return {
    paradigms,
    lexemes: lexemes
      .map(({ stem, paradigm, kind, gender, animate }) =>
        [stem, write(paradigm), `${kind[0]}${gender}${animate ? 'a' : ''}`].join(PIECE),
      )
      .join(LINE),
    filters,
    symbols: symbols
      .map((alternatives) =>
        alternatives
          .map((one) => (typeof one === 'string' ? `'${one}` : `${write(one[0])}.${write(one[1])}`))
          .join(PIECE),
      )
      .join(LINE),
    rules,
    ways: byRule.map((lines) => lines.join(LINE)),
  };
}

/** For the engine. */
export function unpack({
  paradigms,
  lexemes,
  filters,
  symbols,
  rules,
  ways,
}: PackedRules): CompiledRules {
  return {
    paradigms,
    lexemes: lexemes.split(LINE).map((line) => {
      const [stem = '', paradigm = '', marks = ''] = line.split(PIECE);
      const kind = KINDS[marks[0] ?? ''] ?? 'noun';
      const gender = kind === 'noun' ? (marks[1] ?? '') : '';
      return {
        stem,
        paradigm: read(paradigm),
        kind,
        gender,
        animate: marks.slice(1 + gender.length) === 'a',
      };
    }),
    filters,
    symbols: symbols.split(LINE).map((line) =>
      line.split(PIECE).map((one): string | [number, number] => {
        if (one.startsWith("'")) return one.slice(1);
        const [lexeme = '', filter = ''] = one.split('.');
        return [read(lexeme), read(filter)];
      }),
    ),
    rules,
    ways: ways.flatMap((lines, rule) =>
      lines.split(LINE).map((line) => {
        const [steps = '', ...puts] = line.split(FIELD);
        return {
          rule,
          steps: steps.split(' ').map(unpackStep),
          puts: puts.map((put) => (put === '' ? [] : put.split(PIECE).map(unpackPart))),
        };
      }),
    ),
  };
}
