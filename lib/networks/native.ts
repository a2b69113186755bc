import type { ControlMark, NativeKind, NetworkAdapter, Outcome } from './contract';
import { beginsWith, isMarked } from './labels';
import { isInWords, markedIn, marksIn, readComment, readId, standsDeleted } from './read';
import { commentRootOf, commentRoots, commentsAsSeen, holdsComments, markupOf } from './roots';
import { closest, cssOf } from './select';

// What the operator does with the network's own controls, told from the page alone: which control a
// click meant, and whether the page then shows that it took effect. Nothing here clicks.

/** How far above the clicked element its control may be: an icon in a button, a line of a menu. */
const CONTROL_DEPTH = 6;

/** The first of `start` and its ancestors below `boundary` that carries the mark. */
function findControl(start: Element, boundary: Element | null, mark: ControlMark): Element | null {
  let element: Element | null = start;
  for (let depth = 0; element && element !== boundary && depth < CONTROL_DEPTH; depth += 1) {
    if (isMarked(element, mark)) return element;
    element = element.parentElement;
  }
  return null;
}

/** Whether an element looks like a control to a person or says that it is one. */
const isPressable = (element: Element) =>
  element.matches('button, a, [role="button"], [role="link"], [title], [aria-label]');

/** The menu, sheet or dialog around `target`; a layer that shows whole comments is a page, not one. */
function popupAt(adapter: NetworkAdapter, target: Element): Element | null {
  const popup = closest(target, adapter.controls.popups);
  return popup && holdsComments(adapter, popup) ? null : popup;
}

/** Whether an element stands in a menu, sheet or dialog of the network. */
export const isInPopup = (adapter: NetworkAdapter, target: Element): boolean =>
  popupAt(adapter, target) !== null;

export interface MenuToggle {
  /** The comment whose menu it opens. */
  root: Element;
  toggle: Element;
}

/** The menu button that a press or a hover on `target` concerns, when it belongs to a comment. */
export function menuToggleAt(adapter: NetworkAdapter, target: Element): MenuToggle | null {
  const root = commentRootOf(adapter, target);
  if (!root || popupAt(adapter, target) || isInWords(adapter, root, target)) return null;
  const toggle = findControl(target, root, adapter.controls.menuToggle);
  return toggle && { root, toggle };
}

export interface NativeControl {
  kind: NativeKind;
  /** In the comment itself, in a popup (menu, sheet, dialog), or in the stub of a deleted comment. */
  where: 'comment' | 'popup' | 'stub';
  element: Element;
  /**
   * The comment's element. Absent for a popup outside it (then it belongs to the comment whose menu
   * was opened last, and to none when none was) and for a stub that replaced it (see `isInSlot`).
   */
  root?: Element;
}

/**
 * The network's own control that a click on `target` presses, or null. In a question («Удалить
 * комментарий?») the same label confirms: while an action waits for its answer, ask `isConfirm` first.
 */
export function controlAt(adapter: NetworkAdapter, target: Element): NativeControl | null {
  if (closest(target, adapter.controls.foreignPopups ?? [])) return null;
  const popup = popupAt(adapter, target);
  const root = commentRootOf(adapter, target);
  if (root && !popup && isInWords(adapter, root, target)) return null;
  const boundary = popup ?? root;
  for (const [kind, mark] of Object.entries(adapter.controls.items) as [
    NativeKind,
    ControlMark,
  ][]) {
    const element = findControl(target, boundary, mark);
    if (!element) continue;
    // Items of a menu may be of any kind; in a comment mere words are not a control.
    if (!popup && !isPressable(element)) continue;
    if (popup) return { kind, where: 'popup', element, ...(root && { root }) };
    if (!root) {
      // Only a stub may stand outside every comment; anything else is not about a comment.
      if (kind === 'restore') return { kind, where: 'stub', element };
      continue;
    }
    if (standsDeleted(adapter, root)) return { kind, where: 'stub', element, root };
    // In a comment that stands, «restore» belongs to an answer whose element a stub has replaced.
    if (kind === 'restore') return { kind, where: 'stub', element };
    return { kind, where: 'comment', element, root };
  }
  return null;
}

/**
 * Whether a click on `target` answers yes to a question of the network. An item of a menu never does:
 * it begins an action.
 */
