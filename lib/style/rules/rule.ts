/**
 * One rule of the lexicon. The patterns are explained in docs of the compiler
 * (scripts/compile-style.ts); in short, words separated by spaces:
 *
 * | in `find` | |
 * | --- | --- |
 * | `слово`, `слово\|другое` | exactly these forms |
 * | `<контроль>`, `<контроль:accs>`, `<вести\|проводить:past>` | any form of the lemma, or those with the grammemes |
 * | `<@nomn` | first of all: a noun phrase in that case, genitives after it allowed, ends right here |
 * | `[слово]` | may be absent |
 * | `~2` | up to two other words |
 * | `Cap` | first of all: the word has a capital inside the sentence |
 * | `<*:accs>` | any noun of action (verbal-nouns.ts) |
 * | `@gent` | a noun phrase in that case; the button appears only when its end is certain |
 * | `#` | a number |
 * | `^`, `$`, `,` | start of the sentence, its end, a comma |
 * | `!слово\|<лемма>` | not this word here (before the first word: not before) |
 * | `=слово`, `=#`, `=infn`, `=gent` | this must follow, and is left alone |
 *
 * | in a replacement | |
 * | --- | --- |
 * | `<проверять>` | that lemma in the form that the found one has; `:2` takes the second found one |
 * | `<проверять!>` | the subjectless plural: «проводится проверка» → «проверяют» |
 * | `<*p>`, `<*i:infn>` | the perfective or imperfective verb of the noun of action, in the form of the found verb or the given one |
 * | `<делать:past-2>`, `<делать:pres-1>` | the verb agreeing with the second or first noun phrase; only for one that can act |
 * | `<люди:p>`, `<житель:gent.p>` | with the number or form given |
 * | `@=` | the noun phrase in the case of the first noun found: «проведения ремонта» → «ремонта» |
 * | `@accs`, `@` | the noun phrase moved to a case, or as it is; `@2accs` the second one |
 * | `~` | the words of the gap, turned into adverbs where they were adjectives |
 * | `[будет|будут]` | the first with a noun phrase in the singular, the second in the plural |
 * | `#` | the number |
 * | `&1` | the words that the first step of the pattern took, as they are |
 * | `,слово` | with a comma before it unless one is there or the sentence begins |
 * | `-` | the first noun goes, the genitive after it stays: «порядок осуществления надзора» → «порядок надзора» |
 * | `$слова` | only where no comma follows in the sentence: the pattern took the comma that opened a clause |
 * | `слова,` | with a comma after it where a verb follows; no button where it is not clear |
 */
export interface StyleRule {
  /** Unique in its category; the Russian phrase with hyphens. */
  id: string;
  /** One short sentence for the author. */
  why: string;
  /** Each way to say it, with what to offer; nothing to offer is advice. The longest match wins. */
  ways: readonly (readonly [find: string, ...put: string[]])[];
  /** Whole sentences before → after; the first gives the example of an advice. */
  fix?: readonly (readonly [before: string, after: string])[];
  /** Sentences in which the rule must be found. */
  hit?: readonly string[];
  /** Sentences in which it must not be found: another form, a homonym, an official name, the plain word. */
  ok: readonly string[];
  /** Often right in living speech: only in the strict profile. */
  weak?: true;
  /** One alone in a long living text is no fault: told only where such words are dense. */
  soft?: true;
}
