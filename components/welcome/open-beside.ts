import { browser } from 'wxt/browser';

/**
 * Opens the panel of this window and then `address` in a new tab beside it. The panel first: the browser
 * opens it only in the first turn of the operator's own press.
 * @param window id of this window, known before the press
 * @returns whether the panel could not be opened; the tab opens all the same
 */
export async function openBeside(address: string, window: number | undefined): Promise<boolean> {
  // Firefox has `sidebarAction` instead; the common types know Chromium's only.
  const { sidebarAction } = browser as { sidebarAction?: { open(): Promise<void> } };
  const opening = sidebarAction
    ? sidebarAction.open()
    : window === undefined
      ? Promise.reject(new Error('this window is not known yet'))
      : browser.sidePanel.open({ windowId: window });
  const failed = await opening.then(
    () => false,
    () => true,
  );
  await browser.tabs.create({ url: address });
  return failed;
}
