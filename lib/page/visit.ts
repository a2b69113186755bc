import { sendMessage } from '../messages/protocol';
import { readAccountLink } from '../networks/account-link';
import type { NetworkAdapter } from '../networks/contract';
import { previewOf } from '../networks/preview';
import { findFirst } from '../networks/select';
import { loadSettings } from '../settings/settings';
import { onAddressChange } from './address';
import type { ContentScriptContext } from './life';

/** When a page is looked at after it was opened or changed its address, milliseconds. */
const LOOKS_MS = [1_500, 6_000, 20_000];

/** The owner whom the address of an account's own page names, `''` for a short name; null on other pages. */
function ownerNamed(adapter: NetworkAdapter, url: URL): string | null {
  const link = readAccountLink(url.href);
  return link?.network === adapter.id && adapter.threadOf(url) === null ? link.owner : null;
}

/**
 * Whose own page stands open, proved by a publication of that account on it: the address of a page that
 * is not there any more looks like any other. Null while nothing proves it.
 * @param named by `ownerNamed`
 */
function accountHere(adapter: NetworkAdapter, url: URL, named: string): string | null {
  const [first, ...rest] = adapter
    .readPublications(document, url)
    .map(({ account }) => account.toLowerCase());
  if (first === undefined) return null;
  // A short name does not tell whose page it is; what is published there does.
  if (named === '') return first;
  return [first, ...rest].includes(named) ? named : null;
}

/**
 * Tells the background on which account's own page the operator stands, once an account while the page
 * lives, what the page's own preview says, and that it shows a cover. The page says no more than that: which of the registry's
 * accounts it is, and whether anything is written, is decided there. Where the address is no account's,
 * nothing is looked at.
 */
export function tellVisits(
  adapter: NetworkAdapter,
  life: Pick<ContentScriptContext, 'signal' | 'isInvalid'>,
): void {
  /** Where the document itself was loaded: there nothing is left over from another page. */
  const loaded = location.href;
  const told = new Set<string>();
  let walk = 0;
  /** How many elements the page had when it was last looked at: what has not changed says nothing new. */
  let size = -1;

  const look = (at: { url: URL; named: string; walk: number }, turn: number): void => {
    const delay = LOOKS_MS[turn];
    if (delay === undefined) return;
    setTimeout(() => {
      const { url, named } = at;
      if (life.signal.aborted || at.walk !== walk || location.href !== url.href) return;
      const elements = document.getElementsByTagName('*').length;
      const owner = elements === size ? null : accountHere(adapter, url, named);
      size = elements;
      if (owner === null) look(at, turn + 1);
      else void tell(owner, url.href);
    }, delay);
  };
  const tell = async (owner: string, place: string) => {
    const isAsLoaded = place === loaded;
    const visit = {
      owner,
      address: isAsLoaded ? place : null,
      preview: isAsLoaded ? previewOf(document, new URL(place)) : null,
      hasCover: isAsLoaded && findFirst(document, adapter.cover ?? []) !== null,
    };
    const key = `${owner} ${visit.address}`;
    if (told.has(key)) return;
    const { pausedHosts } = await loadSettings();
    if (life.isInvalid || pausedHosts.includes(location.hostname)) return;
    told.add(key);
    // A visit that is lost is made up for by the next one.
    sendMessage('visited', visit).catch(() => told.delete(key));
  };
  const begin = () => {
    walk += 1;
    size = -1;
    const mine = walk;
    // The router's event comes before the address changes.
    setTimeout(() => {
      const url = new URL(location.href);
      const named = ownerNamed(adapter, url);
      if (named !== null && mine === walk) look({ url, named, walk }, 0);
    }, 0);
  };
  onAddressChange(life.signal, begin);
  begin();
}
