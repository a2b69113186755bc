import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { chooseNative } from '../../scripts/walk';
import { MAIN_CODE } from '../stand/instagram/posts';
import { EXTENSION } from './extension';
import { expect, THREAD, test } from './fixtures';
import { errorsOf } from './log-records';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

// What a page may try against the operator who works in it. Each test ends with an act of the operator
// that goes through: a watch that had died would withstand every attack.

/** A comment of the practice thread that a rule is certain of. */
const INSULT = 308;
const INSTAGRAM = `https://www.instagram.com/p/${MAIN_CODE}/`;

/** What a page has caught of Vakhta: calls that passed through it, events, breaches of its policy. */
interface Spy extends Window {
  caught: string[];
  /** What was caught; nothing is noted any more. */
  stop(): string[];
  /** Nodes that events led to. */
  met: Set<Node>;
}

/**
 * Put into the page before everything else: takes the place of what a script in it would call, and
 * listens to all that Vakhta might let slip. Uses nothing from outside itself.
 */
function spy(id: string): void {
  const own = window as unknown as Spy;
  own.caught = [];
  own.met = new Set();
  const { stringify } = JSON;
  const words = (what: unknown) => {
    try {
      return typeof what === 'object' ? (stringify(what) ?? '') : String(what);
    } catch {
      return '';
    }
  };
  // What stands in here is called by the note itself, too.
  let isNoting = false;
  own.stop = () => {
    isNoting = true;
    return own.caught;
  };
  const note = (...what: unknown[]) => {
    if (isNoting) return;
    isNoting = true;
    const said = `${what.map(words).join(' ')} ${new Error().stack ?? ''}`;
    if (said.includes(id) || /chrome-extension|vakhta/i.test(said))
      own.caught[own.caught.length] = said.slice(0, 500);
    isNoting = false;
  };
  const replace = (owner: object, name: string, change?: (args: unknown[]) => unknown[]) => {
    const real = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    Reflect.set(owner, name, function replaced(this: unknown, ...args: unknown[]) {
      note(name, ...args.map((arg) => (arg instanceof Event ? arg.type : arg)));
      return Reflect.apply(real, this, change ? change(args) : args);
    });
  };
  for (const name of ['wxt:content-script-started', 'wxt:locationchange'])
    for (const target of [document, window])
      target.addEventListener(`${id}:network:${name}`, () => {
        own.caught[own.caught.length] = name;
      });
  replace(EventTarget.prototype, 'addEventListener');
  replace(EventTarget.prototype, 'dispatchEvent');
  replace(Document.prototype, 'createElement');
  replace(Node.prototype, 'appendChild');
  replace(Element.prototype, 'append');
  replace(Element.prototype, 'setAttribute');
  replace(Element.prototype, 'attachShadow', ([options]) => [
    { ...(options as object), mode: 'open' },
  ]);
  replace(HighlightRegistry.prototype, 'set');
  replace(Array.prototype, 'push');
  replace(Map.prototype, 'set');
  replace(JSON, 'stringify');
  replace(JSON, 'parse');
  replace(Promise.prototype, 'then');
  replace(window, 'postMessage');
  replace(window, 'fetch');
  replace(window, 'requestAnimationFrame');
  const seen = (event: Event) => {
    for (const node of event.composedPath()) if (node instanceof Node) own.met.add(node);
    const { relatedTarget } = event as FocusEvent;
    if (relatedTarget instanceof Node) own.met.add(relatedTarget);
    note(event.type, (event as MessageEvent).data);
  };
  const types =
    'message error unhandledrejection click keydown keyup focusin focusout pointerover pointerdown mousedown mousemove beforeinput input animationstart animationend transitionend toggle slotchange scroll resize';
  for (const type of types.split(' ')) window.addEventListener(type, seen, true);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
    own.caught[own.caught.length] = `policy ${violatedDirective} ${sample}`;
  });
  const kinds = [
    'layout-shift',
    'largest-contentful-paint',
    'event',
    'first-input',
    'long-animation-frame',
    'resource',
  ];
  const watch = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      note(entry.entryType, entry);
      const { target, element, sources } = entry as unknown as Record<string, unknown>;
      for (const node of [
        target,
        element,
        ...((sources as { node: unknown }[]) ?? []).map((one) => one.node),
      ])
        if (node instanceof Node) own.met.add(node);
    }
  });
  for (const type of kinds)
    watch.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/**
 * Every node that a script can come by without a way into a closed root: words of those that stand in a
 * root other than the document. Empty when nothing of Vakhta is within reach.
 */