export function isConfirm(adapter: NetworkAdapter, target: Element): boolean {
  if (target.closest('[role="menu"], [role="menuitem"]')) return false;
  const popup = popupAt(adapter, target);
  return popup !== null && findControl(target, popup, adapter.controls.confirm) !== null;
}

/** Whether a click on `target` leaves a question of the network without an answer. */
export function isCancel(adapter: NetworkAdapter, target: Element): boolean {
  const popup = popupAt(adapter, target);
  return popup !== null && findControl(target, popup, adapter.controls.cancel) !== null;
}

/**
 * A comment and its place as they were at the moment of a click: what is needed to tell a deleted
 * comment from one that scrolled out of a list or whose element now shows another one.
 */
export interface Slot {
  readonly document: Document;
  readonly root: Element;
  /** Id of the comment, as in `Comment`. */
  readonly id: string;
  /** The page's address at that moment. */
  readonly url: URL;
  /** The element that stands in the list for this comment: the root or a wrapper of it alone. */
  readonly item: Element;
  readonly list: Element | null;
  /** The lowest element around it that also holds a comment which is no answer to it. */
  readonly home: Element | null;
  readonly before: Element | null;
  readonly after: Element | null;
  /** Ids of the neighbours in the order of the page, own answers left out; null at an edge. */
  readonly previousId: string | null;
  readonly nextId: string | null;
  /** How far everything around the comment was scrolled. */
  readonly scrolled: ReadonlyMap<Element, number>;
  /** Marks of stubs that stood in the comment already: those of its answers. */
  readonly oldStubs: ReadonlySet<Element>;
  /** Notices that stood already, with their words. */
  readonly oldNotices: ReadonlyMap<Element, string>;
}

type OutcomeOf<State extends Outcome['state']> = Extract<Outcome, { state: State }>;

function outcomes<State extends Outcome['state']>(adapter: NetworkAdapter, state: State) {
  return Object.values(adapter.controls.outcomes)
    .flat()
    .filter((outcome): outcome is OutcomeOf<State> => outcome.state === state);
}

/** Parts of a region for notices that are looked at; it may turn out to be a whole chat. */
const NOTICE_PARTS = 200;

/** Notices and their parts: one region may hold several of them. */
const noticesOf = (document: Document, { selectors }: ControlMark): Element[] =>
  Array.from(document.querySelectorAll(cssOf(selectors))).flatMap((region) => [
    region,
    ...Array.from(region.querySelectorAll('*')).slice(-NOTICE_PARTS),
  ]);

/** Comments of the page in its order, `root` included but none that stands inside it. */
const rootsAround = (adapter: NetworkAdapter, root: Element) =>
  commentsAsSeen(adapter, root.ownerDocument).filter(
    (other) => other === root || !root.contains(other),
  );

/** Wrappers of one comment in a list that are worth looking through. */
const WRAPPER_DEPTH = 4;

/** The highest element around `root` that holds no other comment; `root` where it stands alone. */
function itemOf(adapter: NetworkAdapter, root: Element): Element {
  const holdsOthers = (element: Element) =>
    commentRoots(adapter, element).some((other) => other === element || !root.contains(other));
  let item = root;
  for (let depth = 0; depth < WRAPPER_DEPTH; depth += 1) {
    const parent = item.parentElement;
    if (!parent) return root;
    if (holdsOthers(parent)) return item;
    item = parent;
  }
  return root;
}

/**
 * Remembers the comment at `root` and its place; call it when the operator clicks, before the page
 * acts. Null when no comment can be read there (a stub: use the slot of its deletion).
 */
