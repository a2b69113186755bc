import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { messagesOf } from '../i18n';
import type { PanelCommand } from '../messages/panel';
import { sendMessage } from '../messages/protocol';
import { moderate } from '../moderation';
import type { Criterion, Finding } from '../moderation/contract';
import type { NetworkAdapter } from '../networks/contract';
import { healthOf } from '../networks/health';
import { openMenuOf } from '../networks/native';
import { commentRootOf } from '../networks/read';
import { KUZBASS } from '../regulation/profile';
import type { KeyAction, Settings } from '../settings/settings';
import { Card } from './card';
import { Chips } from './chips';
import { CommentMarks } from './comment-marks';
import type { PageContext } from './context';
import { element } from './dom';
import { startDraftCheck } from './draft';
import { Help } from './help';
import { listenToKeys } from './keys';
import { watchNativeActions } from './native-actions';
import { openOverlay } from './overlay';
import { servePanel } from './panel-port';
import { Recorder } from './recorder';
import { changeComment, createPageStore, flagged, type Judged, putComment } from './state';
import { OVERLAY_STYLE } from './style';
import { Toast } from './toast';
import { Verdicts } from './verdicts';
import { type LiveComment, watchComments } from './watch';

/** A page claims comments and none was read for this long before Vakhta calls itself blind. */
const BLIND_AFTER_MS = 5_000;
const TAB_STATE_EVERY_MS = 500;

interface Watch {
  adapter: NetworkAdapter;
  ctx: ContentScriptContext;
  signal: AbortSignal;
  settings: () => Settings;
  listeners: Set<(settings: Settings) => void>;
}

