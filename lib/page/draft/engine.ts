import { sendMessage } from '../../messages/protocol';
import { type DraftEngine, expectEngine } from './handover';

/** After a failure the engine is not asked for again for this long, milliseconds. */
const PAUSE_MS = 5_000;

let engine: Promise<DraftEngine> | undefined;
let failedAt = Number.NEGATIVE_INFINITY;

/**
 * The engine of the draft check, which is brought into the page when somebody begins to write: most
 * pages are only read. One for the whole life of the content script, whatever is paused and resumed.
 * Rejects when the background could not bring it; then it may be asked for again.
 */
export function draftEngine(): Promise<DraftEngine> {
  if (!engine && performance.now() - failedAt < PAUSE_MS)
    return Promise.reject(new Error('the draft engine has just failed to come'));
  engine ??= bring().catch((error: unknown) => {
    engine = undefined;
    failedAt = performance.now();
    throw error;
  });
  return engine;
}

function bring(): Promise<DraftEngine> {
  return new Promise((resolve, reject) => {
    expectEngine(resolve);
    // It runs before the answer comes, so an answer without it means that it did not run here.
    sendMessage('bringDraftEngine', undefined).then(
      () => reject(new Error('the draft engine came to another page')),
      reject,
    );
  });
}
