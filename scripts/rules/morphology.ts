// Russian morphology for the rule compilers, at build time only: `az` with the OpenCorpora dictionary
// (CC BY-SA), which is never shipped; only the forms that rules need leave this room.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The part of `az` that is used; the package has no types. */
interface AzParse {
  word: string;
  /** OpenCorpora grammemes, e.g. `VERB,perf,tran masc,sing,past,indc`. */
  tag: { toString(): string; POS: string };
  formCnt: number;
  score: number;
  normalize(): AzParse;
  inflect(form: number): AzParse | false;
}
interface Az {
  Morph: ((word: string) => AzParse[]) & { init(dictionaries: string, done: () => void): void };
}

const require = createRequire(import.meta.url);
const az = require('az') as Az;

let loading: Promise<void> | undefined;

/** Loads the dictionary (about 0.2 s); must be awaited before the functions below. */
export function loadMorphology(): Promise<void> {
  loading ??= new Promise((done) => {
    az.Morph.init(join(dirname(require.resolve('az/package.json')), 'dicts'), done);
  });
  return loading;
}

/** One reading of a word form. */
export interface Parse {
  word: string;
  lemma: string;
  /** Part of speech in OpenCorpora terms: NOUN, ADJF, ADJS, VERB, INFN, PRTF, PRTS, GRND, … */
  pos: string;
  grammemes: ReadonlySet<string>;
  score: number;
  /** Every form of the lexeme with its grammemes. */
  forms(): Form[];
}
export interface Form {
  word: string;
  grammemes: ReadonlySet<string>;
}

const grammemesOf = (parse: AzParse) => new Set(parse.tag.toString().split(/[ ,]+/));

/** All readings of a word, most probable first; `ё` is kept as the dictionary has it. */
export function parses(word: string): Parse[] {
  return az.Morph(word.toLowerCase()).map((parse) => ({
    word: parse.word,
    lemma: parse.normalize().word,
    pos: parse.tag.POS,
    grammemes: grammemesOf(parse),
    score: parse.score,
    forms: () =>
      Array.from({ length: parse.formCnt }, (_, index) => parse.inflect(index))
        .filter((form): form is AzParse => form !== false)
        .map((form) => ({ word: form.word, grammemes: grammemesOf(form) })),
  }));
}

/**
 * Every form of a lemma, most probable reading whose dictionary form it is; optionally only of a part
 * of speech. Empty when the word is in no reading a dictionary form.
 */
export function formsOf(lemma: string, pos?: string): Form[] {
  const reading = parses(lemma).find(
    (parse) =>
      parse.lemma.replaceAll('ё', 'е') === lemma.toLowerCase().replaceAll('ё', 'е') &&
      (pos === undefined || parse.pos === pos),
  );
  return reading?.forms() ?? [];
}
