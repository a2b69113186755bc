import type { Messages } from '../i18n';
import type { PanelCommand } from '../messages/panel';
import { sendMessage } from '../messages/protocol';
import { focusRemovalIn, openMenuOf } from '../networks/open-menu';
import { chordLabel } from '../settings/chord';
import type { KeyAction } from '../settings/settings';
import type { Card } from './card';
import type { Chips } from './chips';
import type { PageContext } from './context';
import type { DraftCheck } from './draft';
import type { Help } from './help';
import type { Judging } from './judging';
import type { KeyHandlers } from './keys';
import type { NativeActions } from './native-actions';
import { ownRegulation } from './own-regulation';
import { spotlight } from './spotlight';
import { flagged, type PageStore } from './state';
import type { Lessons } from './teaching/lesson';
import type { Toast } from './toast';
import type { Verdicts } from './verdicts';
import { recordWall } from './wall';
import { commentKey } from './watch';
import { wordsOf } from './words';

/** How long a virtual list may take to draw a comment again, and how often to look, milliseconds. */
const DRAWN_MS = 2_000;
const LOOK_MS = 50;

/** The parts of the page that the operator's commands reach. */
export interface DeskParts {
  page: PageContext;
  store: PageStore;
  judging: Judging;
  verdicts: Verdicts;
  toast: Toast;
  card: Card;
  chips: Chips;
  help: Help;
  lessons: Lessons;
  draft: DraftCheck;
  native: NativeActions;
  /** The overlay's layer. */
  layer: HTMLElement;
}

/**
 * Opens the network's own menu of a comment at the operator's word; says so when it cannot. The items
 * of the menu stay the operator's to press. Resolves to the comment's element, or null.
 */
export async function openMenu(
  { page, judging, toast, native }: Pick<DeskParts, 'page' | 'judging' | 'toast' | 'native'>,
  key: string,
): Promise<Element | null> {
  const at = judging.live(key);
  const words = wordsOf(page.messages(), at?.comment ?? {});
  if (!at) {
    toast.say(words.scrolledAway);
    return null;
  }
  const { root } = at;
  root.scrollIntoView({ block: 'nearest' });
  native.menuOpenedFor(root);
  if (await openMenuOf(page.adapter, root)) return root;
  toast.say(words.menuNotFound);
  return null;
}

/**
 * Opens the menu of a comment with the focus on what takes the comment away, so that the operator's
 * next key may press it: deleting, or hiding where the network lets him do no more.
 */
async function openRemoval(parts: DeskParts, key: string): Promise<void> {
  const { page, toast, layer } = parts;
  const root = await openMenu(parts, key);
  if (!root) return;
  const removal = await focusRemovalIn(page.adapter, root);
  if (removal) spotlight(layer, removal.element, page.signal);
  toast.say(page.messages().page.removal[removal?.kind ?? 'none']);
}

/** Opens the side panel beside this tab; needs the operator's gesture. */
export function openPanel(): void {
  sendMessage('openPanel', undefined).catch(() => undefined);
}

/** What the operator commands by key or from the panel. */
export class Desk implements KeyHandlers {
  readonly #keys: Partial<Record<KeyAction, () => boolean>>;