export function rememberSlot(adapter: NetworkAdapter, root: Element, url: URL): Slot | null {
  const id = readId(adapter, root, url);
  if (id === null) return null;
  const document = root.ownerDocument;
  const item = itemOf(adapter, root);
  const around = rootsAround(adapter, root);
  const place = around.indexOf(root);
  const idOf = (neighbour: Element | undefined) =>
    neighbour ? readId(adapter, neighbour, url) : null;
  // Answers that stand outside the comment's element leave the page with it.
  const answers = around
    .slice(place + 1)
    .findIndex((other) => readComment(adapter, other, url)?.comment.parent !== id);
  const scrolled = new Map<Element, number>();
  for (let element: Element | null = root; element; element = element.parentElement)
    scrolled.set(element, element.scrollTop);
  return {
    document,
    root,
    id,
    url,
    item,
    list: item.parentElement,
    home: homeOf(
      item,
      around.filter((_, at) => at < place || (answers !== -1 && at > place + answers)),
    ),
    before: item.previousElementSibling,
    after: item.nextElementSibling,
    previousId: idOf(around[place - 1]),
    nextId: answers === -1 ? null : idOf(around[place + 1 + answers]),
    scrolled,
    oldStubs: new Set(
      outcomes(adapter, 'stub').flatMap((outcome) => marksIn(adapter, root, outcome)),
    ),
    oldNotices: noticesIn(adapter, document),
  };
}

/** The lowest ancestor of `item` that holds one of the others; its parent where there are none. */
function homeOf(item: Element, others: readonly Element[]): Element | null {
  let home = item.parentElement;
  while (home && others.length > 0 && !others.some((other) => home?.contains(other)))
    home = home.parentElement;
  return home;
}

/** All notices that stand in the page now, with their words. */
const noticesIn = (adapter: NetworkAdapter, document: Document): Slot['oldNotices'] =>
  new Map(
    outcomes(adapter, 'notice')
      .flatMap((outcome) => noticesOf(document, outcome))
      .map((element) => [element, element.textContent ?? '']),
  );

/** The same place, for which the notices that stand now prove nothing: they spoke of another comment. */
export const withoutNotices = (adapter: NetworkAdapter, slot: Slot): Slot => ({
  ...slot,
  oldNotices: noticesIn(adapter, slot.document),
});

/** Taller than any short notice, CSS pixels: a dialog is not in the way of a line at the bottom. */
const NOTICE_HEIGHT = 120;

/**
 * How high above the lower edge of the window the network's own short notice reaches, CSS pixels; 0
 * where none stands there.
 */
export function noticeReach(adapter: NetworkAdapter, document: Document): number {
  const height = document.defaultView?.innerHeight ?? 0;
  const regions = outcomes(adapter, 'notice').flatMap(({ selectors }) =>
    Array.from(document.querySelectorAll(cssOf(selectors))),
  );
  let reach = 0;
  for (const notice of new Set(regions.flatMap((region) => [region, ...region.children]))) {
    const box = notice.getBoundingClientRect();
    const isShort = box.height > 0 && box.height < NOTICE_HEIGHT;
    if (isShort && box.top < height && box.bottom > height - NOTICE_HEIGHT)
      reach = Math.max(reach, height - box.top);
  }
  return reach;
}

/** Whether an element stands in a notice: «undo» there speaks of what was done last. */
export const isInNotice = (adapter: NetworkAdapter, element: Element): boolean =>
  outcomes(adapter, 'notice').some(({ selectors }) => closest(element, selectors) !== null);

/** What stands now where the comment stood: its item, what replaced it, what was put beside it. */
function standingIn({ item, list, before, after }: Slot): Element[] {
  const alone = item.isConnected ? [item] : [];
  if (!list?.isConnected || (before && before.parentElement !== list)) return alone;
  const found: Element[] = [];
  const first = before ? before.nextElementSibling : list.firstElementChild;
  for (let element = first; element && element !== after; element = element.nextElementSibling) {
    found.push(element);
    // A stub is one element, perhaps with a line beside it; more means that the list was rebuilt.
    if (found.length > 3) return alone;
  }
  return found;
}

/** Whether `element` stands where the slot's comment stood, e.g. in the stub that replaced it. */
export function isInSlot(slot: Slot, element: Element): boolean {
  return standingIn(slot).some((place) => place.contains(element));
}

/** Whether an element that shows no comment at the moment is kept by the list for another one. */
function namesAnother(adapter: NetworkAdapter, slot: Slot, root: Element): boolean {
  const shown = readId(adapter, root, slot.url);
  if (shown !== null) return shown !== slot.id;
  const markup = markupOf(adapter, root);
  const told = markup?.readId(root, '', slot.url) ?? null;
  const numberOf = (id: string) => /\d+$/.exec(id)?.[0];
  return told !== null && numberOf(told) !== numberOf(slot.id);
}

