import type { ComposerKind, Voice } from '../../networks/contract';

/** What the registry says of the page and of the voice: names of its accounts, null for others. */
export interface HatFacts {
  /** The registry's account whose page this is. */
  page: string | null;
  /** The registry's account in whose name one writes. */
  voice: string | null;
  /** The registry has accounts in this network; without any nothing can be told apart. */
  any: boolean;
}

/**
 * A name that does not fit the page: `own`, a private one on an official page; `official`, a body's on a
 * page that is no body's.
 */
export type WrongHat = 'own' | 'official';

/**
 * Whether the operator is about to write in the wrong name. A post goes to one's own wall wherever it is
 * begun, so that only a comment can be an official word on a strange page.
 */
export function wrongHat(kind: ComposerKind, voice: Voice, facts: HatFacts): WrongHat | null {
  if (!facts.any) return null;
  if (facts.page !== null) return voice.kind === 'community' || facts.voice !== null ? null : 'own';
  const isOfficial = voice.kind === 'community' || facts.voice !== null;
  return kind === 'comment' && isOfficial ? 'official' : null;
}
