import { PanelLink } from '../panel/link';

/** How long a page may take to answer, milliseconds. */
const PATIENCE_MS = 4_000;

/**
 * Begins a lesson on the page of a tab; a page where Vakhta has had nothing to do is woken by it.
 * Rejects when the page does not answer.
 */
export function teachIn(tab: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      link.stop();
      settle();
    };
    const giveUp = () => end(() => reject(new Error(`tab ${tab} does not answer`)));
    const timer = setTimeout(giveUp, PATIENCE_MS);
    const link = new PanelLink(tab, ({ state }) => {
      if (state === 'live' && link.send({ type: 'teach' })) end(resolve);
      else if (state !== 'connecting') giveUp();
    });
    link.start();
  });
}
