// `npm run --silent locate -- --network vk FILE.html…`: one JSON line a comment of each saved page.
// No script of a page is run and nothing is fetched. What cannot be read is told on stderr as one
// JSON line {"file","error"}, and the exit code is then 1; the other files are read all the same.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { adapterOf } from '../lib/networks';
import type { NetworkAdapter } from '../lib/networks/contract';
import { NETWORK_IDS, type NetworkId } from '../lib/networks/hosts';
import { commentRoots, readComment } from '../lib/networks/read';

const isNetwork = (value: string | undefined): value is NetworkId =>
  (NETWORK_IDS as readonly (string | undefined)[]).includes(value);

/** Browsers look for the encoding in the first 1024 bytes; saved pages put their address before it. */
const HEAD_BYTES = 4096;

/** Text of a saved page: byte order mark, then the page's own `meta`, then UTF-8, then windows-1251. */
function decode(bytes: Uint8Array): string {
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
function addressOf(html: string, adapter: NetworkAdapter): URL {
  const candidates = [
    attributeOf(html, /<link[^>]+rel\s*=\s*["']?canonical\b[^>]*>/i, 'href'),
    attributeOf(html, /<meta[^>]+property\s*=\s*["']?og:url\b[^>]*>/i, 'content'),
    /saved from url=\(\d+\)(\S+)/.exec(html)?.[1],
  ];
  for (const candidate of candidates) {
    if (!candidate || !URL.canParse(candidate)) continue;
    const address = new URL(candidate);
    if (adapter.hosts.includes(address.hostname.replace(/^www\.(?!instagram)/, ''))) return address;
  }
  return new URL(`https://${adapter.hosts[0]}/`);
}

/** JSON lines of the comments of one saved page. */
async function locate(html: string, adapter: NetworkAdapter): Promise<string[]> {
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
  try {
    const parsed = new window.DOMParser().parseFromString(html, 'text/html');
    const page = parsed as unknown as Document;
    const lines: string[] = [];
    const seen = new Set<string>();
    for (const root of commentRoots(adapter, page)) {
      const comment = readComment(adapter, root, url)?.comment;
      // One comment may be shown twice, e.g. under its post and in a layer over the wall.
      if (!comment || seen.has(`${comment.thread} ${comment.id}`)) continue;
      seen.add(`${comment.thread} ${comment.id}`);
      const { network, id, permalink, author, authorUrl, time, text } = comment;
      lines.push(JSON.stringify({ network, id, permalink, author, authorUrl, time, text }));
    }
    return lines;
  } finally {
    await window.happyDOM.close();
  }
}

async function main(): Promise<number> {
  const { values, positionals: files } = parseArgs({
    options: { network: { type: 'string' } },
    allowPositionals: true,
  });
  const adapter = isNetwork(values.network) ? adapterOf(values.network) : null;
  if (!adapter || files.length === 0) {
    process.stderr.write(
      `npm run --silent locate -- --network ${NETWORK_IDS.join('|')} FILE.html…\n`,
    );
    return 2;
  }
  let failed = false;
  for (const file of files) {
    try {
      const lines = await locate(decode(readFileSync(file)), adapter);
      for (const line of lines) process.stdout.write(`${line}\n`);
    } catch (error) {
      failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${JSON.stringify({ file, error: reason })}\n`);
    }
  }
  return failed ? 1 : 0;
}

process.exitCode = await main();
