import type { Page } from '@playwright/test';
import { draftLooks } from '../../lib/page/draft/looks';
import { markLooks } from '../../lib/settings/looks';

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

  /**
   * The marks that are drawn, with the words under each. On a page of others they bear random names:
   * here each is named by its look, as on Vakhta's own pages (`vakhta-insult-certain`).
   */
  async marks(): Promise<Record<string, string[]>> {
    const drawn = (await this.evaluateThere(`(${readMarks})()`)) as Marks | null;
    const { words, rules } = drawn ?? { words: {}, rules: '' };
    return Object.fromEntries(
      Object.entries(words).map(([name, list]) => [`vakhta-${lookOf(name, rules)}`, list]),
    );
  }

  /** What an expression gives in the content script's own world. */
  ask(expression: string): Promise<unknown> {
    return this.evaluateThere(expression);
  }
}

interface Marks {
  words: Record<string, string[]>;
  /** All rules of marks in the document, as written. */
  rules: string;
}

/** Declarations of every look that the settings can ask for. */
const LOOKS: readonly Record<string, string>[] = [
  markLooks('tint'),
  markLooks('line'),
  draftLooks(false),
  draftLooks(true),
];

/** The look that the rules give to the mark `name`. */
export function lookOf(name: string, rules: string): string {
  for (const looks of LOOKS)
    for (const [look, declarations] of Object.entries(looks))
      if (rules.includes(`::highlight(${name}) { ${declarations} }`)) return look;
  throw new Error(`no known look for the mark ${name}`);
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

function readMarks(): Marks {
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
  const rules = Array.from(document.querySelectorAll('style'), (style) => style.textContent);
  return { words: marks, rules: rules.join('\n') };
}