  constructor(private readonly parts: DeskParts) {
    const { verdicts, help } = parts;
    const always = (act: () => void) => () => {
      act();
      return true;
    };
    this.#keys = {
      next: always(() => this.#step(1)),
      previous: always(() => this.#step(-1)),
      keep: () => this.#onCurrent((key) => verdicts.keep(key)),
      note: () => this.#onCurrent((key) => this.#openNote(key)),
      blacklist: () => this.#onCurrent((key) => verdicts.blacklist(key)),
      openMenu: () => this.#onCurrent((key) => void openMenu(parts, key)),
      remove: () => this.#onCurrent((key) => void openRemoval(parts, key)),
      undo: () => verdicts.undo() || this.#hint(({ nothingToUndo }) => nothingToUndo),
      except: () => verdicts.except(),
      thread: () => this.#onCurrent((key) => this.#showThread(key)),
      search: always(openPanel),
      help: always(() => help.toggle()),
    };
  }

  act(action: KeyAction): boolean {
    return this.#keys[action]?.() ?? false;
  }

  /** The digit speaks of the record just made until the operator moves on, else of where he is. */
  ground(index: number): boolean {
    const { toast, store, verdicts } = this.parts;
    const ground = ownRegulation().grounds[index];
    const offer = toast.current();
    const key = offer?.grounds ? offer.key : store.getState().current;
    if (!ground || key === null) return false;
    verdicts.mark(key, ground.id);
    return true;
  }

  /** Does what the panel asks. */
  obey(command: PanelCommand): void {
    const { verdicts, draft, lessons } = this.parts;
    switch (command.type) {
      case 'jump':
        this.#jump(command.key);
        break;
      case 'mark':
        verdicts.mark(command.key, command.ground);
        break;
      case 'keep':
        verdicts.keep(command.key);
        break;
      case 'note':
        verdicts.note(command.key, command.text);
        break;
      case 'blacklist':
        verdicts.blacklist(command.key);
        break;
      case 'openMenu':
        void openMenu(this.parts, command.key);
        break;
      case 'next':
        this.#step(1);
        break;
      case 'previous':
        this.#step(-1);
        break;
      case 'undo':
        verdicts.undo();
        break;
      case 'replace':
        void draft.replace(command.start, command.end, command.expected, command.replacement);
        break;
      case 'teach':
        lessons.begin();
        break;
      case 'fill':
        void draft.fill(command.text, command.entry);
        break;
      case 'recordPosts':
        recordWall(this.parts.page, command.ids);
        break;
    }
  }

  #onCurrent(act: (key: string) => void): boolean {
    const { current } = this.parts.store.getState();
    if (current === null) return this.#hint(({ chooseFirst }, next) => chooseFirst(next));
    act(current);
    return true;
  }

  /**
   * Says what to do first, where there is anything to do: some networks have letters of their own, and
   * one that was meant for Vakhta must not mute or block somebody there.
   */
  #hint(sentence: (words: Messages['page'], next: string) => string): boolean {
    const { page, store, toast } = this.parts;
    if (flagged(store.getState()).length === 0) return false;
    const next = chordLabel(page.settings().keys.next, page.locale()).join(' + ');
    toast.say(sentence(page.messages().page, next));
    return true;
  }

  #jump(key: string): void {
    const { store, judging, toast, page, chips } = this.parts;
    const at = judging.live(key);
    store.setState({ current: key });
    toast.release();
    if (at) {
      this.#scrollTo(at.root, 'center');
      chips.layout();
      return;
    }
    const top = chips.topOf(key);
    if (top === undefined) toast.say(page.messages().page.scrolledAway);
    else void this.#bringBack(key, top);
  }

  /** A virtual list has taken the comment out: goes where it stood and waits until it is drawn again. */
  async #bringBack(key: string, top: number): Promise<void> {
    const { store, judging, toast, page } = this.parts;
    const isWanted = () => store.getState().current === key && !page.signal.aborted;
    scrollTo({ top: top - innerHeight / 2, behavior: 'instant' });
    for (const end = performance.now() + DRAWN_MS; performance.now() < end && isWanted(); ) {
      if (judging.live(key)) {
        this.#jump(key);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    if (isWanted()) toast.say(page.messages().page.scrolledAway);
  }

  #scrollTo(root: Element, block: ScrollLogicalPosition): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    root.scrollIntoView({ block, behavior: calm ? 'instant' : 'smooth' });
  }

  /** To the next or previous comment that waits, round the end. */
  #step(by: 1 | -1): void {
    const state = this.parts.store.getState();
    const open = flagged(state).filter(({ done, key }) => !done || key === state.current);
    const at = open.findIndex(({ key }) => key === state.current);
    const next =
      at === -1 ? (by === 1 ? 0 : open.length - 1) : (at + by + open.length) % open.length;
    const key = open[next]?.key;
    if (key !== undefined) this.#jump(key);
  }

  #openNote(key: string): void {
    const anchor = this.parts.chips.chipOf(key) ?? this.parts.judging.live(key)?.root;
    if (anchor) this.parts.card.open(key, anchor, 'note');
  }

  #showThread(key: string): void {
    const { judging, store } = this.parts;
    const comment = store.getState().comments.get(key)?.comment;
    const parent = comment?.parent ? commentKey({ ...comment, id: comment.parent }) : key;
    const at = judging.live(parent) ?? judging.live(key);
    if (at) this.#scrollTo(at.root, 'start');
  }
}