function reached(): string[] {
  const { met } = window as unknown as Spy;
  const nodes = new Set<Node | null | undefined>(met);
  for (const highlight of CSS.highlights.values())
    for (const { startContainer, endContainer } of highlight)
      nodes.add(startContainer).add(endContainer);
  for (const { effect } of document.getAnimations()) nodes.add((effect as KeyframeEffect).target);
  const selection = getSelection();
  nodes.add(selection?.anchorNode).add(selection?.focusNode).add(document.activeElement);
  for (let x = 4; x < innerWidth; x += 24)
    for (let y = 4; y < innerHeight; y += 24) {
      for (const element of document.elementsFromPoint(x, y)) nodes.add(element);
      nodes.add(document.caretPositionFromPoint(x, y)?.offsetNode);
    }
  const hosts = [...document.documentElement.children].filter(
    ({ tagName }) => !/^(HEAD|BODY)$/.test(tagName),
  );
  for (const host of hosts) {
    nodes.add(host.shadowRoot).add(host.firstChild);
    // A custom element may see the closed root that it made itself; this one it did not make.
    customElements.define(
      host.localName,
      class extends HTMLElement {
        constructor() {
          super();
          nodes.add(this.attachInternals().shadowRoot);
        }
      },
    );
  }
  return [...nodes].flatMap((node) => {
    const root = node?.getRootNode();
    return root && root !== document && root.isConnected
      ? [(root as ShadowRoot).textContent ?? '']
      : [];
  });
}

/** What the page's own script sees written anywhere in it. */
const written = (page: Page) =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...Array.from(document.styleSheets, (sheet) =>
        Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'),
      ),
      ...CSS.highlights.keys(),
      ...performance.getEntries().map(({ name }) => name),
      ...Object.keys(window),
      ...Object.keys(localStorage),
    ].join('\n'),
  );

/** Puts a comment into the thread as the network would, or as somebody who plays it. */
function plant(
  page: Page,
  comment: { n: number; name: string; text: string; date?: string },
): Promise<void> {
  return page.evaluate(({ n, name, text, date }) => {
    const part = (tag: string, testid: string, words: string, href = '') => {
      const node = document.createElement(tag);
      node.dataset.testid = testid;
      node.textContent = words;
      if (href) node.setAttribute('href', href);
      return node;
    };
    const root = part('div', 'wall_comments_comment_root', '');
    root.id = `-100_${n}`;
    Object.assign(root.style, { width: '500px', overflow: 'hidden', whiteSpace: 'nowrap' });
    root.append(
      part('a', 'comment-owner', name, `/id${n}`),
      part('div', 'comment-text', text),
      part('a', 'wall_comment_date', 'сегодня', date ?? `/wall-100_200?reply=${n}`),
    );
    document.querySelector('[data-testid="wall_comments_comment_root"]')?.before(root);
  }, comment);
}

