import { notifications } from '@mantine/notifications';
import { cleanup, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppRoot } from '../../components/app/AppRoot';
import { openRegistry } from '../../lib/registry/database';

// A failure names what was looked for; the whole page around it helps nobody.
configure({
  getElementError: (message) => new Error(message ?? 'not found'),
  // Milliseconds; a machine that does something else meanwhile is slow and not wrong.
  asyncUtilTimeout: 10_000,
});

/** What Mantine asks of a browser and happy-dom does not have. */
class NoResize {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Puts each test of a screen into a fresh browser with an empty registry. */
export function freshBrowser(): void {
  beforeEach(async () => {
    fakeBrowser.reset();
    vi.stubGlobal('ResizeObserver', NoResize);
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
    // The fake browser knows no permissions: none is given, and none comes.
    const { permissions } = fakeBrowser;
    vi.spyOn(permissions, 'contains').mockImplementation(async () => false);
    for (const event of [permissions.onAdded, permissions.onRemoved]) {
      vi.spyOn(event, 'addListener').mockImplementation(() => undefined);
      vi.spyOn(event, 'removeListener').mockImplementation(() => undefined);
    }
    location.hash = '';
    const registry = openRegistry();
    await Promise.all(registry.tables.map((table) => table.clear()));
  });
  afterEach(() => {
    cleanup();
    notifications.clean();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

/** Shows a screen inside the app, in Russian unless the settings say otherwise. */
export function show(screen: ReactNode) {
  return render(<AppRoot>{screen}</AppRoot>);
}
