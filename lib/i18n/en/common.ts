import { networkNames } from '../network-names';
import type { common as ru } from '../ru/common';

export const common: typeof ru = {
  appName: 'Vakhta',
  criterion: {
    obscenity: 'Obscenity',
    insult: 'Insult',
    threat: 'Threat',
    hate: 'Hatred',
    spam: 'Spam',
    'personal-data': 'Personal data',
    drugs: 'Drugs',
    fraud: 'Fraud',
    custom: 'Own dictionary',
  },
  strength: { certain: 'certain', probable: 'probable' },
  kind: {
    delete: 'deleted',
    restore: 'restored',
    hide: 'hidden',
    ban: 'author blocked',
    unban: 'author unblocked',
    report: 'reported',
    keep: 'no violation',
    mark: 'marked',
    note: 'note on the author',
    amend: 'other ground',
    undo: 'record withdrawn',
  },
  subject: { comment: 'comment', message: 'message' },
  messageKind: {
    delete: 'message deleted',
    restore: 'message restored',
    hide: 'message hidden',
    report: 'message reported',
    mark: 'message marked',
  },
  network: networkNames('en'),
  close: 'Close',
  cancel: 'Cancel',
};
