// What names an element, for selectors that find its like. What a page names for its own tests or scripts
// is trusted first, then what it means, then class names that a person has written.

/** How far names are trusted, the smaller the more. */
export const RANK = {
  forTests: 0,
  data: 1,
  id: 2,
  meaning: 3,
  written: 4,
  compiled: 5,
  /** No name at all. */
  none: 9,
};

/** One way to name an element; a smaller `rank` (see `RANK`) is trusted more. */
export interface Feature {
  css: string;
  rank: number;
}

/** Longest attribute value that is worth a name, UTF-16 code units. */
const VALUE_LIMIT = 60;
/** Attributes that say how an element is, whose it is or in which language, not what it is. */
const PASSING =
  /^(?:class|style|id|href|src|srcset|alt|title|value|lang|dir|hidden|tabindex|draggable|contenteditable|spellcheck|datetime|width|height|loading|rel|target|type|checked|disabled|aria-.*|on.*|.*(?:url|href|src|text|title|label|time|date|count|index|state|status))$/;
/** Attributes whose values are people, however plain they look. */
const PEOPLE = /(?:user|author|owner|login|nick|person|profile|from|peer|name)/;
const FOR_TESTS = /^data-(?:test|qa|marker|hook|e2e|cy)/;
const BY_MEANING = /^(?:role|itemprop|itemtype|name)$/;
/** Class names of a passing state. */
const STATE =
  /(?:^|[-_])(?:active|hover(?:ed)?|selected|open(?:ed)?|closed|liked|focus(?:ed)?|visible|hidden|visited|new|unread|current|first|last|odd|even|loaded|loading|expanded|collapsed|highlighted|animated)$/;

/** Whether a piece of a name was made by a machine: letters mixed with digits, or none to pronounce. */
function isMachineMade(token: string): boolean {
  if (/\d{2}/.test(token)) return true;
  if (token.length < 4) return /\d/.test(token) && token.length > 1;
  const digits = /\d/.test(token);
  const camel = /^[a-z]+(?:[A-Z][a-z]+)*$/.test(token) || /^(?:[A-Z][a-z]+)+$/.test(token);
  const mixed = /[a-z]/.test(token) && /[A-Z]/.test(token) && !camel;
  const mute = token.length >= 5 && !/[aeiouy]/i.test(token);
  return digits || mixed || mute;
}

/** Whether a name is a person's; prefixes of style compilers give the machine away. */
function isWritten(name: string): boolean {
  if (/^(?:css|sc|jsx|r|x|_)-?\d|^(?:css|sc|jsx|emotion)-|^_|^vkit/.test(name)) return false;
  return name
    .split(/[-_:/. ]+/)
    .filter(Boolean)
    .every((token) => !isMachineMade(token));
}

/** A name of a tag, an attribute or a class that CSS takes as it is. */
export const PLAIN_NAME = /^-?[a-zA-Z_][-\w]*$/;
const PLAIN_VALUE = /^[a-zA-Z][-\w .:/]*$/;

/** The beginning of a value before its variable part, or empty where it is too short to tell. */
function stablePrefix(value: string): string {
  const prefix = /^[a-zA-Z][a-zA-Z_:-]*?[_:-]?(?=-?\d)/.exec(value)?.[0] ?? '';
  return prefix.length >= 3 && isWritten(prefix) ? prefix : '';
}

/** How far an attribute of this name is trusted; null for one that names nothing. */
function rankOf(name: string): number | null {
  if (FOR_TESTS.test(name)) return RANK.forTests;
  if (BY_MEANING.test(name)) return RANK.meaning;
  return name.startsWith('data-') ? RANK.data : null;
}

function attributeFeatures({ name, value }: Attr): Feature[] {
  if (PASSING.test(name) || !PLAIN_NAME.test(name) || value.length > VALUE_LIMIT) return [];
  const rank = rankOf(name);
  if (rank === null) return [];
  const isPersonal = rank === RANK.data && PEOPLE.test(name);
  if (!isPersonal && PLAIN_VALUE.test(value) && isWritten(value))
    return [{ css: `[${name}="${value}"]`, rank }];
  const prefix = isPersonal ? '' : stablePrefix(value);
  if (prefix) return [{ css: `[${name}^="${prefix}"]`, rank: rank + 1 }];
  if (rank === RANK.meaning) return [];
  // Numbers of its own tell one of many; anything else that varies tells less.
  return [{ css: `[${name}]`, rank: rank + (/\d{2}/.test(value) ? 1 : 2) }];
}

function classFeatures(element: Element): Feature[] {
  return Array.from(element.classList).flatMap((name) => {
    if (!PLAIN_NAME.test(name) || STATE.test(name)) return [];
    if (isWritten(name)) return [{ css: `.${name}`, rank: RANK.written }];
    // `Comment__root--a1B2c`: the compiler keeps the written name before its own.
    const kept = /^[a-zA-Z][a-zA-Z_-]{5,}?(?=(?:--|__|_|-)[a-zA-Z0-9]*\d[a-zA-Z0-9]*$)/.exec(
      name,
    )?.[0];
    return kept && isWritten(kept) ? [{ css: `[class*="${kept}"]`, rank: RANK.compiled }] : [];
  });
}

/** All that names an element, the most trusted first. */
export function featuresOf(element: Element): Feature[] {
  const prefix = stablePrefix(element.id);
  const tag = element.localName;
  return [
    ...Array.from(element.attributes).flatMap(attributeFeatures),
    ...(prefix && PLAIN_VALUE.test(prefix) ? [{ css: `[id^="${prefix}"]`, rank: RANK.id }] : []),
    ...classFeatures(element),
    ...(tag === 'article' || tag.includes('-') ? [{ css: tag, rank: RANK.written }] : []),
  ].sort((a, b) => a.rank - b.rank);
}

/** What an element and its like have in common to the eye: tag, names of attributes, written classes. */
export const kindOf = (element: Element): string =>
  [
    element.localName,
    ...Array.from(element.attributes, ({ name }) => name).sort(),
    ...featuresOf(element).map(({ css }) => css),
  ].join(' ');

/** A number of its own, by which a page tells one comment from another. */
const hasOwnNumber = (element: Element): boolean =>
  Array.from(element.attributes).some(
    ({ name, value }) =>
      (name === 'id' || (name.startsWith('data-') && !PASSING.test(name))) && /\d{2}/.test(value),
  );

/** How well an element is named, the smaller the better; a number of its own is best. */
export const namedness = (element: Element): number =>
  hasOwnNumber(element) ? 0 : (featuresOf(element)[0]?.rank ?? RANK.none) + 1;
