import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import * as z from 'zod/mini';

/** A control of Vakhta's overlay as a test sees it. */
interface Drawn {
  text: string;
  /** Middle of it, CSS pixels in the viewport. */
  x: number;
  y: number;
}

/** Puppeteer's connection speaks BiDi for it and is not in its types. */
interface Speaking {
  connection: { send(method: string, params: object): Promise<unknown> };
}

const treeSchema = z.object({
  result: z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) }),
});
const childrenSchema = z.object({
  result: z.object({
    result: z.object({
      value: z.object({
        children: z.array(
          z.object({
            value: z.optional(
              z.object({
                shadowRoot: z.optional(z.nullable(z.object({ sharedId: z.string() }))),
              }),
            ),
          }),
        ),
      }),
    }),
  }),
});
const answerSchema = z.object({
  result: z.object({ result: z.object({ type: z.literal('string'), value: z.string() }) }),
});
const drawnSchema = z.array(z.object({ text: z.string(), x: z.number(), y: z.number() }));

/**
 * What Vakhta draws on a page in Firefox. The closed shadow root is handed out by BiDi itself, which
 * may look into any; the controls are then used as a person would.
 */
export class Overlay {
  constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  #send(method: string, params: object): Promise<unknown> {
    return (this.browser as unknown as Speaking).connection.send(method, params);
  }

  /** Visible controls that match `css`, in the order of the overlay. */
  async all(css: string): Promise<Drawn[]> {
    const tree = treeSchema.parse(await this.#send('browsingContext.getTree', { maxDepth: 0 }));
    const own = tree.result.contexts.findLast(({ url }) => url === this.page.url());
    if (!own) throw new Error(`no tab shows ${this.page.url()}`);
    const target = { context: own.context };
    const looked = childrenSchema.parse(
      await this.#send('script.evaluate', {
        expression: 'document.documentElement',
        target,
        awaitPromise: false,
        serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
      }),
    );
    const drawn: Drawn[] = [];
    for (const { value } of looked.result.result.value.children) {
      if (!value?.shadowRoot) continue;
      const answer = answerSchema.parse(
        await this.#send('script.callFunction', {
          functionDeclaration: `(root) => JSON.stringify((${collect})(root, ${JSON.stringify(css)}))`,
          arguments: [{ sharedId: value.shadowRoot.sharedId }],
          target,
          awaitPromise: false,
        }),
      );
      drawn.push(...drawnSchema.parse(JSON.parse(answer.result.result.value)));
    }
    return drawn;
  }

  /** Waits for a visible control that matches and contains `text`. */
  async one(css: string, text = ''): Promise<Drawn> {
    let found: Drawn | undefined;
    await expect
      .poll(
        async () => {
          const all = await this.all(css);
          found = all.find((drawn) => drawn.text.includes(text));
          return found ? `«${text}»` : all.map((drawn) => drawn.text);
        },
        { timeout: 30_000, interval: 100 },
      )
      .toBe(`«${text}»`);
    if (!found) throw new Error(`no «${css}» with «${text}»`);
    return found;
  }

  /** Clicks a control with the mouse. */
  async click(css: string, text = ''): Promise<void> {
    const { x, y } = await this.one(css, text);
    await this.page.mouse.click(x, y);
  }
}

function collect(root: ShadowRoot, css: string): Drawn[] {
  return [...root.querySelectorAll(css)]
    .filter((node) => node.checkVisibility() && node.getClientRects().length > 0)
    .map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { text: node.textContent ?? '', x: x + width / 2, y: y + height / 2 };
    });
}
