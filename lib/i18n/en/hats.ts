import type { hats as ru } from '../ru/hats';

export const hats: typeof ru = {
  own: (voice, account) => `You write as ${voice}, and this is the page of “${account}”.`,
  ownUnnamed: (account) => `You write in your own name, and this is the page of “${account}”.`,
  official: (voice) => `You write in the name of “${voice}”, and this page is not in the registry.`,
  officialUnnamed: 'You write in the name of a community, and this page is not in the registry.',
  held: 'Not sent yet. Is it meant so? Press once more.',
};
