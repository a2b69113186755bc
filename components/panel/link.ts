import { browser } from 'wxt/browser';
import {
  PANEL_PORT,
  type PanelCommand,
  type PanelView,
  panelViewSchema,
} from '../../lib/messages/panel';
import { networkOfHost } from '../../lib/networks/hosts';

/** What the panel knows of the tab it watches. */
export type TabLink =
  /** Asked, not answered yet. */
  | { state: 'connecting'; host: string | null }
  /** Not a page of a network. */
  | { state: 'elsewhere'; host: null }
  /** A page of a network on which no content script answers. */
  | { state: 'silent'; host: string }
  | { state: 'live'; host: string; view: PanelView };

/** Failed attempts before the operator is told; trying goes on. */
const PATIENCE = 4;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 3_000;

/** A host that Vakhta works on, or null. */
function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return networkOfHost(hostname) === null ? null : hostname;
}

/**
 * Holds the port to the content script of the tab beside the panel. The rules:
 * - without a fixed tab it follows the active tab of its own window;
 * - a lost port (reload, navigation, update) is opened again, ever more slowly; only when that failed
 *   several times on a page that has loaded is the operator told;
 * - what arrives is parsed; what does not parse is dropped, and the last good view stays;
 * - nothing happens after `stop`.
 */
export class PanelLink {
  #port: ReturnType<typeof browser.tabs.connect> | null = null;
  #tab: number | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  /** @param fixedTab id of the only tab to watch, or null to follow the active one */
  constructor(
    private readonly fixedTab: number | null,
    private readonly onChange: (link: TabLink) => void,
  ) {}

  start(): void {
    browser.tabs.onActivated.addListener(this.#onActivated);
    browser.tabs.onUpdated.addListener(this.#onUpdated);
    void this.#follow();
  }

  stop(): void {
    this.#stopped = true;
    browser.tabs.onActivated.removeListener(this.#onActivated);
    browser.tabs.onUpdated.removeListener(this.#onUpdated);
    this.#drop();
  }

  /** Id of the tab that is watched now, or null. */
  get tab(): number | null {
    return this.#tab;
  }

  /** Sends a command; false when there is nobody to send it to. */
  send(command: PanelCommand): boolean {
    try {
      this.#port?.postMessage(command);
      return this.#port !== null;
    } catch {
      // The port died and its event is on the way; the retry starts there.
      return false;
    }
  }

  readonly #onActivated = () => {
    if (this.fixedTab === null) void this.#follow();
  };

  readonly #onUpdated = (tabId: number, change: { status?: string; url?: string }) => {
    if (tabId !== this.#tab || this.#port !== null) return;
    if (change.status === 'complete' || change.url !== undefined) void this.#follow();
  };

  #drop(): void {
    clearTimeout(this.#timer);
    const port = this.#port;
    this.#port = null;
    port?.disconnect();
  }

  async #follow(): Promise<void> {
    const tab =
      this.fixedTab === null
        ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
        : await browser.tabs.get(this.fixedTab).catch(() => undefined);
    if (this.#stopped) return;
    const id = tab?.id ?? null;
    if (id === this.#tab && this.#port !== null) return;
    this.#drop();
    // A page that is still loading has no content script yet: that is not silence.
    if (id !== this.#tab || tab?.status === 'loading') this.#failures = 0;
    this.#tab = id;
    const host = hostOf(tab?.url);
    if (id === null || host === null) this.onChange({ state: 'elsewhere', host: null });
    else this.#connect(id, host);
  }

  #connect(tabId: number, host: string): void {
    if (this.#failures === 0) this.onChange({ state: 'connecting', host });
    const port = browser.tabs.connect(tabId, { name: PANEL_PORT });
    this.#port = port;
    port.onMessage.addListener((raw: unknown) => {
      const view = panelViewSchema.safeParse(raw);
      if (this.#port !== port || !view.success) return;
      this.#failures = 0;
      this.onChange({ state: 'live', host, view: view.data });
    });
    port.onDisconnect.addListener(() => {
      // Read, so that the browser does not report it as unchecked.
      void browser.runtime.lastError;
      if (this.#port !== port) return;
      this.#port = null;
      this.#retry(host);
    });
  }

  #retry(host: string): void {
    this.#failures += 1;
    if (this.#failures === PATIENCE) this.onChange({ state: 'silent', host });
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LONGEST_RETRY_MS);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#follow(), wait);
  }
}
