import type { NetworkAdapter, Selectors } from './contract';

/**
 * Attributes by which Vakhta's own practice page says what its elements are: it stands for a network, so
 * that everything that works on a network's page works there by the same code.
 */
export const PRACTICE = {
  comment: 'data-practice-comment',
  author: 'data-practice-author',
  text: 'data-practice-text',
  time: 'data-practice-time',
  menu: 'data-practice-menu',
  popup: 'data-practice-popup',
  remove: 'data-practice-remove',
  restore: 'data-practice-restore',
  editor: 'data-practice-editor',
} as const;

const by = (attribute: string): Selectors => [
  { css: `[${attribute}]`, seen: '2026-11', source: "Vakhta's own practice page" },
];
const NOWHERE = { selectors: [], labels: [] };

/**
 * The adapter of the practice page. It is in no list: no host is its own, the content script never finds
 * it, and its comments bear the words of VKontakte's controls because they must bear some network's.
 */
export const practice: NetworkAdapter = {
  id: 'vk',
  comments: [
    {
      generation: 'practice',
      root: by(PRACTICE.comment),
      text: by(PRACTICE.text),
      textSkip: [],
      author: by(PRACTICE.author),
      authorLink: [],
      date: by(PRACTICE.time),
      readPermalink: () => '',
      readId: (root) => root.getAttribute(PRACTICE.comment),
      readParent: () => null,
      readThread: () => 'practice',
    },
  ],
  controls: {
    menuToggle: { selectors: by(PRACTICE.menu), labels: [] },
    popups: by(PRACTICE.popup),
    items: {
      delete: { selectors: by(PRACTICE.remove), labels: [] },
      restore: { selectors: by(PRACTICE.restore), labels: [] },
    },
    confirm: NOWHERE,
    cancel: NOWHERE,
    outcomes: {
      delete: [{ state: 'stub', selectors: by(PRACTICE.restore), labels: [] }],
      restore: [{ state: 'back' }],
    },
  },
  composers: [
    { kind: 'post', editor: by(PRACTICE.editor), publish: NOWHERE, scope: [], enterBreaks: true },
  ],
  tellingAttributes: [PRACTICE.comment],
  claimedComments: [],
  readPublications: () => [],
  readIdentity: () => null,
  readVoice: () => null,
  readAccount: () => null,
  threadOf: () => 'practice',
};
