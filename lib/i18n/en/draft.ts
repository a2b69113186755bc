import { countEn } from '../plural';
import type { draft as ru } from '../ru/draft';

export const draft: typeof ru = {
  card: 'A tip on the text',
  place: (index, total) => `${index} of ${total}`,
  replaceBy: (words) => `Replace with “${words}”`,
  leaveOut: 'Leave out',
  preview: 'It will read',
  before: 'Before',
  after: 'After',
  notHere: 'Not here',
  never: 'Do not suggest again',
  neverDone: 'I will not suggest it again. Settings can bring it back.',
  undo: 'Bring back',
  list: 'What could be said more simply',
  remarks: (n) => countEn(n, 'tip', 'tips'),
  pill: (score, n) =>
    n === 0
      ? `Text: ${score} of 100, no tips`
      : `Text: ${score} of 100, ${countEn(n, 'tip', 'tips')}. Open the list`,
  clean: 'No tips. A good, living text.',
  score: (score) => `${score} of 100`,
  ease: (grade) => `A pupil of grade ${grade} will understand it`,
  reading: (seconds) =>
    seconds < 60
      ? `${countEn(seconds, 'second', 'seconds')} to read`
      : `${countEn(Math.round(seconds / 60), 'minute', 'minutes')} to read`,
  spoken: (index, total, phrase, why) => `Tip ${index} of ${total}: “${phrase}”. ${why}`,
  spokenAccept: (keys, words) => `${keys} replaces it with “${words}”.`,
  replaced: (words) => `It says “${words}” now.`,
  leftOut: 'The words are gone.',
  stale: 'These words are not there any more, so I change nothing.',
  refused: 'The editor did not take the replacement, the text is as before. Please fix it by hand.',
  otherwise:
    'The editor changed the text in its own way. Please look at this place; Ctrl+Z takes it back.',
  notHereYet:
    'The text check could not be loaded. Finish your text, then reload the page: the check will be back.',
  noPostEditor: 'Open the window of a new post and press “Insert” again.',
  notEmpty: 'There is a text in the window already. Take it out, and the plan’s text goes in.',
  filled: 'The plan’s text is in.',
  publishedPost: 'The post is in the log.',
  publishedComment: 'The reply is in the log.',
  postNotSeen: 'I do not see this post on the page, so I do not put it in the log.',
  commentNotSeen: 'I do not see this reply on the page, so I do not put it in the log.',
  settingNotSaved: 'The setting could not be saved. Please try again.',
};
