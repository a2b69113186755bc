import type { Outcome, Selector, Selectors } from './contract';

/**
 * A selector that was met in a page or in code that works on the network.
 * @param month YYYY-MM, when it was last seen; @param source where
 */
export function seen(css: string, month: string, source: string): Selector {
  return { css, seen: month, source };
}

/** A selector that was not met anywhere yet. @param source why it is likely */
export function assumed(css: string, source: string): Selector {
  return { css, seen: '2026-11', source, assumed: true };
}

/** A notice among `selectors` whose words begin with one of the labels. */
export function notice(selectors: Selectors, ...labels: string[]): Outcome {
  return { state: 'notice', selectors, labels };
}
