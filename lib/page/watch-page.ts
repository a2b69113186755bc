import { type PageMessages, pageMessagesOf } from '../i18n/page';
import type { PanelView } from '../messages/panel';
import { sendMessage } from '../messages/protocol';
import type { NetworkAdapter } from '../networks/contract';
import { commentRootOf } from '../networks/roots';
import type { OutboxRecord } from '../registry/schema';
import type { Settings } from '../settings/settings';
import { onAddressChange } from './address';
import { Card } from './card';
import { Chips } from './chips';
import { CommentMarks } from './comment-marks';
import type { PageContext } from './context';
import { Desk, openMenu, openPanel } from './desk';
import { element } from './dom';
import { startDraftCheck } from './draft';
import type { LateReviewer } from './draft/late-reviewer';
import { ownReviewer } from './draft/own-reviewer';
import { guardHats } from './hats/guard';
import { Help } from './help';
import { Judging } from './judging';
import { listenToKeys } from './keys';
import { LastWord } from './last-word';
import { Lookout } from './lookout';
import { NativeActions } from './native-actions';
import { openOverlay } from './overlay';
import type { OwnDictionary } from './own-dictionary';
import { servePanel } from './panel-port';
import { Recorder, type Trouble } from './recorder';
import { createPageStore } from './state';
import { OVERLAY_STYLE } from './style';
import { tellTabState } from './tab-state';
import { Lessons } from './teaching/lesson';
import { answerReports } from './teaching/reports';
import { Toast } from './toast';
import { Verdicts } from './verdicts';

/** A router changes the address after its event, and the page after that. */
const NAVIGATION_SETTLES_MS = 300;

/** So many acts that were not saved are told one by one. */
const TOLD = 3;

/** Where the operator's deeds go on a page that is there to practise on. */
export interface Practice {
  /** In place of the outbox and the registry. */
  record(record: OutboxRecord): void;
  /** The draft that is open, as the side panel would show it; null when none is. */
  onDraft(draft: PanelView['draft']): void;
  /** Judges drafts, in place of the one that the background brings into a network's page. */
  reviewer: LateReviewer;
}

export interface Watch {
  adapter: NetworkAdapter;
  signal: AbortSignal;
  settings: () => Settings;
  /** Called by the owner of the settings after each change. */
  listeners: Set<(settings: Settings) => void>;
  dictionary: OwnDictionary;
  /** The operator has just agreed to a lesson on this page: the watch begins anew with it. */
  onTaught(): void;
  /** The watch begins anew because of a lesson on this page. */
  isTaught: boolean;
  /** Absent on the pages of the networks. Nothing that is done in practice leaves the page. */
  practice?: Practice;
}

