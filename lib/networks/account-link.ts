import { KNOWN_HOSTS, NETWORK_IDS, type NetworkId } from './hosts';

/** What a link says of the account it leads to. */
export interface AccountLink {
  network: NetworkId;
  /** One spelling for all links to the same account of the network. */
  key: string;
  /** The address as people know it, on the network's first host. */
  address: string;
  /**
   * The account as `readAccount` of the network's adapter gives it, in lower case; empty when the link
   * does not tell, as with a short name of VKontakte.
   */
  owner: string;
}

/** Hosts that networks used to have; links with them are still pasted from old lists. */
const OLD_HOSTS: ReadonlyMap<string, NetworkId> = new Map([
  ['vkontakte.ru', 'vk'],
  ['odnoklassniki.ru', 'ok'],
  ['instagr.am', 'instagram'],
]);

/** First parts of a path that are places of the network itself, never accounts. */
const PLACES: Readonly<Record<NetworkId, ReadonlySet<string>>> = {
  vk: new Set(
    'feed im al_feed.php search friends groups communities apps video videos clip clips audio audios market settings login join about help terms privacy away.php share.php dev docs photos albums topic stories games services discover notifications bookmarks'.split(
      ' ',
    ),
  ),
  ok: new Set(
    'feed messages search friends groups video live music discussions settings dk help game games marks guests gifts notifications bookmarks hobby services apphook feeds'.split(
      ' ',
    ),
  ),
  x: new Set(
    'home explore notifications messages i search settings login signup intent share hashtag compose tos privacy jobs about'.split(
      ' ',
    ),
  ),
  instagram: new Set('p reel reels tv explore direct accounts about legal developer'.split(' ')),
};

/** Dots alone are no name: `..` in an address is the way up. */
const NAME: Readonly<Record<NetworkId, RegExp>> = {
  vk: /^(?!\.+$)[a-z0-9_.]{2,64}$/,
  ok: /^(?!\.+$)[a-z0-9_.-]{2,64}$/,
  x: /^[a-z0-9_]{1,15}$/,
  instagram: /^(?!\.+$)[a-z0-9_.]{1,30}$/,
};

function networkAt(host: string): NetworkId | null {
  const bare = host.replace(/^(?:www|m|mobile|new)\./, '');
  const old = OLD_HOSTS.get(bare);
  if (old) return old;
  return (
    NETWORK_IDS.find((id) => KNOWN_HOSTS[id].some((known) => known === host || known === bare)) ??
    null
  );
}

type Reader = (parts: readonly string[]) => { key: string; owner: string } | null;

const named =
  (network: NetworkId, ownerOf: (name: string) => string): Reader =>
  ([first = '']) => {
    const name = first.toLowerCase();
    if (PLACES[network].has(name) || !NAME[network].test(name)) return null;
    return { key: name, owner: ownerOf(name) };
  };

const vkNamed = named('vk', () => '');

const READERS: Readonly<Record<NetworkId, Reader>> = {
  vk(parts) {
    const first = parts[0]?.toLowerCase() ?? '';
    const [, kind = '', sign = '', number = ''] =
      /^(club|public|event|id|wall|photo|video|clip|topic|albums?|videos|clips|market|@-?)(-?)(\d+)(?:_\d+)?$/.exec(
        first,
      ) ?? [];
    if (number === '') return vkNamed(parts);
    const group = sign === '-' || /^(?:club|public|event|topic)$/.test(kind);
    return group
      ? { key: `club${number}`, owner: `-${number}` }
      : { key: `id${number}`, owner: number };
  },
  ok([first = '', second = '']) {
    const [, kind = '', number = ''] = /^(group|profile)(\d+)$/.exec(first.toLowerCase()) ?? [];
    const place = number ? kind : first.toLowerCase();
    const id = number || second;
    if (place === 'group' || place === 'profile')
      return /^\d+$/.test(id) ? { key: `${place}/${id}`, owner: `${place}/${id}` } : null;
    return named('ok', (name) => name)([first]);
  },
  x: named('x', (name) => name),
  instagram([first = '', second = '']) {
    return named('instagram', (name) => name)([first === 'stories' ? second : first]);
  },
};

/** Address of an account by its key. */
function addressOf(network: NetworkId, key: string): string {
  const tail = network === 'instagram' ? '/' : '';
  return `https://${KNOWN_HOSTS[network][0]}/${key}${tail}`;
}

/**
 * How people write the account that a page of the network names by number: `vk.com/club100` for
 * `-100`, `ok.ru/group/12`, `x.com/name`.
 * @param owner as `readAccount` of the network's adapter gives it
 */
export function ownerAddress(network: NetworkId, owner: string): string {
  const key =
    network === 'vk' && /^-?\d+$/.test(owner)
      ? owner.replace(/^-?/, (sign) => (sign === '-' ? 'club' : 'id'))
      : owner;
  return `${KNOWN_HOSTS[network][0]}/${key}`.replace(/^www\./, '');
}

/**
 * Reads whatever people paste: a link with or without scheme, from the mobile or an old host, with
 * query and slashes, a link to a post of the account, or `@name`.
 * @param chosen the network that a bare `@name` belongs to, or null when nobody has said
 * @returns null when it leads to no account of a network we know
 */
export function readAccountLink(
  pasted: string,
  chosen: NetworkId | null = null,
): AccountLink | null {
  const text = pasted.trim().replace(/^[<«"(]+|[>»")]+$/g, '');
  if (text === '' || /\s/.test(text)) return null;
  const [, scheme, rest = ''] = /^(?:(https?:)?\/\/)?(.*)$/i.exec(text) ?? [];
  const bare = scheme === undefined && /^@?[\w.-]+$/.test(rest) && !networkAt(hostOf(rest));
  if (bare) return chosen === null ? null : linkOf(chosen, [rest]);
  let url: URL;
  try {
    url = new URL(`https://${rest}`);
  } catch {
    return null;
  }
  const network = networkAt(url.hostname);
  if (!network) return null;
  return linkOf(
    network,
    url.pathname.split('/').filter((part) => part !== ''),
  );
}

const hostOf = (text: string) => text.split('/')[0]?.toLowerCase() ?? '';

function linkOf(network: NetworkId, parts: readonly string[]): AccountLink | null {
  const [first = '', ...rest] = parts;
  // «@club1» is how people write «club1»; «@-1» is a spelling of VKontakte's own.
  const read = READERS[network]([first.replace(/^@(?=[a-z])/i, ''), ...rest]);
  return read && { network, ...read, address: addressOf(network, read.key) };
}
