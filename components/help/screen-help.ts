import type { Messages } from '../../lib/i18n';
import type { KeyAction } from '../../lib/settings/settings';

/** A key that works on a screen: one of the operator's own, or fixed ones (`event.code` chords). */
export type HelpKey = { does: keyof Messages['help']['does'] } & (
  | { action: KeyAction }
  | { chords: readonly string[] }
);

export interface ScreenHelp {
  /** Heading of the guide (docs/guide.ru.md) that tells more. */
  guide: string;
  keys: readonly HelpKey[];
}

const SEARCH: HelpKey = { does: 'search', action: 'search' };
const ROWS: readonly HelpKey[] = [
  { does: 'rows', chords: ['ArrowUp', 'ArrowDown'] },
  { does: 'open', chords: ['Enter'] },
];
const CLOSE: HelpKey = { does: 'close', chords: ['Escape'] };
const CHOOSE: readonly HelpKey[] = [
  { does: 'choose', chords: ['Space'] },
  { does: 'chooseRun', chords: ['Shift+ArrowDown'] },
  { does: 'chooseAll', chords: ['Ctrl+KeyA'] },
];
const REMOVE: HelpKey = { does: 'remove', chords: ['Delete'] };

/** What the help of each screen of the dashboard tells beside its words, in the order of the menu. */
export const SCREEN_HELP = {
  overview: { guide: 'Первый день', keys: [] },
  registry: { guide: 'Реестр', keys: [SEARCH, ...ROWS, CLOSE, ...CHOOSE, REMOVE] },
  plan: {
    guide: 'План и публикации',
    keys: [
      SEARCH,
      { does: 'newEntry', chords: ['KeyN'] },
      { does: 'days', chords: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
      { does: 'open', chords: ['Enter'] },
      { does: 'moveEntry', chords: ['Shift+ArrowRight'] },
      { does: 'saveEntry', chords: ['Ctrl+Enter'] },
      CLOSE,
    ],
  },
  publications: { guide: 'План и публикации', keys: [SEARCH, ...ROWS, CLOSE, ...CHOOSE] },
  log: { guide: 'Комментарии с клавиатуры', keys: [SEARCH, ...ROWS, CLOSE] },
  offenders: { guide: 'Нарушители', keys: [SEARCH, ...ROWS, CLOSE] },
  checks: {
    guide: 'Проверки',
    keys: [SEARCH, ...ROWS, { does: 'answer', chords: ['Digit1', 'Digit2', 'Digit3'] }, CLOSE],
  },
  report: { guide: 'Отчёт', keys: [] },
  draft: {
    guide: 'Пост',
    keys: [
      { does: 'nextRemark', action: 'nextRemark' },
      { does: 'acceptRemark', action: 'acceptRemark' },
      { does: 'ignoreRemark', action: 'ignoreRemark' },
      { does: 'undo', chords: ['Ctrl+KeyZ'] },
    ],
  },
  rules: { guide: 'Свои слова и регламент', keys: [SEARCH, ...ROWS, REMOVE, CLOSE] },
  regulation: { guide: 'Свои слова и регламент', keys: [] },
  safety: { guide: 'Сохранность', keys: [] },
  settings: { guide: 'Настройки', keys: [] },
  about: { guide: 'Настройки', keys: [] },
} as const satisfies Record<keyof Messages['help']['about'], ScreenHelp>;

export type HelpedScreen = keyof typeof SCREEN_HELP;
