import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { NETWORK_IDS } from '../networks/hosts';

/** The key of a tab's state in session storage, where the popup reads it. */
export const tabStateKey = (tabId: number) => `tab:${tabId}`;

export const tabStateSchema = z.object({
  network: z.enum(NETWORK_IDS),
  read: z.number(),
  flagged: z.number(),
  done: z.number(),
  paused: z.boolean(),
  blind: z.boolean(),
  waiting: z.number(),
});

const CALM = '#4a5568';
const ALERT = '#b42318';

/** Keeps the state for the popup and shows on the badge what waits for the operator. */
export async function showBadge(tabId: number | undefined, raw: unknown): Promise<void> {
  if (tabId === undefined) return;
  const state = tabStateSchema.parse(raw);
  await browser.storage.session.set({ [tabStateKey(tabId)]: state });
  const left = state.flagged - state.done;
  const trouble = state.blind || state.waiting > 0;
  const text = state.paused
    ? ''
    : trouble
      ? '!'
      : left > 0
        ? left > 999
          ? '999+'
          : String(left)
        : '';
  await browser.action.setBadgeBackgroundColor({ tabId, color: trouble ? ALERT : CALM });
  await browser.action.setBadgeText({ tabId, text });
}
