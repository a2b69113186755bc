// Reading of saved pages outside a browser: no script of a page is run and nothing is fetched.
import { Window } from 'happy-dom';
import type { Comment, NetworkAdapter } from '../lib/networks/contract';
import { siteOf } from '../lib/networks/hosts';
import { readComment } from '../lib/networks/read';
import { commentRoots } from '../lib/networks/roots';

/** Browsers look for the encoding in the first 1024 bytes; saved pages put their address before it. */
const HEAD_BYTES = 4096;

/** Text of a saved page: byte order mark, then the page's own `meta`, then UTF-8, then windows-1251. */
export function decodePage(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const told = head.startsWith('ÿþ')
    ? 'utf-16le'
    : head.startsWith('þÿ')
      ? 'utf-16be'
      : head.startsWith('\u00ef\u00bb\u00bf')
        ? 'utf-8'
        : /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const labels = [told, 'utf-8', 'windows-1251'].filter((label) => label !== undefined);
  for (const label of labels) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding (or an unknown name): the next one is tried, the last knows every byte.
    }
  }
  return new TextDecoder('windows-1251').decode(bytes);
}

/** Attribute `name` of the first tag that matches, as written in the source. */
function attributeOf(html: string, tag: RegExp, name: string): string | undefined {
  const found = tag.exec(html)?.[0];
  const value = found && new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(found);
  return value ? (value[1] ?? value[2])?.replaceAll('&amp;', '&') : undefined;
}

/** The page's own address as the file tells it, else the network's front page. */
export function addressOf(html: string, adapter: NetworkAdapter): URL {
  const candidates = [
    attributeOf(html, /<link[^>]+rel\s*=\s*["']?canonical\b[^>]*>/i, 'href'),
    attributeOf(html, /<meta[^>]+property\s*=\s*["']?og:url\b[^>]*>/i, 'content'),
    /saved from url=\(\d+\)(\S+)/.exec(html)?.[1],
  ];
  for (const candidate of candidates) {
    if (!candidate || !URL.canParse(candidate)) continue;
    const address = new URL(candidate);
    if (siteOf(adapter.id).hosts.includes(address.hostname.replace(/^www\.(?!instagram)/, '')))
      return address;
  }
  return new URL(`https://${siteOf(adapter.id).hosts[0]}/`);
}

/** A parsed page; `close` frees it. */
export interface SavedPage {
  document: Document;
  url: URL;
  close(): Promise<void>;
}

/** A browser that saves a page writes its links whole; on the page they lead from the root of the site. */
function shortenLinks(document: Document, { origin }: URL): void {
  for (const link of document.querySelectorAll(`a[href^="${origin}/"]`))
    link.setAttribute('href', link.getAttribute('href')?.slice(origin.length) ?? '');
}

/** Parses a saved page of the network. */
export function openPage(html: string, adapter: NetworkAdapter): SavedPage {
  const url = addressOf(html, adapter);
  const window = new Window({
    url: url.href,
    settings: {
      enableJavaScriptEvaluation: false,
      disableJavaScriptFileLoading: true,
      enableCSSFileLoading: false,
      enableImageFileLoading: false,
      navigation: { disableMainFrameNavigation: true, disableChildFrameNavigation: true },
      handleDisabledFileLoadingAsSuccess: true,
    },
  });
  const parsed = new window.DOMParser().parseFromString(html, 'text/html');
  const document = parsed as unknown as Document;
  shortenLinks(document, url);
  return {
    document,
    url,
    close: () => window.happyDOM.close(),
  };
}

/** The comments of a saved page in its order, each once, though it may be shown twice. */
export async function locate(html: string, adapter: NetworkAdapter): Promise<Comment[]> {
  const { document, url, close } = openPage(html, adapter);
  try {
    const comments = new Map<string, Comment>();
    for (const root of commentRoots(adapter, document)) {
      // The parser makes elements of what a browser keeps as mere words.
      if (root.closest('textarea, noscript')) continue;
      const comment = readComment(adapter, root, url)?.comment;
      const key = `${comment?.thread} ${comment?.id}`;
      if (comment && !comments.has(key)) comments.set(key, comment);
    }
    return [...comments.values()];
  } finally {
    await close();
  }
}
