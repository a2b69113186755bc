import type { NativeKind } from '../networks/contract';
import {
  controlAt,
  isCancel,
  isConfirm,
  isInNotice,
  isInPopup,
  isInSlot,
  menuToggleAt,
  type NativeControl,
  outcomeReached,
  rememberSlot,
  type Slot,
  withoutNotices,
} from '../networks/native';
import type { PageContext } from './context';
import type { Judging } from './judging';
import { isTextField } from './keys';
import type { Judged, PageStore } from './state';

/** How long the operator may think over the network's second question, milliseconds. */
const PATIENCE_MS = 120_000;
/** How long the network may take to answer once nothing is asked any more, milliseconds. */
const ANSWER_MS = 10_000;
/** A state may be reached without any change of nodes (a class, a style): look anyway. */
const LOOK_MS = 250;
/** Deleted comments remembered for their «Восстановить». */
const DELETED_LIMIT = 200;

interface Intent {
  kind: NativeKind;
  /** The comment as it stood when the operator acted: the evidence. */
  judged: Judged;
  slot: Slot;
  /** performance.now() after which we stop looking. */
  deadline: number;
}

/** A comment and where it stands. */
interface Owner {
  key: string;
  slot: Slot;
}

export interface NativeActionEvents {
  onDone(kind: NativeKind, judged: Judged): void;
  /** The operator answered the network's question with yes, and nothing happened that we can see. */
  onUnproved(judged: Judged): void;
}

/**
 * Notices the operator's own use of the network's controls. The rules:
 * - only a trusted click or key counts; a script of the page cannot begin an intent;
 * - an intent alone records nothing: the page must also reach the state that proves it;
 * - the evidence is taken at the click, since afterwards the comment is gone;
 * - a second question may stay open for long; cancel, Escape or silence end the intent.
 */
export class NativeActions {
  readonly #intents = new Map<string, Intent>();
  /** Slots of comments deleted here, by key: after the deletion the stub names no comment. */
  readonly #deleted = new Map<string, Slot>();
  /** The comment whose menu was opened last, as it stood then: a list may give its element away. */
  #menuOwner: Owner | null = null;
  #looking: ReturnType<typeof setInterval> | undefined;
  readonly #observer = new MutationObserver(() => this.#look());

  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly judging: Judging,
    private readonly events: NativeActionEvents,
  ) {
    const { signal } = page;
    signal.addEventListener('abort', () => this.#rest());
    addEventListener('click', (event) => this.#onPress(event), { signal, capture: true });
    addEventListener(
      'keydown',
      (event) => {
        if (event.isTrusted && event.key === 'Escape') this.#drop();
        // Items that are no buttons press themselves by a click that is nobody's.
        const presses = event.key === 'Enter' || event.key === ' ';
        if (presses && !isTextField(event.composedPath()[0])) this.#onPress(event);
      },
      { signal, capture: true },
    );
  }

  /** Tells that Vakhta opened a comment's menu at the operator's word: no click said whose it is. */
  menuOpenedFor(root: Element): void {
    this.#menuOwner = this.#ownerAt(root);
  }

  #onPress(event: MouseEvent | KeyboardEvent): void {
    if (!event.isTrusted || this.page.overlay.owns(event.target)) return;
    const { adapter } = this.page;
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    const menu = menuToggleAt(adapter, target);
    if (menu) {
      this.#menuOwner = this.#ownerAt(menu.root);
    } else if (this.#intents.size > 0 && isCancel(adapter, target)) {
      this.#drop();
    } else if (this.#intents.size > 0 && isConfirm(adapter, target)) {
      for (const intent of this.#intents.values()) intent.deadline = performance.now() + ANSWER_MS;
    } else {
      const control = controlAt(adapter, target);
      if (control) this.#begin(control);
      // A press outside closes menus: what is opened next may speak of something else.
      else if (!isInPopup(adapter, target)) this.#menuOwner = null;
    }
  }

  #begin(control: NativeControl): void {
    const owner = this.#ownerOf(control);
    const judged = owner && this.store.getState().comments.get(owner.key);
    if (!owner || !judged) return;
    // «Отменить» in a dialog may mean anything; only what was deleted here can come back.
    if (control.kind === 'restore' && !this.#deleted.has(owner.key)) return;
    const deadline = performance.now() + PATIENCE_MS;
    // Taken out first: the last one begun stands last.
    this.#intents.delete(owner.key);
    this.#intents.set(owner.key, { kind: control.kind, judged, slot: owner.slot, deadline });
    if (this.#looking !== undefined) return;
    this.#looking = setInterval(() => this.#look(), LOOK_MS);
    this.#observer.observe(document, { childList: true, subtree: true, characterData: true });
  }

  /** The comment that a control speaks of, as it stands now or, for a stub, as it stood. */
  #ownerOf({ where, root, element }: NativeControl): Owner | null {
    if (where === 'stub') {
      for (const [key, slot] of this.#deleted) if (isInSlot(slot, element)) return { key, slot };
      const last = [...this.#deleted].at(-1);
      return last && isInNotice(this.page.adapter, element)
        ? { key: last[0], slot: last[1] }
        : null;
    }
    if (root) return this.#ownerAt(root);
    const opened = this.#menuOwner;
    // Remembered anew where it still stands: notices that came meanwhile must not pass for its answer.
    const now = opened && this.#ownerAt(opened.slot.root);
    return now?.key === opened?.key ? now : opened;
  }

  #ownerAt(root: Element): Owner | null {
    const key = this.judging.at(root)?.key;
    const slot = rememberSlot(this.page.adapter, root, new URL(location.href));
    return key !== undefined && slot ? { key, slot } : null;
  }

  #look(): void {
    // The last one begun first: a question to an earlier one may have been left without an answer.
    for (const [key, { kind, judged, slot, deadline }] of [...this.#intents].reverse()) {
      if (this.#intents.get(key)?.slot !== slot) continue;
      if (this.#isReached(kind, slot)) {
        this.#intents.delete(key);
        this.#setAside(kind);
        if (kind === 'delete' || kind === 'hide') this.#remember(key, slot);
        if (kind === 'restore') this.#deleted.delete(key);
        this.events.onDone(kind, judged);
      } else if (performance.now() > deadline) {
        this.#intents.delete(key);
        this.events.onUnproved(judged);
      }
    }
    if (this.#intents.size === 0) this.#rest();
  }

  /** What the page has just said of one comment must not pass for an answer about others. */
  #setAside(kind: NativeKind): void {
    for (const intent of this.#intents.values())
      if (intent.kind === kind) intent.slot = withoutNotices(this.page.adapter, intent.slot);
  }

  /** A page that makes the reading throw must not hold up other intents: this one runs out of time. */
  #isReached(kind: NativeKind, slot: Slot): boolean {
    try {
      return outcomeReached(this.page.adapter, kind, slot);
    } catch (error) {
      console.error('Вахта: состояние комментария не прочитано', error);
      return false;
    }
  }

  #remember(key: string, slot: Slot): void {
    this.#deleted.set(key, slot);
    const [oldest] = this.#deleted.keys();
    if (this.#deleted.size > DELETED_LIMIT && oldest !== undefined) this.#deleted.delete(oldest);
  }

  #drop(): void {
    this.#intents.clear();
    this.#rest();
  }

  #rest(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#observer.disconnect();
  }
}
