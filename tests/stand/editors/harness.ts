import { messagesOf } from '../../../lib/i18n';
import type { PanelView } from '../../../lib/messages/panel';
import type { NetworkAdapter } from '../../../lib/networks/contract';
import { type DraftCheck, startDraftCheck } from '../../../lib/page/draft';
import { fieldOf } from '../../../lib/page/draft/field-of';
import { presentReviewer } from '../../../lib/page/draft/late-reviewer';
import { fillEmpty, replaceText } from '../../../lib/page/draft/replace';
import { openOverlay } from '../../../lib/page/overlay';
import { OVERLAY_STYLE } from '../../../lib/page/style';
import type { OutboxRecord } from '../../../lib/registry/schema';
import { DEFAULT_SETTINGS, type Settings, watchSettings } from '../../../lib/settings/settings';
import type { Remark, Review } from '../../../lib/style/contract';

/** What a test asks of the draft check in the isolated world of a neighbour's page. */
export interface Harness {
  text(): string;
  selection(): { start: number; end: number } | null;
  select(start: number, end: number): boolean;
  replace(words: string, replacement: string): Promise<string>;
  fill(text: string): Promise<string>;
  /** Starts the whole check, as the content script does. */
  start(change?: Partial<Settings>): void;
  stop(): void;
  /** Words under each mark, by the mark's name. */
  marked(): Record<string, string[]>;
  /** Middle of the first element of Vakhta's that matches, in the viewport; null when there is none. */
  place(css: string): { x: number; y: number } | null;
  /** Texts of Vakhta's elements that match. */
  shown(css: string): string[];
  /** Where words of the draft are drawn. */
  wordsAt(words: string): { x: number; y: number };
  /** Whether the editor shows these words where it is scrolled to. */
  isSeen(words: string): boolean;
  panel(): PanelView['draft'];
  records(): OutboxRecord[];
  draft(): DraftCheck;
  /** Text of the focused control of Vakhta's, else the class of the page's. */
  focused(): string;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const lengthOf = (node: Node) =>
  node instanceof CharacterData ? node.length : node.childNodes.length;

const layer = document.createElement('div');
document.documentElement.append(layer);

function field() {
  const editor = document.querySelector('[contenteditable="true"], textarea');
  const found = editor && fieldOf(editor, () => layer);
  if (!found) throw new Error('no editor on the page');
  return found;
}

/** A check with four rules whose answers a test can foresee. */
function reviewer(text: string, { ignored }: { ignored: ReadonlySet<string> }): Review {
  const rules: (Omit<Remark, 'start' | 'end'> & { words: string })[] = [
    {
      words: 'Осуществляется проведение мероприятия',
      category: 'split_predicate',
      rule: 'split_predicate/carry_out',
      why: 'Одно живое слово вместо трёх казённых: так скажет любой человек.',
      replacements: ['Проходит праздник', 'Идёт праздник', 'Мы отмечаем праздник'],
    },
    {
      words: 'в связи с праздником',
      category: 'prep_denominal',
      rule: 'prep_denominal/due_to',
      why: 'Хватит простого предлога.',
      replacements: ['к празднику'],
    },
    {
      words: 'осуществляется уборка',
      category: 'passive',
      rule: 'passive/cleaning',
      why: 'Не видно, кто убирает. Назовите людей.',
      replacements: [],
      example: { before: 'Осуществляется уборка снега.', after: 'Дворники убирают снег.' },
    },
    {
      words: 'мероприятие',
      category: 'cliche',
      rule: 'cliche/event',
      why: 'Назовите, что это: концерт, ярмарка, субботник.',
      replacements: ['событие'],
    },
  ];
  const remarks = rules.flatMap(({ words, ...rest }): Remark[] => {
    if (ignored.has(rest.rule)) return [];
    const found = [...text.matchAll(new RegExp(words, 'g'))];
    return found.map(({ index }) => ({ ...rest, start: index, end: index + words.length }));
  });
  remarks.sort((a, b) => a.start - b.start);
  const words = text.split(/\s+/).length;
  return {
    remarks,
    readability: { ease: 60, grade: 7, words, sentences: 2, readingSeconds: words / 3 },
    score: Math.max(0, 96 - remarks.length * 14),
  };
}

const HERE = { seen: '2026-11', source: 'the practice page of neighbours' };
const adapter: NetworkAdapter = {
  id: 'vk',
  comments: [],
  controls: {
    menuToggle: { selectors: [], labels: [] },
    popups: [],
    items: {},
    confirm: { selectors: [], labels: [] },
    cancel: { selectors: [], labels: [] },
    outcomes: {},
  },
  composers: [
    {
      kind: 'post',
      editor: [
        { css: '[contenteditable="true"]', ...HERE },
        { css: 'textarea', ...HERE },
      ],
      publish: { selectors: [{ css: '#publish', ...HERE }], labels: [] },
      scope: [{ css: 'form', ...HERE }],
    },
  ],
  tellingAttributes: [],
  claimedComments: [],
  readPublications: (root) =>
    Array.from(root.querySelectorAll('article'), (post) => ({
      network: 'vk',
      id: post.id,
      permalink: `https://vk.com/wall${post.id}`,
      account: '-100',
      time: '',
      text: post.textContent ?? '',
    })),
  readIdentity: () => null,
  readVoice: () => null,
  readAccount: () => '-100',
  threadOf: () => null,
};

let life = new AbortController();
let panel: PanelView['draft'] = null;
let check: DraftCheck | null = null;
let shadow: ShadowRoot | null = null;
const records: OutboxRecord[] = [];

const middle = ({ left, top, width, height }: DOMRect) => ({
  x: left + width / 2,
  y: top + height / 2,
});

window.harness = {
  text: () => field().read(),
  selection() {
    const at = field();
    at.read();
    return at.selection();
  },
  select(start, end) {
    const at = field();
    at.read();
    return at.select({ start, end });
  },
  replace(words, replacement) {
    const at = field();
    const start = at.read().indexOf(words);
    return replaceText(at, { start, end: start + words.length }, words, replacement);
  },
  fill: (text) => fillEmpty(field(), text),
  start(change = {}) {
    life = new AbortController();
    let settings = { ...DEFAULT_SETTINGS, ...change };
    const listeners: ((settings: Settings) => void)[] = [];
    watchSettings((next) => {
      settings = { ...next, ...change };
      for (const listener of listeners) listener(settings);
    });
    const overlay = openOverlay(document, life.signal);
    overlay.addStyle(OVERLAY_STYLE);
    shadow = overlay.shadow;
    check = startDraftCheck(
      {
        adapter,
        signal: life.signal,
        overlay,
        settings: () => settings,
        onSettings: (listener) => void listeners.push(listener),
        locale: () => settings.locale,
        messages: () => messagesOf(settings.locale),
        record: async (record) => {
          records.push(record);
        },
        except: null,
        showDraft: (draft) => {
          panel = draft;
        },
      },
      presentReviewer(reviewer),
    );
  },
  stop: () => life.abort(),
  marked: () =>
    Object.fromEntries(
      Array.from(CSS.highlights, ([name, highlight]) => [
        name,
        Array.from(highlight as unknown as Iterable<AbstractRange>).flatMap((at) => {
          // Between an input and the next drawing a static range may point past its node: the browser
          // paints no such range.
          if (at.startOffset > lengthOf(at.startContainer)) return [];
          if (at.endOffset > lengthOf(at.endContainer)) return [];
          const range = document.createRange();
          range.setStart(at.startContainer, at.startOffset);
          range.setEnd(at.endContainer, at.endOffset);
          return [range.toString()];
        }),
      ]),
    ),
  place(css) {
    const found = shadow?.querySelector(css);
    return found?.checkVisibility({ visibilityProperty: true })
      ? middle(found.getBoundingClientRect())
      : null;
  },
  shown: (css) =>
    Array.from(shadow?.querySelectorAll(css) ?? [])
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .map((node) => node.textContent ?? ''),
  wordsAt(words) {
    const at = field();
    const start = at.read().indexOf(words);
    const [rect] = at.rectsOf({ start, end: start + words.length });
    if (start < 0 || !rect) throw new Error(`not on the screen: ${words}`);
    return middle(rect);
  },
  isSeen(words) {
    const at = field();
    const start = at.read().indexOf(words);
    return at.rectsOf({ start, end: start + words.length }).length > 0;
  },
  panel: () => panel,
  records: () => records,
  draft() {
    if (!check) throw new Error('the check was not started');
    return check;
  },
  focused: () => shadow?.activeElement?.textContent ?? document.activeElement?.className ?? '',
};
