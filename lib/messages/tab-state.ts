import * as z from 'zod/mini';
import { BLINDNESS } from '../networks/contract';
import { NETWORK_IDS } from '../networks/hosts';

/** State of a tab as the badge and the popup show it. Counts only, no texts. */
export const tabStateSchema = z.object({
  network: z.enum(NETWORK_IDS),
  read: z.number(),
  flagged: z.number(),
  done: z.number(),
  paused: z.boolean(),
  /** What Vakhta does not see although the page shows it. */
  blind: z.nullable(z.enum(BLINDNESS)),
  /** Comments that the page itself counts, or null where it does not. */
  claimed: z.nullable(z.number()),
  /** Records that could not be handed over yet. */
  waiting: z.number(),
});
export type TabState = z.infer<typeof tabStateSchema>;

/** The key of a tab's state in session storage, where the background keeps it for the popup. */
export const tabStateKey = (tabId: number) => `tab:${tabId}`;