test.describe('with a spy in every page', () => {
  // An init script stays in the browser for good.
  test.use({ spoilsBrowser: true });

  test('a page that watches everything learns and reaches nothing', async ({
    context,
    extensionId,
    openThread,
  }) => {
    await context.addInitScript(spy, extensionId);
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    // Everything that Vakhta shows on a page: a comment chosen, its card with a note, a line with a record.
    await page.keyboard.press('KeyJ');
    await overlay.one('.chip[aria-current="true"]');
    await page.keyboard.press('KeyN');
    await page.keyboard.type('Звонил, просил не писать');
    await page.keyboard.press('Shift+Home');
    expect(await page.evaluate(reached)).toEqual([]);
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Enter');
    await overlay.one('.toast');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.keyboard.press('KeyM');
    await page.keyboard.press('Escape');
    await page.locator('[data-testid="content-editable-input"]').first().click();
    await page.keyboard.type('В целях проведения субботника просим принять участие жителей.');
    await overlay.one('.pill');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Alt+KeyJ');
    await overlay.one('.tip .phrase');
    await page.keyboard.press('Alt+Enter');
    // Another address without loading: the watch hears of it in a way that the page does not.
    await page.evaluate(() => history.pushState(null, '', `${location.pathname}?step=1`));
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => (window as unknown as Spy).stop())).toEqual([]);
    expect(await written(page)).not.toMatch(
      new RegExp(`${extensionId}|chrome-extension|vakhta`, 'i'),
    );
    const powers = () =>
      ['chrome', 'browser'].map(
        (name) => typeof Reflect.get(globalThis, name)?.runtime?.sendMessage,
      );
    expect(await page.evaluate(powers)).toEqual(['undefined', 'undefined']);
    const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
    expect(entry?.note).toBe('Звонил, просил не писать');
  });
});

test('the twin of a form field stands apart from everything else', async ({ openThread }) => {
  const page = await openThread(INSTAGRAM);
  const overlay = await Overlay.of(page);
  const words = 'В целях проведения субботника просим принять участие.';
  await page.getByRole('textbox', { name: 'Добавьте комментарий…' }).click();
  await page.keyboard.type(words);
  await expect.poll(async () => Object.keys(await overlay.marks())).toContain('vakhta-style-fix');
  const texts = await page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map(({ startContainer }) => startContainer.getRootNode())
      .filter((root) => root instanceof ShadowRoot)
      .map((root) =>
        Array.from(root.querySelectorAll(':not(style)'), (element) => element.textContent).join(),
      ),
  );
  expect(texts.length).toBeGreaterThan(0);
  // The page has these words anyway: they stand in its own field.
  for (const text of texts) expect(text.replaceAll('\u200b', '').split(',').at(-1)).toBe(words);
  for (const text of texts)
    expect(text.replaceAll('\u200b', '').length).toBeLessThan(words.length * 3);
});

test('no file of Vakhta answers a page, and no address tells whether it is here', async ({
  context,
  extensionId,
  openThread,
}) => {
  // Without the page's own policy, which would refuse first.
  const page = await openThread(`${THREAD}?csp=0`);
  await (await Overlay.of(page)).one('.chip');
  const files = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' });
  const answers = (id: string) =>
    page.evaluate(
      async ([owner, names]) => {
        const outcome = (element: HTMLElement) =>
          new Promise<string>((resolve) => {
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('refused');
            document.body.append(element);
          });
        const told: string[] = [];
        for (const name of names) {
          const address = `chrome-extension://${owner}/${name}`;
          told.push(
            await fetch(address).then(
              () => 'loaded',
              () => 'refused',
            ),
            await outcome(Object.assign(document.createElement('img'), { src: address })),
            await outcome(Object.assign(document.createElement('script'), { src: address })),
            await outcome(
              Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }),
            ),
          );
        }
        return told;
      },
      [id, files] as const,
    );
  const here = await answers(extensionId);
  expect(files.length).toBeGreaterThan(10);
  expect(new Set(here)).toEqual(new Set(['refused']));
  // Nobody's id gets the same answers.
  expect(here).toEqual(await answers('a'.repeat(32)));

  await page.evaluate((id) => {
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${id}/dashboard.html`;
    document.body.append(frame);
    open(`chrome-extension://${id}/dashboard.html`);
  }, extensionId);
  await expect.poll(() => page.frames().length).toBe(2);
  await page.waitForTimeout(300);
  const shown = [...page.frames(), ...context.pages().flatMap((one) => one.frames())];
  expect(shown.map((frame) => frame.url()).filter((url) => url.includes('dashboard'))).toEqual([]);
});

