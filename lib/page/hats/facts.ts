import { sendMessage } from '../../messages/protocol';
import { type AccountLink, readAccountLink } from '../../networks/account-link';
import type { NetworkAdapter, Voice } from '../../networks/contract';
import type { HatFacts } from './rule';

/** An account as the registry can be asked for it. */
interface Named {
  owner: string;
  key: string | null;
}

/** An answer is asked for anew after this long, milliseconds: somebody may have changed the registry. */
const FRESH_MS = 30_000;

const nameOf = ({ owner, key }: Named) => `${owner} ${key ?? ''}`;
const linked = (link: AccountLink | null, adapter: NetworkAdapter): Named[] =>
  link?.network === adapter.id ? [{ owner: link.owner, key: link.key }] : [];

/** All names of the account whose page this is; none where the page is nobody's. */
function pageNames(adapter: NetworkAdapter): Named[] {
  const url = new URL(location.href);
  const owner = adapter.readAccount(document, url)?.toLowerCase() ?? '';
  if (owner === '') return [];
  const links = [url.href, ...(adapter.readAccountLinks?.(document, url) ?? [])];
  return [{ owner, key: null }, ...links.flatMap((link) => linked(readAccountLink(link), adapter))];
}

/**
 * What the registry says of this page and of who writes. The content script never reads the registry:
 * it asks whether the accounts it stands before are among the body's own, and hears their names.
 */
export class Facts {
  readonly #known = new Map<string, { name: string | null; at: number }>();
  #any = false;

  constructor(private readonly adapter: NetworkAdapter) {}

  /** What is known by now; null while the page is nobody's or nothing has been answered yet. */
  of(voice: Voice): (HatFacts & { account: string }) | null {
    const page = pageNames(this.adapter);
    const [first] = page;
    if (!first) return null;
    const all = [...page, ...linked(readAccountLink(voice.url), this.adapter)];
    if (!all.every((each) => this.#known.has(nameOf(each)))) return null;
    const named = (list: readonly Named[]) =>
      list
        .map((each) => this.#known.get(nameOf(each))?.name ?? null)
        .find((name) => name !== null) ?? null;
    return {
      page: named(page),
      voice: named(all.slice(page.length)),
      any: this.#any,
      account: nameOf(first),
    };
  }

  /** Asks for what is not known or not fresh, so that it is there when somebody presses. */
  ask(voice: Voice | null): void {
    const page = pageNames(this.adapter);
    if (page.length === 0) return;
    const now = performance.now();
    const voices = voice ? linked(readAccountLink(voice.url), this.adapter) : [];
    const wanted = [...page, ...voices].filter((each) => {
      const known = this.#known.get(nameOf(each));
      return !known || now - known.at > FRESH_MS;
    });
    if (wanted.length === 0) return;
    sendMessage('ours', { network: this.adapter.id, accounts: wanted }).then(
      ({ names, any }) => {
        this.#any = any;
        wanted.forEach((each, index) => {
          this.#known.set(nameOf(each), { name: names[index] ?? null, at: now });
        });
      },
      // Who cannot be asked does not stand in the way.
      () => undefined,
    );
  }
}
