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

/** Where anybody has a box; an address elsewhere is an office's or a firm's, and told as such. */
const FREE_MAIL =
  /^(?:mail|bk|list|inbox|internet|yandex|ya|rambler|gmail|outlook|hotmail|live|yahoo|icloud|me|pm|proton|protonmail|tutanota)\./;

/** Marks the links to sites of the state and the like (`TokenFlag.official`): they are no mailing's. */
export function markOfficial(scan: Scan, links: readonly Link[]): void {
  const official = links.filter(
    ({ host, mail }) =>
      OFFICIAL.test(host) ||
      REFERENCE.test(host) ||
      (mail && !FREE_MAIL.test(host) && !MESSENGERS.has(host)),
  );
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

/** Names of services of the state and of banks, which a false site takes into its own. */
const BRAND =
  /(?:^|[.-])(?:gos-?uslug[ai]?|esia|nalog|sber(?:bank)?|tinkoff|tbank|vtb|alfa(?:bank)?|pochta(?:bank)?|sfr|pfr|mos|rosreestr|fssp|gibdd|wildberries|ozon|avito|gosvyplat\w*)-|-(?:gos-?uslug[ai]?|esia|nalog|sber(?:bank)?|tinkoff|tbank|vtb|alfabank|sfr|pfr|gov|rosreestr|fssp|gibdd|wildberries|ozon|avito)(?:\.|-|$)/;
/** Payments that a false site promises by its name. */
const PROMISE = /v[yi]pl[ao]t|kompens|posobi|vozvrat|subsid|prize?-|priz\.|podarok|bonus/;
/** Who speaks of swindlers warns of them. */
const WARNING = /мошенн|осторожн|внимательн|поддельн|фальшив|ненастоящ|развод|обман/i;

/** A link written in words to pass a filter: «kanal точка me», «t . me / kanal». */
const HIDDEN_LINK =
  /(?:^|[^a-z])[a-z0-9][a-z0-9_-]{0,40} ?(?:точка|\(точка\)|\[точка\]|dot|тчк) ?(?:[a-z]{2,6}|ру|рф|ком|ми|онлайн|шоп)(?![a-zа-яё])|(?:^|[^a-z])t ?\. me ?\/|(?:^|[^a-z])t ?\.me ?\/ /i;
/** Without one of these there is no `HIDDEN_LINK`: looking for them is cheap. */
const HIDDEN_DOT = /точка|тчк|dot|t ?\. ?me/i;
/** A name in a messenger, told without a sign of one: «тг: nik_name». */
const BARE_HANDLE =
  /(?:^|[^a-zа-яё])(?:tg|тг|тгк|телег[аеу]|телеграмм?[аеу]?|telegram|ник|ника|бот[аеу]?|канал|ватсап|вотсап|инст[аеу]?|inst|твич|твитч|дискорд)(?: (?:канал|бот|ник|группа))?[ :—–-]{1,3}@?([a-z][a-z0-9_]{4,31}|[a-zа-яё0-9]+_[a-zа-яё0-9_]{2,31})(?![a-z0-9.])/i;
/** What is written in words or without a sign stands in a comment, not in a novel. */
const SEARCHED = 2000;

const weak = (rule: string, start: number, end: number, why: string): Finding => ({
  criterion: 'spam',
  strength: 'probable',
  rule: `spam/${rule}`,
  start,
  end,
  why,
});

/** Fewest letters of a handle that has no underscore. */
const HANDLE_LENGTH = 5;

/** Letters of the longest Latin word outside of links; 0 where there is none, and then no contact is hidden. */
function longestLatin({ any, count, first, flags }: Scan): number {
  if ((any & TokenFlag.latin) === 0) return 0;
  let longest = 0;
  for (let token = 0; token < count; token++)
    if (((flags[token] as number) & (TokenFlag.latin | TokenFlag.link)) === TokenFlag.latin)
      longest = Math.max(longest, (first[token + 1] as number) - (first[token] as number));
  return longest;
}

/** Ways of contact that hide from a filter. */
function hiddenContacts(scan: Scan): Finding[] {
  const found: Finding[] = [];
  const latin = longestLatin(scan);
  if (latin === 0) return found;
  const { text } = scan;
  const searched = text.length > SEARCHED ? text.slice(0, SEARCHED) : text;
  const link = HIDDEN_DOT.test(searched) ? HIDDEN_LINK.exec(searched) : null;
  if (link !== null)
    found.push(
      weak(
        'hidden-link',
        link.index,
        link.index + link[0].length,
        'Ссылка написана так, чтобы обойти фильтр.',
      ),
    );
  const handle =
    latin >= HANDLE_LENGTH || searched.includes('_') ? BARE_HANDLE.exec(searched) : null;
  if (handle !== null)
    found.push(weak('handle', handle.index, handle.index + handle[0].length, 'Имя в мессенджере.'));
  return found;
}

/** A site that takes the name of the state or of a bank for itself. */
function falseSite({ start, end, host }: Link, text: string): Finding | undefined {
  if (OFFICIAL.test(host) || REFERENCE.test(host) || WARNING.test(text)) return undefined;
  const brand = BRAND.test(host);
  if (!brand && !PROMISE.test(host)) return undefined;
  return {
    criterion: 'fraud',
    strength: brand ? 'certain' : 'probable',
    rule: 'fraud/false-site',
    start,
    end,
    why: 'Похоже на поддельный сайт.',
  };
}

/** Words of mixed scripts from which a comment is written to pass a filter. */
const MIXED_WORDS = 3;
/** Shorter mixed words are slips of the keyboard layout. */
const MIXED_LENGTH = 4;

/** Signs of a mailing that are no words: where links lead, and letters of several scripts in a word. */
export function mailingSigns(scan: Scan, links: readonly Link[]): Finding[] {
  const found = hiddenContacts(scan);
  for (const link of links) {
    const { start, end, host } = link;
    const site = falseSite(link, scan.text);
    if (site !== undefined) found.push(site);
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