test('nothing that a page does by itself becomes the operator’s act', async ({
  context,
  extensionId,
  openThread,
}) => {
  const page = await openThread(`${THREAD}?confirm=1`);
  const overlay = await Overlay.of(page);
  const { rect } = await overlay.one('.chip');
  const root = (n: number) => page.locator(`[id="-100_${n}"]`);

  await page.evaluate((id) => {
    for (let index = 0; index < 5; index += 1) window.stand.forge(index);
    // A rival copy of Vakhta's own script, as WXT would announce it: the watch must not yield to it.
    const type = `${id}:network:wxt:content-script-started`;
    const detail = { contentScriptName: 'network', messageId: 'evil' };
    document.dispatchEvent(new CustomEvent(type, { detail }));
    postMessage({ type, ...detail }, '*');
  }, extensionId);
  // Made-up presses on the overlay, as precise as they can be.
  await page.evaluate(
    ({ x, y }) => {
      for (const host of document.documentElement.children)
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown'])
          host.dispatchEvent(
            type === 'keydown'
              ? new KeyboardEvent(type, {
                  code: 'Enter',
                  key: 'Enter',
                  bubbles: true,
                  composed: true,
                })
              : new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, composed: true }),
          );
    },
    { x: rect.x + 5, y: rect.y + 5 },
  );
  // The operator opens a menu, the page presses its items; then it takes the comment away, leaves the
  // words of a deleted one in its place, and takes away others.
  await root(312).scrollIntoViewIfNeeded();
  await root(312).locator(':scope > .comment__main').hover();
  await root(312).locator(':scope > .comment__main > [aria-haspopup="menu"]').click();
  await page.evaluate(() => {
    for (const item of document.querySelectorAll<HTMLElement>('[role="menuitem"]')) item.click();
    const stub = document.createElement('div');
    stub.className = 'comment__stub';
    stub.textContent = 'Комментарий удалён. Восстановить';
    document.getElementById('-100_312')?.replaceWith(stub);
    document.getElementById('-100_313')?.remove();
  });
  // A true click beside everything, while the page deletes.
  await page.mouse.click(5, 300);
  await page.evaluate(() => document.getElementById('-100_314')?.remove());
  await page.waitForTimeout(1_000);
  const registry = new RegistryReader(context, extensionId);
  expect(await registry.entries()).toEqual([]);

  await page.bringToFront();
  await page.keyboard.press('Escape');
  // The first ones in the queue are those that the page has taken away.
  await expect
    .poll(async () => {
      await page.keyboard.press('KeyJ');
      await page.waitForTimeout(200);
      return (await overlay.all('.chip[aria-current="true"]')).length;
    })
    .toBe(1);
  await page.keyboard.press('Digit1');
  const [entry] = await registry.hasEntries(1);
  expect(entry).toMatchObject({ kind: 'mark', origin: 'vakhta' });
});

