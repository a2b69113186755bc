import { browser } from 'wxt/browser';
import { type TabState, tabStateKey } from '../messages/tab-state';

const CALM = '#4a5568';
const ALERT = '#b42318';

const isInTrouble = ({ blind, waiting }: TabState) => blind !== null || waiting > 0;

/** At most four characters: a badge has room for no more. */
function badgeOf(state: TabState): string {
  const left = state.flagged - state.done;
  if (state.paused) return '';
  if (isInTrouble(state)) return '!';
  if (left <= 0) return '';
  return left > 999 ? '999+' : String(left);
}

/** Keeps the state for the popup and shows on the badge what waits for the operator. */
export async function showBadge(tabId: number | undefined, state: TabState): Promise<void> {
  if (tabId === undefined) return;
  await browser.storage.session.set({ [tabStateKey(tabId)]: state });
  await browser.action.setBadgeBackgroundColor({ tabId, color: isInTrouble(state) ? ALERT : CALM });
  await browser.action.setBadgeText({ tabId, text: badgeOf(state) });
}
