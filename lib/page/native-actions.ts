import type { NativeKind } from '../networks/contract';
import {
  controlAt,
  isCancel,
  isConfirm,
  menuToggleAt,
  outcomeReached,
  rememberSlot,
  type SlotWitness,
} from '../networks/native';
import type { PageContext } from './context';
import type { Judged, PageStore } from './state';

/** The operator may think over the network's second question this long, milliseconds. */
const PATIENCE_MS = 60_000;
/** Without a second question the network answers sooner; then its silence is told. */
const ANSWER_MS = 10_000;
const LOOK_MS = 250;

interface Intent {
  kind: NativeKind;
  /** The comment as it stood when the operator acted: the evidence. */
  judged: Judged;
  witness: SlotWitness;
  /** performance.now() after which we stop looking. */
  deadline: number;
}

export interface NativeActionEvents {
  onDone(kind: NativeKind, judged: Judged): void;
  /** A control was pressed, no question was cancelled, and the network did nothing we can see. */
  onUnproved(judged: Judged): void;
}

/**
 * Notices the operator's own use of the network's controls. The rules:
 * - only a trusted click counts; a script of the page cannot begin an intent;
 * - an intent alone records nothing: the page must also reach the state that proves it;
 * - the evidence is taken at the click, since afterwards the comment is gone;
 * - pressing cancel, or another control of the same comment, ends an intent.
 */
export function watchNativeActions(
  page: PageContext,
  store: PageStore,
  events: NativeActionEvents,
): void {
  const { adapter, signal } = page;
  const intents = new Map<string, Intent>();
  let menuOwner: SlotWitness | null = null;
  let looking: ReturnType<typeof setInterval> | undefined;

  const observer = new MutationObserver(() => look());
  const stopLooking = () => {
    clearInterval(looking);
    looking = undefined;
    observer.disconnect();
  };
  signal.addEventListener('abort', stopLooking);

  function look(): void {
    for (const [key, intent] of intents) {
      if (outcomeReached(adapter, intent.kind, intent.witness)) {
        intents.delete(key);
        events.onDone(intent.kind, intent.judged);
      } else if (performance.now() > intent.deadline) {
        intents.delete(key);
        events.onUnproved(intent.judged);
      }
    }
    if (intents.size === 0) stopLooking();
  }

  function begin(kind: NativeKind, witness: SlotWitness): void {
    const judged = store.getState().comments.get(witness.id);
    if (!judged) return;
    const deadline = performance.now() + ANSWER_MS;
    intents.set(witness.id, { kind, judged, witness, deadline });
    if (looking !== undefined) return;
    looking = setInterval(look, LOOK_MS);
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  }

  addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || page.overlay.owns(event.target)) return;
      const target = event.composedPath()[0];
      if (!(target instanceof Element)) return;
      const owner = menuToggleAt(adapter, target);
      if (owner) {
        menuOwner = rememberSlot(adapter, owner);
        return;
      }
      if (isCancel(adapter, target)) intents.clear();
      else if (isConfirm(adapter, target))
        for (const intent of intents.values()) intent.deadline = performance.now() + ANSWER_MS;
      const control = controlAt(adapter, target);
      if (!control) return;
      const witness = control.root ? rememberSlot(adapter, control.root) : menuOwner;
      if (witness) begin(control.kind, witness);
    },
    { signal, capture: true },
  );

  addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape') intents.clear();
    },
    { signal, capture: true },
  );
}