test('names and words of a page stay words', async ({
  context,
  extensionId,
  openThread,
  openPanel,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const insult = 'Ты тупой дебил, закрой рот';
  await plant(page, { n: 9_003, name: 'Ж'.repeat(100_000), text: `${insult}\u202e` });
  await plant(page, { n: 9_002, name: '\u202eавонавИ\u2066 Анна', text: `${markup} ${insult}` });
  await plant(page, {
    n: 9_001,
    name: markup,
    text: `${insult} ${markup}`,
    date: 'javascript:alert(1)',
  });
  const panel = await openPanel(page);
  const panelErrors = errorsOf(panel);
  await expect(panel.getByText(markup, { exact: true }).first()).toBeVisible();
  await page.bringToFront();
  const said: string[] = [];
  for (const n of [9_001, 9_002, 9_003]) {
    await page
      .locator(`[id="-100_${n}"] [data-testid="comment-text"]`)
      .evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.waitForTimeout(300);
    await overlay.click(`.chip[data-key$="_${n}"]`);
    await overlay.one('.card');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Digit2');
    said.push((await overlay.one('.toast')).text);
    // The next line must be another one.
    await page.waitForTimeout(100);
  }
  expect(said[0]).toContain(markup);
  expect(said[1]).toContain('авонавИ Анна');
  for (const line of said) expect(line).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(Math.max(...said.map((line) => line.length))).toBeLessThan(600);
  expect(await overlay.all('img, script')).toEqual([]);

  const entries = await new RegistryReader(context, extensionId).hasEntries(3);
  expect(entries.map(({ author }) => author.length)).toEqual([markup.length, 12, 201]);
  expect(entries.map(({ permalink }) => permalink)).not.toContain('javascript:alert(1)');
  expect(entries[1]?.text).toBe(`${markup} ${insult}`);

  const dashboard = await context.newPage();
  const errors = errorsOf(dashboard);
  await dashboard.goto(
    `chrome-extension://${extensionId}/dashboard.html#/log?entry=${entries[0]?.id}`,
  );
  await expect(dashboard.getByText(markup).first()).toBeVisible();
  await dashboard.goto(`chrome-extension://${extensionId}/dashboard.html#/log`);
  await expect(dashboard.getByText('Ж'.repeat(20)).first()).toBeVisible();
  for (const ours of [panel, dashboard]) {
    expect(await ours.locator('img[src="x"]').count()).toBe(0);
    expect(await ours.title()).not.toMatch(/^\d$/);
  }
  expect([...errors, ...panelErrors]).toEqual([]);
});

test('a page that storms leaves the operator his tab', async ({
  context,
  extensionId,
  openThread,
}) => {
  test.slow();
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await page.evaluate(async () => {
    const list = document.querySelector(
      '[data-testid="wall_comments_comment_root"]',
    )?.parentElement;
    const sample = document.getElementById('-100_308');
    if (!list || !sample) throw new Error('no thread');
    const end = performance.now() + 3_000;
    const mine: Element[] = [];
    const fake = (n: number, text: string) => {
      const copy = sample.cloneNode(true) as HTMLElement;
      copy.id = `-100_${n}`;
      for (const date of copy.querySelectorAll<HTMLAnchorElement>(
        '[data-testid="wall_comment_date"]',
      ))
        date.href = `/wall-100_200?reply=${n}`;
      for (const owner of copy.querySelectorAll<HTMLAnchorElement>('[data-testid="comment-owner"]'))
        owner.href = `/id${n}`;
      for (const words of copy.querySelectorAll('[data-testid="comment-text"]'))
        words.textContent = text;
      mine.push(copy);
      return copy;
    };
    // A text of two hundred thousand characters, and one that lies three thousand elements deep.
    list.prepend(fake(50_000, 'Ты дебил! '.repeat(20_000)));
    const deep = fake(50_001, '');
    let at = deep.querySelector('[data-testid="comment-text"]') ?? deep;
    for (let depth = 0; depth < 3_000; depth += 1) {
      const span = document.createElement('span');
      at.append(span);
      at = span;
    }
    at.textContent = 'Ты дебил!';
    list.prepend(deep);
    let n = 60_000;
    while (performance.now() < end) {
      // Thousands of comments a second, each flagged and changed again; the overlay taken away each time.
      for (let count = 0; count < 50; count += 1)
        list.prepend(fake(n++, `Ты дебил ${n}, закрой рот`));
      for (const old of mine.splice(0, Math.max(0, mine.length - 300))) old.remove();
      for (const one of mine) one.setAttribute('id', one.id);
      for (const guest of document.documentElement.children)
        if (!/^(HEAD|BODY)$/.test(guest.tagName)) guest.remove();
      CSS.highlights.clear();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    for (const one of mine) one.remove();
  });
  await page.locator(`[id="-100_${INSULT}"]`).scrollIntoViewIfNeeded();
  await overlay.one(`.chip[data-key$="_${INSULT}"]`);
  expect(Object.values(await overlay.marks()).flat().length).toBeGreaterThan(0);
  await chooseNative(page, INSULT, 'Удалить');
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({ kind: 'delete', commentId: `-100_${INSULT}` });
});

test('a content script that has been taken over can append and nothing more', async ({
  context,
  extensionId,
  openThread,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  const pages = context.pages().length;
  const ask = (type: string, data: unknown) =>
    overlay.ask(
      `chrome.runtime.sendMessage(${JSON.stringify({ id: 1, type, data, timestamp: 1 })}).then((answer) => JSON.stringify(answer ?? null), (error) => 'refused ' + error.message)`,
    );
  const answers = {
    dashboard: await ask('openDashboard', { hash: '#/settings' }),
    nonsense: await ask('append', { type: 'action', action: { kind: 'delete' } }),
    nothing: await ask('append', null),
    standing: await ask('standing', { network: 'vk', authorUrls: 'all' }),
    many: await ask('standing', {
      network: 'vk',
      authorUrls: Array(501).fill('https://vk.com/id1'),
    }),
    exception: await ask('except', { phrase: 'дебил' }),
    long: await ask('except', 'а'.repeat(10_000)),
    state: await ask('tabState', { network: 'nowhere' }),
    entries: await ask('entries', undefined),
    everything: await ask('__proto__', {}),
  };
  expect(String(answers.nonsense)).toContain('"stored":false');
  expect(String(answers.nothing)).toContain('"stored":false');
  for (const [name, answer] of Object.entries(answers))
    if (!name.startsWith('no'))
      expect(`${name} ${answer}`).not.toMatch(/"res":(?!null)|"stored":true/);
  expect(context.pages().length).toBe(pages);
  // The registry is another origin's, and what extensions can do else is not there.
  expect(
    await overlay.ask(
      '(async () => [(await indexedDB.databases()).length, typeof chrome.tabs, typeof chrome.scripting?.executeScript, typeof chrome.alarms])()',
    ),
  ).toEqual([0, 'undefined', 'undefined', 'undefined']);
  const registry = new RegistryReader(context, extensionId);
  expect(await registry.entries()).toEqual([]);
  await page.bringToFront();
  await chooseNative(page, INSULT, 'Удалить');
  await registry.hasEntries(1);
});

test('pages of Vakhta connect to nothing', async ({
  context,
  extensionId,
  openDashboard,
  openThread,
  worker,
}) => {
  // It answers whoever may ask: the practice pages stand behind this address.
  const page = await openThread();
  expect(await page.evaluate(async () => (await fetch('/drawings/avatar/9001.svg')).ok)).toBe(true);
  const requests: string[] = [];
  context.on('requestfinished', (request) => {
    // The page of the network asks for what is its own, at any time.
    if (request.serviceWorker() || request.frame().page() !== page) requests.push(request.url());
  });

  const outside = 'https://vk.com/drawings/avatar/9002.svg';
  const fetched = (address: string) =>
    fetch(address).then(
      () => 'answered',
      () => 'refused',
    );
  expect(await worker.evaluate(fetched, outside)).toBe('refused');
  const dashboard = await openDashboard();
  for (const name of ['popup.html', 'sidepanel.html', 'dashboard.html']) {
    await dashboard.goto(`chrome-extension://${extensionId}/${name}`);
    const refused = await dashboard.evaluate(async (address) => {
      const directives = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        directives.add(effectiveDirective),
      );
      const ways: Record<string, () => unknown> = {
        fetch: () => fetch(address),
        request: () => {
          const request = new XMLHttpRequest();
          request.open('GET', address);
          request.send();
        },
        socket: () => new WebSocket(address.replace('https', 'wss')),
        events: () => new EventSource(address),
        beacon: () => navigator.sendBeacon(address, 'text'),
        picture: () => {
          new Image().src = address;
        },
        script: () =>
          document.head.append(Object.assign(document.createElement('script'), { src: address })),
        style: () =>
          document.head.append(
            Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }),
          ),
        frame: () =>
          document.body.append(Object.assign(document.createElement('iframe'), { src: address })),
        media: () =>
          document.body.append(
            Object.assign(document.createElement('video'), { src: address, autoplay: true }),
          ),
        worker: () => new Worker(address),
        code: () => new Function('return 1')(),
        form: () => {
          const form = Object.assign(document.createElement('form'), { action: address });
          document.body.append(form);
          form.submit();
        },
      };
      const open: string[] = [];
      for (const [name, way] of Object.entries(ways)) {
        directives.clear();
        let thrown = false;
        try {
          await way();
        } catch {
          thrown = true;
        }
        for (let turn = 0; turn < 20 && !thrown && directives.size === 0; turn += 1)
          await new Promise((resolve) => setTimeout(resolve, 25));
        if (!thrown && directives.size === 0) open.push(name);
      }
      return open;
    }, outside);
    expect(refused).toEqual([]);
  }
  expect(requests.filter((url) => url.startsWith('http'))).toEqual([]);
});