/** Everything Vakhta does on one page, wired together; all of it ends with the signal. */
export function watchPage({ adapter, ctx, signal, settings, listeners }: Watch): void {
  const store = createPageStore();
  const overlay = openOverlay(document, signal);
  overlay.addStyle(OVERLAY_STYLE);
  const layer = element('div', { class: 'layer' });
  overlay.shadow.append(layer);
  const locale = () => settings().locale;
  const messages = () => messagesOf(locale());
  const recorder = new Recorder(signal, {
    onWaiting(waiting, trouble) {
      const { page: words } = messages();
      const sentence =
        trouble === null
          ? null
          : trouble === 'full'
            ? words.diskFull
            : trouble === 'gone'
              ? words.orphaned
              : words.notSaved;
      store.setState({ waiting, trouble: sentence });
      toast.trouble(sentence);
    },
  });
  const page: PageContext = {
    adapter,
    signal,
    overlay,
    settings,
    onSettings(listener) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    locale,
    messages,
    record: (record) => recorder.record(record),
    showDraft: (draft) => store.setState({ draft }),
  };
  const theme = () => {
    const { theme: wanted } = settings();
    const dark =
      wanted === 'dark' ||
      (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    layer.dataset.theme = dark ? 'dark' : 'light';
    layer.lang = locale();
  };
  theme();
  page.onSettings(theme);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', theme, { signal });

  const toast = new Toast(page, layer);
  const verdicts = new Verdicts(page, store, toast);
  const marks = new CommentMarks(page);
  const live = new Map<string, LiveComment>();

  const openMenu = (key: string) => {
    const at = live.get(key);
    if (!at) return toast.say(messages().page.scrolledAway);
    at.root.scrollIntoView({ block: 'nearest' });
    if (!openMenuOf(adapter, at.root)) toast.say(messages().page.menuNotFound);
  };
  const openPanel = () => void sendMessage('openPanel', undefined).catch(() => undefined);
  const card = new Card(page, store, verdicts, layer, openMenu, openPanel);
  const chips = new Chips(page, store, marks, layer, (key, anchor) => {
    store.setState({ current: key });
    card.open(key, anchor);
  });
  const help = new Help(page, layer);

  const judge = (text: string): Finding[] => {
    const { criteria, probable } = settings();
    const on = new Set(
      (Object.keys(criteria) as Criterion[]).filter((criterion) => criteria[criterion]),
    );
    const findings = moderate(text, { criteria: on });
    return probable ? findings : findings.filter((finding) => finding.strength === 'certain');
  };
  const show = (at: LiveComment) => {
    const judged = store.getState().comments.get(at.key);
    if (judged && (judged.findings.length > 0 || judged.done)) marks.mark(at, judged.findings);
    else marks.forget(at.key);
  };
  const read = (at: LiveComment) => {
    live.set(at.key, at);
    const known = store.getState().comments.get(at.key);
    if (known?.comment.text !== at.comment.text)
      putComment(store, at.comment, judge(at.comment.text));
    show(at);
    askStanding(at.key);
  };

  const asked = new Set<string>();
  const toAsk = new Set<string>();
  const askStanding = (key: string) => {
    const judged = store.getState().comments.get(key);
    if (!judged || judged.findings.length === 0 || judged.comment.authorUrl === '') return;
    if (asked.has(judged.comment.authorUrl)) return;
    if (toAsk.size === 0) setTimeout(() => void sendQuestions(), 200);
    toAsk.add(judged.comment.authorUrl);
  };
  const sendQuestions = async () => {
    const authorUrls = [...toAsk].slice(0, 500);
    for (const url of authorUrls) {
      toAsk.delete(url);
      asked.add(url);
    }
    try {
      const standings = await sendMessage('standing', { network: adapter.id, authorUrls });
      for (const { comment } of store.getState().comments.values()) {
        const standing = standings[comment.authorUrl];
        if (standing) changeComment(store, comment.id, { standing });
      }
    } catch {
      // Without the background there is no history to show; marks and records go on.
      for (const url of authorUrls) asked.delete(url);
    }
  };

  const watcher = watchComments({
    adapter,
    document,
    signal,
    onRead: read,
    onGone(key) {
      live.delete(key);
      marks.forget(key);
    },
    onIdle: () => {
      look();
      chips.layout();
    },
  });

  let blindSince: number | null = null;
  const look = () => {
    const url = new URL(location.href);
    const health = healthOf(adapter, document, url);
    const unseen = health.blind || health.composerBlind;
    blindSince = unseen ? (blindSince ?? performance.now()) : null;
    store.setState({
      account: adapter.readAccount(document, url) ?? '',
      identity: adapter.readIdentity(document)?.name ?? '',
      thread: adapter.threadOf(url) ?? '',
      claimed: health.commentsClaimed,
      blind: blindSince !== null && performance.now() - blindSince >= BLIND_AFTER_MS,
    });
    if (unseen) setTimeout(() => !signal.aborted && look(), BLIND_AFTER_MS);
  };
  look();

  ctx.addEventListener(
    window,
    'wxt:locationchange',
    () => {
      card.close();
      watcher.navigated();
      // The event comes before the address changes; what is left of the old page goes when it is idle.
      setTimeout(() => {
        if (signal.aborted) return;
        const { comments } = store.getState();
        for (const key of comments.keys()) if (!live.has(key)) comments.delete(key);
        store.setState({ current: null, revision: store.getState().revision + 1 });
        look();
      }, 300);
    },
    { signal },
  );

  page.onSettings(() => {
    for (const { comment, findings } of store.getState().comments.values()) {
      const next = judge(comment.text);
      if (JSON.stringify(next) !== JSON.stringify(findings)) putComment(store, comment, next);
    }
    for (const at of live.values()) show(at);
    chips.layout();
  });

  watchNativeActions(page, store, {
    onDone(kind, judged) {
      verdicts.native(kind, judged);
    },
    onUnproved(judged) {
      const words = messages().page;
      toast.say(words.actedUnproved(judged.comment.author || words.unknownAuthor));
    },
  });

  const jump = (key: string) => {
    const at = live.get(key);
    store.setState({ current: key });
    if (!at) return toast.say(messages().page.scrolledAway);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    at.root.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    chips.layout();
  };
  const step = (by: 1 | -1) => {
    const state = store.getState();
    const open = flagged(state).filter(
      (judged) => !judged.done || judged.comment.id === state.current,
    );
    if (open.length === 0) return;
    const at = open.findIndex((judged) => judged.comment.id === state.current);
    const next =
      at === -1 ? (by === 1 ? 0 : open.length - 1) : (at + by + open.length) % open.length;
    const key = open[next]?.comment.id;
    if (key !== undefined) jump(key);
  };
  const current = (): Judged | undefined => {
    const { comments, current: key } = store.getState();
    return key === null ? undefined : comments.get(key);
  };
  const onCurrent = (act: (key: string) => void) => {
    const judged = current();
    if (!judged) return false;
    act(judged.comment.id);
    return true;
  };
  const anchorOf = (key: string) => chips.chipOf(key) ?? live.get(key)?.root;

  const KEYS: Partial<Record<KeyAction, () => boolean>> = {
    next: () => {
      step(1);
      return true;
    },
    previous: () => {
      step(-1);
      return true;
    },
    keep: () => onCurrent((key) => verdicts.keep(key)),
    note: () =>
      onCurrent((key) => {
        const anchor = anchorOf(key);
        if (anchor) card.open(key, anchor, 'note');
      }),
    blacklist: () => onCurrent((key) => verdicts.blacklist(key)),
    openMenu: () => onCurrent(openMenu),
    undo: () => verdicts.undo(),
    thread: () =>
      onCurrent((key) => {
        const parent = store.getState().comments.get(key)?.comment.parent;
        const at = (parent && live.get(parent)) || live.get(key);
        at?.root.scrollIntoView({ block: 'start', behavior: 'smooth' });
      }),
    search: () => {
      openPanel();
      return true;
    },
    help: () => {
      help.toggle();
      return true;
    },
  };
  listenToKeys(page, {
    act: (action) => KEYS[action]?.() ?? false,
    ground(index) {
      const ground = KUZBASS.grounds[index];
      const key = toast.current()?.key ?? store.getState().current;
      if (!ground || key === null) return false;
      verdicts.mark(key, ground.id);
      return true;
    },
  });

  addEventListener(
    'pointerover',
    (event) => {
      if (overlay.owns(event.target)) return;
      const root = event.target instanceof Element ? commentRootOf(adapter, event.target) : null;
      const at = root && [...live.values()].find((candidate) => candidate.root === root);
      chips.hover(at ? { key: at.key, root: at.root } : null);
    },
    { signal, passive: true },
  );

  const draft = startDraftCheck(page);
  const obey = (command: PanelCommand): void => {
    switch (command.type) {
      case 'jump':
        return jump(command.key);
      case 'mark':
        return verdicts.mark(command.key, command.ground);
      case 'keep':
        return verdicts.keep(command.key);
      case 'note':
        return verdicts.note(command.key, command.text);
      case 'blacklist':
        return verdicts.blacklist(command.key);
      case 'openMenu':
        return openMenu(command.key);
      case 'next':
        return step(1);
      case 'previous':
        return step(-1);
      case 'undo':
        return void verdicts.undo();
      case 'replace':
        return void draft.replace(
          command.start,
          command.end,
          command.expected,
          command.replacement,
        );
    }
  };
  servePanel(page, store, obey);
  tellTabState(page, store);
}

/** Keeps the badge and the popup informed, at most twice a second. */
function tellTabState(page: PageContext, store: ReturnType<typeof createPageStore>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    const state = store.getState();
    const queue = flagged(state);
    sendMessage('tabState', {
      network: page.adapter.id,
      read: state.comments.size,
      flagged: queue.length,
      done: queue.filter((judged) => judged.done).length,
      paused: false,
      blind: state.blind,
      waiting: state.waiting,
    }).catch(() => undefined);
  };
  const stop = store.subscribe(() => {
    timer ??= setTimeout(tell, TAB_STATE_EVERY_MS);
  });
  page.signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  tell();
}
