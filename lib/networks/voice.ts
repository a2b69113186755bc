import { absoluteAddress } from './address';
import type { NetworkAdapter, Voice } from './contract';
import { normalLabel } from './labels';
import { commentRootOf } from './roots';

// In whose name a composer writes, where a switch beside its field says so in words. The markup of the
// switches was not seen: words, states of switches and nearness must do, and doubt is no answer.

/** What may carry the words of a switch. */
const CARRIERS =
  'label, a, button, p, span, [role="button"], [role="switch"], [role="checkbox"], [role="radio"]';
/** What lists voices to choose from. */
const MENU = '[role="menu"], [role="listbox"]';
/** Levels between what is pressed and what holds the switch too. */
const LEVELS = 6;
/** A block of more elements is no composer any more. */
const LARGEST = 400;

/** Beginnings of labels, normalised (`normalLabel`). */
export interface VoiceWords {
  person: readonly string[];
  community: readonly string[];
}

/** Whether a switch that carries the words is off: «от имени сообщества» is then not so. */
function isOff(carrier: Element): boolean {
  const holder = carrier.closest('label, [role="switch"], [role="checkbox"], [role="radio"]');
  const box = holder?.querySelector('input[type="checkbox"], input[type="radio"]');
  if (box) return !(box as HTMLInputElement).checked;
  return holder?.getAttribute('aria-checked') === 'false';
}

function saysIn(
  adapter: NetworkAdapter,
  block: Element,
  { person, community }: VoiceWords,
): { kind: 'person' | 'community'; carrier: Element } | null {
  let said: { kind: 'person' | 'community'; carrier: Element } | null = null;
  for (const carrier of block.querySelectorAll(CARRIERS)) {
    const label = normalLabel((carrier.textContent ?? '').trim().slice(0, 200));
    const begins = (words: readonly string[]) => words.some((word) => label.startsWith(word));
    const named = begins(community) ? 'community' : begins(person) ? 'person' : null;
    if (!named || carrier.closest('[contenteditable="true"]')) continue;
    // What residents write, and what could be chosen, is not what is.
    if (commentRootOf(adapter, carrier) || carrier.closest(MENU)) continue;
    const kind = named === 'community' && isOff(carrier) ? 'person' : named;
    if (said && said.kind !== kind) return null;
    said ??= { kind, carrier };
  }
  return said;
}

/** The voice where a network knows no other than the account that is signed in; null when nobody is. */
export function voiceSignedIn(
  { readIdentity }: NetworkAdapter,
  { ownerDocument }: Element,
): Voice | null {
  const identity = readIdentity(ownerDocument);
  return identity && { kind: 'account', ...identity };
}

/**
 * In whose name one writes beside `near` (the field or the button that sends), as a switch there says;
 * null where none does, or where the words contradict each other.
 */
export function voiceInWords(
  adapter: NetworkAdapter,
  near: Element,
  words: VoiceWords,
): Voice | null {
  const { ownerDocument: document } = near;
  let block = near.parentElement;
  for (let level = 0; block && level < LEVELS; level += 1, block = block.parentElement) {
    if (block === document.body || block.querySelectorAll('*').length > LARGEST) return null;
    const said = saysIn(adapter, block, words);
    if (!said) continue;
    const url = new URL(document.location.href);
    if (said.kind === 'person') {
      const identity = adapter.readIdentity(document);
      return { kind: 'person', name: identity?.name ?? '', url: identity?.url ?? '' };
    }
    const link = said.carrier.closest('a');
    return {
      kind: 'community',
      name: /«(.+)»/.exec(said.carrier.textContent ?? '')?.[1] ?? '',
      url: absoluteAddress(link?.getAttribute('href'), url),
    };
  }
  return null;
}
