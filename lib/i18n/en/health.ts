import { countEn } from '../plural';
import type { health as ru } from '../ru/health';

const shown = (claimed: number | null) =>
  claimed === null ? 'the page has some' : `the page shows ${claimed}`;

export const health: typeof ru = {
  title: {
    comments: 'I see no comments',
    words: 'I see no words in the comments',
    composer: 'I do not know the field for the text',
  },
  say: {
    comments: (claimed) =>
      `I see no comments although ${shown(claimed)}. The network may have changed its markup. Show me one comment and I shall find the others.`,
    words: () =>
      'I see the comments but no words in them. The network may have changed its markup. Show me one comment and I shall find the words of the others.',
    composer: () =>
      'I see the button that sends but do not know the field for the text. The draft is not checked here; the rest works.',
  },
  hint: {
    comments: (claimed) =>
      `${claimed === null ? 'The page has some' : `The page shows ${claimed}`}. The network may have changed its markup. Show me one and I shall find the others.`,
    words: () =>
      'The network may have changed its markup. Show me one comment and I shall find the words of the others.',
    composer: () => 'I see the button that sends. The draft is not checked here; the rest works.',
  },
  teach: 'Show a comment',
  teachMore: 'Are there comments here? Show one',
  teachFailed: 'The page does not answer. Reload it and try again.',
  report: 'Report for the developers',
  reportHint: 'How the page is made and nothing else: no words, names or addresses.',
  reportSaved: 'The report is among your downloads. Attach it to your letter.',
  reportFailed: 'The page does not answer. Reload it and try again.',
  reportFile: (network) => `Vakhta report ${network}`,
  lessons: {
    title: 'Markup of the networks',
    hint: 'When a network changes its pages, you can show Vakhta one comment. Lessons are kept in this browser.',
    none: 'No lessons: Vakhta knows the markup by itself.',
    list: 'Lessons',
    about: (network, host) => `${network} · ${host}`,
    parts: { author: 'author', text: 'text', link: 'link' },
    without: 'skipped',
    remove: 'Forget',
    removeOne: (host) => `Forget the lesson on ${host}`,
    removed: (host) => `The lesson on ${host} is forgotten.`,
    undo: 'Take back',
    export: 'Save to a file',
    import: 'Take from a file',
    importLabel: 'File with lessons',
    fileName: 'Vakhta lessons',
    imported: (n) => `${countEn(n, 'lesson', 'lessons')} taken.`,
    trouble: {
      'too-large': 'The file is too large: lessons take less than 256 KB. Nothing has changed.',
      'not-json': 'This is no file with lessons: there is no JSON in it. Nothing has changed.',
      'not-lessons': 'This is no file with lessons of Vakhta. Nothing has changed.',
      newer: 'The file comes from a newer Vakhta. Update the extension. Nothing has changed.',
      empty: 'There is no lesson in the file.',
      'too-many': 'There are too many lessons in the file. Nothing has changed.',
    },
    refused: (n) =>
      `Lesson ${n} of the file is wrong: Vakhta takes no such markup. Nothing has changed.`,
    failed: 'It was not saved. The disk may be full. Nothing has changed.',
    reports: 'Report on the open pages',
    reportsHint:
      'I shall gather what I see on every open page of the networks: how many of what, and how the page is made. No words, names or addresses.',
    reportsSaved: (n) => `The report is among your downloads: ${countEn(n, 'page', 'pages')}.`,
    reportsNone: 'No page of a network is open. Open the one you mean and try again.',
  },
};
