import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { PanelLink, type TabLink } from '../../components/panel/link';

type Listener = (...values: unknown[]) => void;

/** An event of the browser that a test can fire. */
class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener) => this.listeners.add(listener);
  removeListener = (listener: Listener) => this.listeners.delete(listener);
  fire = (...values: unknown[]) => {
    for (const listener of this.listeners) listener(...values);
  };
}

class FakePort {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  readonly sent: unknown[] = [];
  closed = false;
  constructor(readonly tab: number) {}
  postMessage(message: unknown): void {
    if (this.closed) throw new Error('Attempting to use a disconnected port object');
    this.sent.push(message);
  }
  disconnect(): void {
    this.closed = true;
  }
}

interface FakeTab {
  id: number;
  url?: string;
  status?: string;
}

const VIEW = {
  network: 'vk',
  account: '',
  identity: '',
  thread: '',
  read: 0,
  queue: [],
  current: null,
  paused: false,
  blind: null,
  claimed: null,
  waiting: 0,
  trouble: null,
  posts: [],
  draft: null,
};

let ports: FakePort[];
let activated: FakeEvent;
let updated: FakeEvent;
let active: FakeTab;
let seen: string[];
let link: PanelLink;

const settle = () => vi.advanceTimersByTimeAsync(0);
const lastPort = () => {
  const port = ports.at(-1);
  if (!port) throw new Error('no port was opened');
  return port;
};

function follow(fixed: number | null = null): void {
  link = new PanelLink(fixed, (now: TabLink) => seen.push(now.state));
  link.start();
}

beforeEach(() => {
  vi.useFakeTimers();
  ports = [];
  seen = [];
  activated = new FakeEvent();
  updated = new FakeEvent();
  active = { id: 1, url: 'https://vk.com/wall-100_200', status: 'complete' };
  Object.assign(browser.tabs, {
    onActivated: activated,
    onUpdated: updated,
    query: async () => [active],
    get: async (id: number) => {
      if (id !== active.id) throw new Error(`No tab with id: ${id}.`);
      return active;
    },
    connect: (tab: number) => {
      const port = new FakePort(tab);
      ports.push(port);
      return port;
    },
  });
});
afterEach(() => {
  link.stop();
  vi.useRealTimers();
});

describe('the link of the panel', () => {
  it('goes with the active tab and leaves the old one', async () => {
    follow();
    await settle();
    lastPort().onMessage.fire(VIEW);
    active = { id: 2, url: 'https://m.vk.com/wall-1_1', status: 'complete' };
    activated.fire();
    await settle();
    expect(ports.map(({ tab, closed }) => [tab, closed])).toEqual([
      [1, true],
      [2, false],
    ]);
    active = { id: 3 };
    activated.fire();
    await settle();
    expect(seen).toEqual(['connecting', 'live', 'connecting', 'elsewhere']);
    expect(ports).toHaveLength(2);
    // The same tab comes to a network.
    active = { id: 3, url: 'https://vk.com/feed' };
    updated.fire(3, { url: 'https://vk.com/feed' });
    await settle();
    expect(lastPort().tab).toBe(3);
  });

  it('stays with a fixed tab whatever is active', async () => {
    follow(1);
    await settle();
    activated.fire();
    await settle();
    expect(ports).toHaveLength(1);
  });

  it('hears nothing from a port that it left', async () => {
    follow();
    await settle();
    const old = lastPort();
    active = { id: 2, url: 'https://vk.com/wall-1_1' };
    activated.fire();
    await settle();
    old.onMessage.fire(VIEW);
    old.onDisconnect.fire();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual(['connecting', 'connecting']);
    expect(ports).toHaveLength(2);
  });

  it('tries again more and more slowly, tells, and is live as soon as somebody answers', async () => {
    follow();
    await settle();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      lastPort().onDisconnect.fire();
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(seen).toEqual(['connecting', 'silent']);
    lastPort().onMessage.fire(VIEW);
    expect(seen.at(-1)).toBe('live');
  });

  it('does not call a page silent that is still loading', async () => {
    active = { ...active, status: 'loading' };
    follow();
    await settle();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      lastPort().onDisconnect.fire();
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(seen).not.toContain('silent');
  });

  it('sends commands only where somebody listens', async () => {
    follow();
    expect(link.send({ type: 'undo' })).toBe(false);
    await settle();
    expect(link.send({ type: 'undo' })).toBe(true);
    expect(lastPort().sent).toEqual([{ type: 'undo' }]);
    lastPort().closed = true;
    expect(link.send({ type: 'undo' })).toBe(false);
  });

  it('does nothing after its end', async () => {
    follow();
    await settle();
    link.stop();
    expect(lastPort().closed).toBe(true);
    expect([activated.listeners.size, updated.listeners.size]).toEqual([0, 0]);
    lastPort().onDisconnect.fire();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ports).toHaveLength(1);
  });
});
