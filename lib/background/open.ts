import { browser } from 'wxt/browser';

/**
 * Opens the panel beside a tab. Must be called in the first turn of the event that the operator's
 * gesture came with. Firefox has one sidebar for the window.
 */
export async function openPanel(tabId: number | undefined): Promise<void> {
  // Firefox has `sidebarAction` instead; the common types know Chromium's only.
  const { sidebarAction } = browser as { sidebarAction?: { open(): Promise<void> } };
  if (sidebarAction) await sidebarAction.open();
  else if (tabId !== undefined) await browser.sidePanel.open({ tabId });
}

/**
 * Shows the dashboard at a place of its own, in the tab where it is already open if there is one.
 * @param hash e.g. `#/log?author=…`
 */
export async function openDashboard(hash: string): Promise<void> {
  const address: string = browser.runtime.getURL('/dashboard.html');
  const [open] = await browser.tabs.query({ url: `${address}*` });
  const url = hash.startsWith('#') ? address + hash : address;
  if (open?.id === undefined) {
    // After a notification's click there may be no window to open a tab in.
    await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
    return;
  }
  await browser.tabs.update(open.id, { url, active: true });
  await browser.windows.update(open.windowId, { focused: true });
}
