import * as z from 'zod/mini';
import { NETWORK_IDS } from '../networks/hosts';

/** State of a tab as the badge and the popup show it. Counts only, no texts. */
export const tabStateSchema = z.object({
  network: z.enum(NETWORK_IDS),
  read: z.number(),
  flagged: z.number(),
  done: z.number(),
  paused: z.boolean(),
  /** The page claims comments and none was read. */
  blind: z.boolean(),
  /** Records that could not be handed over yet. */
  waiting: z.number(),
});
export type TabState = z.infer<typeof tabStateSchema>;

/** The key of a tab's state in session storage, where the background keeps it for the popup. */
export const tabStateKey = (tabId: number) => `tab:${tabId}`;