/** Everything Vakhta does on one page, wired together; all of it ends with the signal. */
export function watchPage(watch: Watch): void {
  const { adapter, signal, settings, listeners, dictionary, onTaught, isTaught, practice } = watch;
  const store = createPageStore();
  const overlay = openOverlay(document, signal);
  overlay.addStyle(OVERLAY_STYLE);
  const layer = element('div', { class: 'layer' });
  overlay.shadow.append(layer);

  const messages = () => pageMessagesOf(settings().locale);
  const lastWord = new LastWord(() => layer.dataset.theme ?? 'light');
  const recorder = new Recorder({
    onWaiting(held, trouble) {
      const sentence = trouble && troubleOf(messages(), held, trouble);
      store.setState({ waiting: held.length, trouble: sentence });
      if (signal.aborted) lastWord.say(sentence);
      else toast.trouble(sentence);
    },
  });
  // What was not saved when the watch ended is told on.
  signal.addEventListener('abort', () => lastWord.say(store.getState().trouble));
  const page: PageContext = {
    adapter,
    signal,
    overlay,
    settings,
    onSettings(listener) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    locale: () => settings().locale,
    messages,
    record: async (record) => (practice ? practice.record(record) : recorder.record(record)),
    except: practice ? null : (phrase) => sendMessage('except', phrase),
    showDraft(draft) {
      store.setState({ draft });
      practice?.onDraft(draft);
    },
  };
  dress(layer, page);

  // Before all others: a press that it holds back must not be noticed as done.
  if (!practice) guardHats(page, layer);
  const toast = new Toast(page, layer);
  const verdicts = new Verdicts(page, store, toast);
  const marks = new CommentMarks(page);
  const lookout = new Lookout(page, store, () => judging.reading());
  const judging = new Judging(
    page,
    store,
    marks,
    dictionary,
    (part) => lookout.noticePart(part),
    (isOfComments) => {
      if (isOfComments) {
        lookout.look();
        chips.layout();
      } else {
        lookout.lookCalmly();
        chips.layoutLater();
      }
    },
    () => chips.layoutLater(),
  );
  const native = new NativeActions(page, store, judging, {
    onDone: (kind, judged) => verdicts.native(kind, judged),
    onUnproved(judged) {
      const { actedUnproved, unknownAuthor } = messages().page;
      toast.say(actedUnproved(judged.comment.author || unknownAuthor));
    },
  });
  const showMenu = (key: string) => void openMenu({ page, judging, toast, native }, key);
  const card = new Card(page, store, verdicts, layer, showMenu, openPanel);
  const chips = new Chips(page, store, marks, layer, (key, anchor) => {
    store.setState({ current: key });
    toast.release();
    card.open(key, anchor);
  });
  const help = new Help(page, layer);
  const lessons = new Lessons(page, layer, onTaught);
  const draft = startDraftCheck(page, practice?.reviewer ?? ownReviewer(page));
  const desk = new Desk({
    page,
    store,
    judging,
    verdicts,
    toast,
    card,
    chips,
    help,
    lessons,
    draft,
    native,
    layer,
  });

  verdicts.onChange = (key) => judging.show(key);
  verdicts.onRecorded = (authorUrl) => judging.authorChanged(authorUrl);
  lookout.look();
  onAddressChange(signal, () => {
    card.close();
    judging.navigated();
    setTimeout(() => {
      if (signal.aborted) return;
      judging.dropGone();
      lookout.look();
    }, NAVIGATION_SETTLES_MS);
  });
  listenToKeys(page, desk);
  followOperator(page, judging, chips);
  if (practice) return;
  servePanel(page, store, (command) => desk.obey(command));
  tellTabState(page, store);
  answerReports(page);
  if (isTaught) toast.say(messages().teaching.learned);
}

/** What the operator is told while records are not saved. */
function troubleOf(
  { page }: PageMessages,
  held: readonly OutboxRecord[],
  trouble: Trouble,
): string {
  if (trouble === 'full') return page.diskFull;
  if (trouble === 'failed') return page.notSaved;
  const acts = held.map((record) =>
    record.type === 'action'
      ? page.toast[record.action.kind](record.action.author || page.unknownAuthor)
      : page.unsavedPublication,
  );
  return page.orphaned(acts.slice(0, TOLD).join('; '));
}

/** Keeps theme and language of the overlay as set. */
function dress(layer: HTMLElement, page: PageContext): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const put = () => {
    const { theme, locale } = page.settings();
    layer.dataset.theme =
      theme === 'dark' || (theme === 'auto' && system.matches) ? 'dark' : 'light';
    layer.lang = locale;
  };
  put();
  page.onSettings(put);
  system.addEventListener('change', put, { signal: page.signal });
}

/** Offers marking by hand at the comment under the pointer or with the focus. */
function followOperator(page: PageContext, judging: Judging, chips: Chips): void {
  const follow = (event: Event) => {
    // Inside a shadow root of the network the event's target is the root's host.
    const [target = null] = event.composedPath();
    if (page.overlay.owns(event.target)) return;
    const root = target instanceof Element ? commentRootOf(page.adapter, target) : null;
    const at = root && judging.at(root);
    chips.hover(at ? { key: at.key, root: at.root } : null);
  };
  for (const type of ['pointerover', 'focusin'])
    addEventListener(type, follow, { signal: page.signal, passive: true });
}
