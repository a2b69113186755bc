import { countEn } from '../plural';
import type { popup as ru } from '../ru/popup';

export const popup: typeof ru = {
  title: 'Vakhta',
  openPanel: 'Open the panel',
  openDashboard: 'Records and settings',
  pause: 'Pause on this site',
  resume: 'Resume on this site',
  read: 'read',
  flagged: 'flagged',
  done: 'done',
  left: (n) => `${countEn(n, 'comment waits', 'comments wait')} for your decision`,
  calm: 'All is calm here',
  noComments: 'No comments on this page',
  elsewhere: (networks) =>
    `Vakhta works here: ${networks}. Open the discussion under a post and it starts reading.`,
  starting: 'Reading the page. If it takes long, reload it.',
  paused: (host) => `Paused on ${host}: Vakhta reads and records nothing.`,
  waiting: (n) => `Waiting for the registry: ${n}. Do not close the tab.`,
  noName: 'Give your name in the settings so that records carry it.',
  failed: 'That did not work. Try once more.',
};
