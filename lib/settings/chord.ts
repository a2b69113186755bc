import type { Locale } from '../i18n';
import { KEY_ACTIONS, type KeyAction, type Settings } from './settings';

/** The part of a keyboard event that tells which keys are down. */
export type Keystroke = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const MODIFIER = /^(?:Alt|Control|Meta|Shift|OS|CapsLock|Fn)/;

/**
 * A keystroke as the settings keep it: `Ctrl+Alt+Shift+Meta+` as held, then the physical key
 * (`event.code`), so that it works in every layout. Null while only modifiers are down.
 */
export function chordOf(stroke: Keystroke): string | null {
  if (stroke.code === '' || MODIFIER.test(stroke.code)) return null;
  return [
    stroke.ctrlKey && 'Ctrl',
    stroke.altKey && 'Alt',
    stroke.shiftKey && 'Shift',
    stroke.metaKey && 'Meta',
    stroke.code,
  ]
    .filter(Boolean)
    .join('+');
}

/** What the keystroke does by the settings, or null. */
export function actionOf(keys: Settings['keys'], stroke: Keystroke): KeyAction | null {
  const chord = chordOf(stroke);
  if (chord === null) return null;
  return KEY_ACTIONS.find((action) => keys[action] === chord) ?? null;
}

/** The ground that a bare digit stands for: 0 for «1» … 8 for «9», on the row or the number pad. */
export function groundIndexOf(stroke: Keystroke): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(chordOf(stroke) ?? '')?.[1];
  return digit === undefined ? null : Number(digit) - 1;
}

/** Letters of the Russian layout by physical key. */
const RUSSIAN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'KeyQЙ KeyWЦ KeyEУ KeyRК KeyTЕ KeyYН KeyUГ KeyIШ KeyOЩ KeyPЗ BracketLeftХ BracketRightЪ',
    'KeyAФ KeySЫ KeyDВ KeyFА KeyGП KeyHР KeyJО KeyKЛ KeyLД SemicolonЖ QuoteЭ',
    'KeyZЯ KeyXЧ KeyCС KeyVМ KeyBИ KeyNТ KeyMЬ CommaБ PeriodЮ BackquoteЁ',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

const SIGNS: Readonly<Record<string, string>> = {
  Slash: '/',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  Space: '␣',
  Enter: '⏎',
  NumpadEnter: '⏎',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Delete: 'Del',
};

function keyName(code: string): string {
  return SIGNS[code] ?? code.replace(/^(?:Key|Digit)/, '').replace(/^Numpad/, 'Num ');
}

/**
 * A chord for people, key by key: `['Alt', 'J']`; in Russian with the letter of the Russian layout
 * where it is another one: `['Alt', 'J · О']`. `Shift+Slash` is the question mark everybody knows.
 */
export function chordLabel(chord: string, locale: Locale): string[] {
  if (chord === 'Shift+Slash') return ['?'];
  const parts = chord.split('+');
  const code = parts.pop() ?? '';
  const name = keyName(code);
  const russian = locale === 'ru' ? RUSSIAN[code] : undefined;
  return [...parts, russian === undefined ? name : `${name} · ${russian}`];
}

/** Chords that the browser or the system takes for itself; a page never sees them or must not. */
const RESERVED =
  /^(?:Tab|Escape|Shift\+Tab|F(?:5|11|12)|Ctrl\+Key[NTWRPS]|Ctrl\+Shift\+Key[NTW]|Meta\+.*|(?:Digit|Numpad)[1-9])$/;

/** Why a chord cannot be given to an action. */
export type ChordClash = { with: KeyAction } | 'reserved';

/** What stands against giving `chord` to `action`, or null. The digits belong to the grounds. */
export function clashOf(
  keys: Settings['keys'],
  action: KeyAction,
  chord: string,
): ChordClash | null {
  if (RESERVED.test(chord)) return 'reserved';
  const other = KEY_ACTIONS.find((name) => name !== action && keys[name] === chord);
  return other === undefined ? null : { with: other };
}
