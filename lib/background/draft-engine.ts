import { browser } from 'wxt/browser';
import type { Sender } from '../messages/sender';

/**
 * Runs the draft check's engine beside the content script that asks for it, in the same isolated world.
 * It is no part of that script, because most pages are only read. Rejects when the page is gone.
 */
export async function bringDraftEngine({ tab, frameId = 0 }: Sender): Promise<void> {
  if (tab?.id === undefined) throw new Error('only a page of a network can ask for the engine');
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [frameId] },
    files: ['/draft-engine.js'],
    injectImmediately: true,
  });
}