/** Whether a stub that was not there before stands in the comment's place. */
function hasStub(adapter: NetworkAdapter, slot: Slot, mark: ControlMark): boolean {
  const { root, item, oldStubs } = slot;
  const givenAway = root.isConnected && namesAnother(adapter, slot, root);
  const isOurs = (element: Element) => {
    const owner = commentRootOf(adapter, element);
    if (owner === root) return !givenAway;
    // Otherwise in no comment at all, or straight in the one that this comment answers.
    return owner === null || owner.contains(item) || !owner.isConnected;
  };
  return standingIn(slot).some((place) => {
    const marked = markedIn(place, mark);
    if (isMarked(place, mark)) marked.push(place);
    return marked.some((element) => !oldStubs.has(element) && isOurs(element));
  });
}

/** Whether the comment's own element still shows it. */
const showsStill = (adapter: NetworkAdapter, { root, url, id }: Slot): boolean =>
  root.isConnected && readId(adapter, root, url) === id;

/** Whether the comment is shown anywhere in the page. Reads every id: ask the cheap things first. */
const isShownSomewhere = (adapter: NetworkAdapter, slot: Slot): boolean =>
  showsStill(adapter, slot) ||
  commentRoots(adapter, slot.document).some((root) => readId(adapter, root, slot.url) === slot.id);

/** Whether an element is scrolled as it was, or was pulled up because the page has become shorter. */
const hasStayed = (element: Element, top: number): boolean =>
  element.scrollTop === top ||
  (element.scrollTop < top && element.scrollTop + element.clientHeight >= element.scrollHeight - 1);

/**
 * Whether the comment has left the page while its neighbours closed ranks. A list that drops what
 * scrolls out of sight drops a neighbour with it; at an edge of the list, where one neighbour is
 * missing, nothing may have been scrolled.
 */
function hasGone(adapter: NetworkAdapter, slot: Slot): boolean {
  const { document, url, previousId, nextId, home } = slot;
  if (slot.root.isConnected) {
    // Still shown, or just being drawn anew: only an element given to another comment lets go of it.
    const shown = readId(adapter, slot.root, url);
    if (shown === null || shown === slot.id) return false;
  }
  const ids = commentsAsSeen(adapter, document).map((root) => readId(adapter, root, url));
  if (ids.includes(slot.id)) return false;
  const previous = previousId === null ? -1 : ids.indexOf(previousId);
  if (previousId !== null && previous === -1) return false;
  if (previousId !== null && nextId !== null) {
    // The answers of the previous comment stand between the two when it has any.
    return ids.indexOf(nextId) === previous + 1;
  }
  if (nextId !== null && !ids.includes(nextId)) return false;
  if (!home?.isConnected) return false;
  return [...slot.scrolled].every(
    ([element, top]) => slot.root.contains(element) || hasStayed(element, top),
  );
}

function hasNotice(slot: Slot, mark: ControlMark): boolean {
  return noticesOf(slot.document, mark).some((element) => {
    const words = element.textContent ?? '';
    const old = slot.oldNotices.get(element) ?? '';
    if (words === old) return false;
    // A region keeps older notices above the new one.
    const fresh = words.startsWith(old) ? words.slice(old.length) : words;
    return beginsWith(fresh, mark.labels);
  });
}

/**
 * Whether the page shows now that the action took effect on the comment that `slot` remembers. Ask
 * after changes of the page; it costs a reading of all ids at most. Neither scrolling away nor an
 * element that the list gave to another comment passes for a deletion.
 */
export function outcomeReached(adapter: NetworkAdapter, kind: NativeKind, slot: Slot): boolean {
  return (adapter.controls.outcomes[kind] ?? []).some((outcome) => {
    switch (outcome.state) {
      case 'stub':
        // While the comment is shown, a new stub inside it is that of an answer.
        return !(kind === 'delete' && showsStill(adapter, slot)) && hasStub(adapter, slot, outcome);
      case 'notice':
        // While the comment is shown, a notice of a deletion speaks of another one.
        return !(kind === 'delete' && showsStill(adapter, slot)) && hasNotice(slot, outcome);
      case 'back':
        return isShownSomewhere(adapter, slot);
      case 'gone':
        return hasGone(adapter, slot);
      default:
        return outcome satisfies never;
    }
  });
}
