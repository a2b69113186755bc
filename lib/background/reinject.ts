import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { matchesOf } from '../networks/hosts';

/**
 * Puts the content script into tabs that were open before an install or an update. Only Chromium
 * needs it: Firefox does it by itself and would run two.
 */
export async function reinject(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  // The manifest knows the built names; WXT's type wants literals.
  const files = (browser.runtime.getManifest().content_scripts?.[0]?.js ??
    []) as ScriptPublicPath[];
  if (files.length === 0) return;
  const tabs = await browser.tabs.query({ url: matchesOf('given') });
  // A tab that is gone or still loading refuses; the new page brings its own script.
  await Promise.allSettled(
    tabs.map((tab) =>
      tab.id === undefined
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: tab.id }, files }),
    ),
  );
}
