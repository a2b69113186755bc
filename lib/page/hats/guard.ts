import type { PageContext } from '../context';
import { element } from '../dom';
import { editorIn } from '../draft/composers';
import { type Press, pressOf } from '../draft/press';
import { Facts } from './facts';
import { type WrongHat, wrongHat } from './rule';

/** Air between the button and the word beside it, CSS pixels. */
const AIR = 8;
/** How often the word looks whether its button still stands, milliseconds. */
const LOOK_MS = 500;

const HAT_STYLE = `
.hat {
  position: fixed; z-index: 2; width: max-content; max-width: min(340px, calc(100vw - 24px)); padding: 10px 14px;
  border-radius: 10px; background: var(--paper); color: var(--ink); border: 1px solid var(--line);
  border-inline-start: 4px solid var(--hat); box-shadow: 0 8px 28px rgb(15 23 34 / 24%);
  --hat: #b45309;
}
.layer[data-theme="dark"] .hat { --hat: #f2b25c; }
.hat p { margin: 0; }
.hat p + p { margin-top: 4px; font-weight: 600; }
@media (forced-colors: active) { .hat { border: 1px solid CanvasText; } }
`;

/** Whether there is anything to send; an editor that is not there (a second step) may hold anything. */
function hasDraft({ composer }: Press): boolean {
  const editor = editorIn(composer);
  if (!editor) return true;
  const text = editor instanceof HTMLTextAreaElement ? editor.value : (editor.textContent ?? '');
  return text.trim() !== '';
}

/**
 * Watches for the wrong name: a private one on a page of the registry, an official one elsewhere. The
 * first press that would send is held back and the operator is told beside the button; the next one goes
 * through, and the same name on the same page is never held again. Where anything is in doubt, nothing
 * is held. Must listen before all others who notice a press: what was held back was not done.
 */
export function guardHats(page: PageContext, layer: HTMLElement): void {
  const { adapter, signal, overlay } = page;
  const facts = new Facts(adapter);
  /** What was told already: the name, the page and what is wrong with them. */
  const told = new Set<string>();
  overlay.addStyle(HAT_STYLE);
  const note = element('div', { class: 'hat', role: 'alert', hidden: '' });
  layer.append(note);
  let anchor: Element | null = null;
  let looking: ReturnType<typeof setInterval> | undefined;

  const hide = () => {
    clearInterval(looking);
    note.hidden = true;
    note.replaceChildren();
    anchor = null;
  };
  const place = () => {
    if (!anchor?.isConnected) {
      hide();
      return;
    }
    const at = anchor.getBoundingClientRect();
    const { width, height } = note.getBoundingClientRect();
    const above = at.top - height - AIR;
    note.style.top = `${above > AIR ? above : at.bottom + AIR}px`;
    note.style.left = `${Math.max(AIR, Math.min(at.right - width, innerWidth - width - AIR))}px`;
  };
  const say = (wrong: WrongHat, voice: string, account: string, near: Element) => {
    const words = page.messages().hats;
    const sentence = {
      own: () => (voice === '' ? words.ownUnnamed(account) : words.own(voice, account)),
      official: () => (voice === '' ? words.officialUnnamed : words.official(voice)),
    }[wrong]();
    note.replaceChildren(element('p', {}, sentence), element('p', {}, words.held));
    note.hidden = false;
    anchor = near;
    place();
    clearInterval(looking);
    looking = setInterval(place, LOOK_MS);
  };

  const onPress = (event: MouseEvent | KeyboardEvent) => {
    if (!event.isTrusted || overlay.owns(event.target)) return;
    const press = pressOf(adapter, event);
    if (!press) return;
    hide();
    const voice = adapter.readVoice(press.near);
    const known = voice && hasDraft(press) ? facts.of(voice) : null;
    const wrong = voice && known ? wrongHat(press.composer.markup.kind, voice, known) : null;
    if (!voice || !known || !wrong) return;
    const key = `${wrong} ${known.account} ${voice.kind} ${voice.url || voice.name}`;
    if (told.has(key)) return;
    told.add(key);
    event.preventDefault();
    event.stopImmediatePropagation();
    say(wrong, known.voice ?? voice.name, known.page ?? '', press.near);
  };
  addEventListener('click', onPress, { signal, capture: true });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') hide();
      else if (event.key === 'Enter' || event.key === ' ') onPress(event);
    },
    { signal, capture: true },
  );

  // Asked early, so that the answer is there at the press.
  const foresee = (target: EventTarget | null) => {
    if (!(target instanceof Element) || overlay.owns(target)) return;
    const isEditor = adapter.composers.some(({ editor }) =>
      editor.some(({ css }) => target.closest(css)),
    );
    if (isEditor) facts.ask(adapter.readVoice(target));
  };
  addEventListener('focusin', ({ target }) => foresee(target), { signal, capture: true });
  addEventListener(
    'pointerdown',
    (event) => {
      const press = event.isTrusted && !overlay.owns(event.target) ? pressOf(adapter, event) : null;
      if (press) facts.ask(adapter.readVoice(press.near));
    },
    { signal, capture: true, passive: true },
  );
  for (const type of ['scroll', 'resize'])
    addEventListener(type, () => anchor && place(), { signal, capture: true, passive: true });
  signal.addEventListener('abort', () => clearInterval(looking), { once: true });
  foresee(document.activeElement);
}
