import type { Link } from '../language/links';
import { type Scan, TokenFlag } from '../language/scan';
import type { Finding } from './contract';

/** Hosts that lead into a messenger or hide where they lead. */
const MESSENGERS = new Set(['t.me', 'telegram.me', 'wa.me', 'chat.whatsapp.com', 'viber.click']);
const SHORTENERS = new Set([
  'bit.ly',
  'vk.cc',
  'clck.ru',
  'goo.gl',
  'u.to',
  'is.gd',
  'tinyurl.com',
  'cutt.ly',
  'ow.ly',
  'goo.su',
]);
const OFFICIAL =
  /(?:^|\.)(?:gov\.ru|gosuslugi\.ru|mos\.ru|gov\.spb\.ru|ako\.ru|kemobl\.ru|nalog\.ru|cbr\.ru|госуслуги\.рф|мвд\.рф|мчс\.рф)$/;

/** Reference works, maps, petitions and video, by which people prove what they say. */
const REFERENCE =
  /(?:^|\.)(?:wikipedia\.org|consultant\.ru|garant\.ru|cntd\.ru|2gis\.ru|roi\.ru|change\.org|kremlin\.ru|youtube\.com|youtu\.be|rutube\.ru)$/;

/** Marks the links to sites of the state and the like (`TokenFlag.official`): they are no mailing's. */
export function markOfficial(scan: Scan, links: readonly Link[]): void {
  const official = links.filter(({ host }) => OFFICIAL.test(host) || REFERENCE.test(host));
  // Both are in order of place: one walk.
  let at = 0;
  for (let token = 0; token < scan.count && at < official.length; token++) {
    while (at < official.length && (official[at] as Link).end <= (scan.start[token] as number))
      at++;
    const link = official[at];
    if (link !== undefined && (scan.start[token] as number) >= link.start)
      scan.flags[token] = (scan.flags[token] as number) | TokenFlag.official;
  }
}

/** Words of mixed scripts from which a comment is written to pass a filter. */
const MIXED_WORDS = 3;
/** Shorter mixed words are slips of the keyboard layout. */
const MIXED_LENGTH = 4;

/** Signs of a mailing that are no words: where links lead, and letters of several scripts in a word. */
export function mailingSigns(scan: Scan, links: readonly Link[]): Finding[] {
  const found: Finding[] = [];
  for (const { start, end, host } of links) {
    const messenger = MESSENGERS.has(host);
    if (messenger || SHORTENERS.has(host))
      found.push({
        criterion: 'spam',
        strength: 'probable',
        rule: messenger ? 'spam/messenger-link' : 'spam/short-link',
        start,
        end,
        why: messenger ? 'Ссылка в мессенджер.' : 'Сокращённая ссылка: не видно, куда она ведёт.',
      });
  }
  let mixed = 0;
  let first = -1;
  let last = -1;
  for (let token = 0; token < scan.count; token++) {
    const flags = scan.flags[token] as number;
    const length = (scan.first[token + 1] as number) - (scan.first[token] as number);
    if ((flags & TokenFlag.russian) === 0 || length < MIXED_LENGTH) continue;
    if ((flags & TokenFlag.link) !== 0) continue;
    if ((flags & (TokenFlag.latin | TokenFlag.disguised)) === 0) continue;
    mixed++;
    if (first < 0) first = token;
    last = token;
  }
  if (mixed >= MIXED_WORDS)
    found.push({
      criterion: 'spam',
      strength: 'probable',
      rule: 'spam/mixed-scripts',
      start: scan.start[first] as number,
      end: scan.end[last] as number,
      why: 'В словах смешаны буквы разных алфавитов: так обходят фильтры.',
    });
  return found;
}
