import { type Scan, TokenFlag } from './scan';

/** A link or an address in a text; offsets are UTF-16. */
export interface Link {
  start: number;
  end: number;
  /** Lower case, without `www.`; empty for a mark that stands for a link (`[LINK]`). */
  host: string;
  /** It is the second half of an e-mail address. */
  mail: boolean;
}

/** Longer runs without a space are no link that a person wrote. */
const LINK_LIMIT = 500;
const LINK =
  /^(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9а-я-]{1,63}\.){1,5}(?:ru|su|рф|com|net|org|info|me|cc|ly|gl|gd|to|io|link|site|online|store|shop|club|pro|top|xyz|app|tv|be|biz|space|fun|website|tech|center|one|live|money|bet|casino|example))(?::\d{1,5})?(?:[/?#]\S*)?$/i;
/** Marks that data sets and sites put in place of a link. */
const PLACEHOLDER = 'LINK';

/** Finds links and marks their tokens (`TokenFlag.link`), so that nothing else is looked for in them. */
export function findLinks(scan: Scan): Link[] {
  const { text, count, start, end, flags } = scan;
  const links: Link[] = [];
  for (let token = 0; token < count; token++) {
    if (((flags[token] as number) & TokenFlag.latin) === 0) continue;
    const from = start[token] as number;
    const after = text.charCodeAt(end[token] as number);
    if (after === 0x5d && text.slice(from, end[token]) === PLACEHOLDER) {
      flags[token] = (flags[token] as number) | TokenFlag.link;
      links.push({ start: from, end: end[token] as number, host: '', mail: false });
      continue;
    }
    const dotted = after === 0x2e || after === 0x2d;
    const scheme = after === 0x3a && text.startsWith('://', end[token]);
    if (!dotted && !scheme) continue;
    let to = from;
    while (to < text.length && to - from < LINK_LIMIT && text.charCodeAt(to) > 0x20) to++;
    while (to > from && '.,!?;:)»"'.includes(text.charAt(to - 1))) to--;
    const host = LINK.exec(text.slice(from, to))?.[1];
    if (host === undefined) {
      // The same run must not be read again from each of its tokens.
      while (token + 1 < count && (start[token + 1] as number) < to) token++;
      continue;
    }
    const mail = from > 1 && text.charCodeAt(from - 1) === 0x40 && text.charCodeAt(from - 2) > 0x20;
    links.push({ start: from, end: to, host: host.toLowerCase(), mail });
    for (; token < count && (start[token] as number) < to; token++)
      flags[token] = (flags[token] as number) | TokenFlag.link;
    token--;
  }
  return links;
}
