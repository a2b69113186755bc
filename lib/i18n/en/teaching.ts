import type { teaching as ru } from '../ru/teaching';

export const teaching: typeof ru = {
  label: 'Show a comment',
  comment: {
    title: 'Show me one comment',
    say: 'Point at any and click: the frame must hold all of it, name and words. The page does not hear your clicks.',
  },
  author: {
    title: 'Who wrote it?',
    say: 'Click the name. If there is none, skip.',
  },
  text: {
    title: 'Where are its words?',
    say: 'Click the text itself. If there is only a picture, skip.',
  },
  link: {
    title: 'Where is the link to it?',
    say: 'Mostly it is the time below the text. If there is none, skip.',
  },
  parts: { author: 'Author', text: 'Text', link: 'Link' },
  nothing: 'Nothing is chosen yet.',
  noWords: 'No words here.',
  take: 'This one',
  takePart: 'Here',
  skip: 'Skip',
  found: (n) => `I see ${n} comment${n === 1 ? '' : 's'} on this page`,
  foundSay:
    'These are the first. If all is right, I shall remember how they are made and read such pages.',
  notFound: 'I cannot tell what the comments have in common',
  notFoundSay: 'Try again: widen the frame to hold the whole comment, or show another one.',
  weak: 'The network does not number them. I tell them apart by author, words and time.',
  noAuthor: 'no name',
  onlyPicture: 'no words',
  noLink: 'no link',
  showAgain: 'Show again:',
  narrower: (n) => `Fewer: ${n}`,
  wider: (n) => `More: ${n}`,
  remember: 'Remember',
  again: 'Start again',
  leave: 'Leave',
  failed: 'That was not remembered. Please try again.',
  learned: 'Remembered. I am reading the comments on this page.',
  keys: {
    wider: 'wider',
    narrower: 'narrower',
    beside: 'next to it',
    take: 'choose',
    leave: 'leave',
  },
};
