import type { createReviewer } from '../../style';

/** What the second content script brings: the draft check, with its rules and tables. */
export interface DraftEngine {
  createReviewer: typeof createReviewer;
}

/**
 * Both scripts run in the extension's own world of the page, which the page cannot enter; this name is
 * all that they share. A copy that takes over after an update asks for an engine of its own.
 */
const PLACE = Symbol.for('vakhta draft engine');
type World = typeof globalThis & { [PLACE]?: ((engine: DraftEngine) => void) | undefined };
const world: World = globalThis;

/** Takes the engine that comes next; it comes once for each time that it was asked for. */
export function expectEngine(take: (engine: DraftEngine) => void): void {
  world[PLACE] = take;
}

/** Gives the engine to whoever waits for it. Nobody does when the page was left meanwhile. */
export function handOver(engine: DraftEngine): void {
  const take = world[PLACE];
  world[PLACE] = undefined;
  take?.(engine);
}
