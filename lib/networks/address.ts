// Addresses of a page as the browser's own parser understands them. Nearly all are written plainly, and
// those are read as text: a thousand comments have thousands of links, and the parser is dear.

/**
 * What stands in an address as it is, with nothing to be escaped, decoded or left out. Parts between
 * slashes that begin with a dot (`/../`) are looked for apart.
 */
const PLAIN = String.raw`[\w./?&=-]*`;
const PLAIN_PATH = new RegExp(`^/(?!/)${PLAIN}$`);
/** Names of hosts in letters, so that none of them is a number or encoded. */
const PLAIN_ADDRESS = new RegExp(
  String.raw`^https?://(?!.*xn--)(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}(/${PLAIN})$`,
);

const hasDotted = (path: string) => path.includes('/.');

/** What each base that is in use puts before a path from the root of its site; null where there is none. */
const roots = new WeakMap<URL, string | null>();

function rootOf(base: URL): string | null {
  let root = roots.get(base);
  if (root === undefined) {
    root = /^https?:$/.test(base.protocol) ? new URL('/', base).href.slice(0, -1) : null;
    roots.set(base, root);
  }
  return root;
}

/**
 * `href` as an absolute http(s) address, or empty when it is none.
 * @param base the address of the page; it must not be changed later
 */
export function absoluteAddress(href: string | null | undefined, base: URL): string {
  if (!href || href.startsWith('#')) return '';
  if (PLAIN_PATH.test(href) && !hasDotted(href)) {
    const root = rootOf(base);
    if (root !== null) return root + href;
  }
  const path = PLAIN_ADDRESS.exec(href)?.[1];
  if (path !== undefined && !hasDotted(path)) return href;
  try {
    const address = new URL(href, base);
    return /^https?:$/.test(address.protocol) ? address.href : '';
  } catch {
    return '';
  }
}

/** The parts of an address that say what it leads to. */
export interface AddressParts {
  /** With its slash at the beginning, as it is written. */
  path: string;
  /** The first value of a parameter, decoded; null where the address has no such. */
  parameter(name: string): string | null;
}

/** What an absolute address says; null where it is none. */
export function readAddress(address: string): AddressParts | null {
  const plain = PLAIN_ADDRESS.exec(address)?.[1];
  if (plain !== undefined && !hasDotted(plain)) {
    const mark = plain.indexOf('?');
    if (mark < 0) return { path: plain, parameter: () => null };
    return { path: plain.slice(0, mark), parameter: (name) => parameterIn(plain, mark, name) };
  }
  if (!URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  return { path: pathname, parameter: (name) => searchParams.get(name) };
}

/** The first value of a parameter in what follows the question mark, where nothing is encoded. */
function parameterIn(plain: string, mark: number, name: string): string | null {
  for (let from = mark + 1; from < plain.length; ) {
    const next = plain.indexOf('&', from);
    const to = next < 0 ? plain.length : next;
    const end = from + name.length;
    if (plain.startsWith(name, from) && end <= to) {
      if (end === to) return '';
      if (plain[end] === '=') return plain.slice(end + 1, to);
    }
    from = to + 1;
  }
  return null;
}
