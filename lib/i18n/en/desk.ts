import type { desk as ru } from '../ru/desk';

export const desk: typeof ru = {
  notSaved: 'Not saved',
  failed: 'The database does not answer. Everything is as it was: try once more.',
  full: 'There is no room on the disk. Everything is as it was.',
  stale: 'This row was changed in another tab. Open it again.',
  breach: {
    'no-body': 'The account has no body: it was removed.',
    'no-parent': 'The body above is no longer in the registry.',
    circle: 'A body cannot be under itself or under one that is under it.',
    'body-in-use': 'The body has accounts or bodies under it. Move them first.',
  },
  takeBack: 'Take back',
  takenBack: 'It is as it was',
};
