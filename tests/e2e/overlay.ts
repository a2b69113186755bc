import type { Page } from '@playwright/test';

/** A control of Vakhta's overlay as a test sees it. */
export interface Drawn {
  text: string;
  title: string;
  className: string;
  attributes: Record<string, string>;
  /** CSS pixels in the viewport. */
  rect: { x: number; y: number; width: number; height: number };
}

/** The part of the content script's world that is used here. */
interface ContentWorld {
  chrome: { dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/**
 * What Vakhta draws on a page. Its controls stand in a closed shadow root that neither the page nor
 * Playwright can enter, so they are read in the content script's own world and used as a person
 * would: by mouse and keyboard.
 */
export class Overlay {
  private constructor(
    private readonly page: Page,
    private readonly evaluateThere: (expression: string) => Promise<unknown>,
  ) {}

  /** Waits until the content script runs on the page. */
  static async of(page: Page): Promise<Overlay> {
    const session = await page.context().newCDPSession(page);
    const worlds: { id: number; name: string; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    session.on('Runtime.executionContextsCleared', () => worlds.splice(0));
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      const at = worlds.findIndex((world) => world.id === executionContextId);
      if (at !== -1) worlds.splice(at, 1);
    });
    await session.send('Runtime.enable');
    return new Overlay(page, async (expression) => {
      const world = worlds.findLast(({ origin }) => origin.startsWith('chrome-extension://'));
      if (!world) return null;
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: world.id,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
      return result.value;
    });
  }

  /** All visible controls that match a CSS selector inside the overlay. */
  async all(css: string): Promise<Drawn[]> {
    const drawn = await this.evaluateThere(`(${collect})(${JSON.stringify(css)})`);
    return (drawn ?? []) as Drawn[];
  }

  /** The first visible control that matches and contains `text`; waits up to fifteen seconds for it. */
  async one(css: string, text = ''): Promise<Drawn> {
    for (const end = Date.now() + 15_000; ; ) {
      const found = (await this.all(css)).find((drawn) => drawn.text.includes(text));
      if (found) return found;
      if (Date.now() > end) {
        const there = (await this.all(css)).map((drawn) => drawn.text);
        throw new Error(`no «${css}» with «${text}»; there: ${JSON.stringify(there)}`);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /** Clicks a control with the mouse. */
  async click(css: string, text = ''): Promise<void> {
    const { rect } = await this.one(css, text);
    await this.page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
  }

  /** Names of the marks that are drawn, with the words under each. */
  async marks(): Promise<Record<string, string[]>> {
    return ((await this.evaluateThere(`(${readMarks})()`)) ?? {}) as Record<string, string[]>;
  }
}

function collect(css: string): Drawn[] {
  const { chrome } = globalThis as unknown as ContentWorld;
  const hosts = [...document.documentElement.children].map((child) =>
    chrome.dom.openOrClosedShadowRoot(child),
  );
  return hosts.flatMap((shadow) =>
    [...(shadow?.querySelectorAll<HTMLElement>(css) ?? [])]
      .filter((node) => node.checkVisibility() && node.getClientRects().length > 0)
      .map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return {
          text: node.textContent ?? '',
          title: node.title,
          className: node.className,
          attributes: Object.fromEntries(
            [...node.attributes].map(({ name, value }) => [name, value]),
          ),
          rect: { x, y, width, height },
        };
      }),
  );
}

function readMarks(): Record<string, string[]> {
  const marks: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) {
    marks[name] = [...highlight].flatMap((part) => {
      // Between a change of the page and the next drawing a static range may point past its node: the
      // browser paints no such range.
      const isPast = (node: Node, offset: number) =>
        offset > (node instanceof CharacterData ? node.length : node.childNodes.length);
      if (isPast(part.startContainer, part.startOffset)) return [];
      if (isPast(part.endContainer, part.endOffset)) return [];
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return [range.toString()];
    });
  }
  return marks;
}
