import { browser } from 'wxt/browser';
import { tabStateKey, tabStateSchema } from '../messages/tab-state';

const CALM = '#4a5568';
const ALERT = '#b42318';

/** Keeps the state for the popup and shows on the badge what waits for the operator. */
export async function showBadge(tabId: number | undefined, raw: unknown): Promise<void> {
  if (tabId === undefined) return;
  const state = tabStateSchema.parse(raw);
  await browser.storage.session.set({ [tabStateKey(tabId)]: state });
  const left = state.flagged - state.done;
  const trouble = state.blind !== null || state.waiting > 0;
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
