import { type Locale, type Messages, messagesOf } from '../../i18n';
import { dayInWords } from '../../i18n/day';
import { groupBy } from '../../registry/group-by';
import type { PublicAccount } from '../../registry/snapshots';
import { type Html, html, webAddress } from '../html';
import type { PublishedRegistry } from './data';

/**
 * Styles as attributes: editors of sites drop a style sheet that is pasted into them, and keep these.
 * Colours are the site's own.
 */
const STYLE = {
  scroll: 'overflow-x:auto',
  table: 'border-collapse:collapse;width:100%',
  caption: 'text-align:left;font-weight:600;padding:.5em 0',
  cell: 'text-align:left;vertical-align:top;padding:.4em .8em .4em 0;border-bottom:1px solid #767676',
  body: 'text-align:left;padding:1em .8em .4em 0;border-bottom:2px solid #767676',
  above: 'font-weight:400',
} as const;

/** The registry as markup. */
export interface PublishedPage {
  registry: PublishedRegistry;
  locale: Locale;
}

class Writer {
  readonly #words: Messages['publish']['file'];
  readonly #networks: Messages['common']['network'];

  /** @param level of the topmost heading: 1 on a page of its own, 2 inside somebody's page */
  constructor(
    private readonly registry: PublishedRegistry,
    private readonly locale: Locale,
    private readonly level: 1 | 2,
  ) {
    const { publish, common } = messagesOf(locale);
    this.#words = publish.file;
    this.#networks = common.network;
  }

  #day(day: string): Html {
    return html`<time datetime="${day}">${dayInWords(day, this.locale)}</time>`;
  }

  /** A sentence of the messages with a day in it as an element. */
  #withDay(sentence: (day: string) => string, day: string): Html {
    const [before = '', after = ''] = sentence('\u0000').split('\u0000');
    return html`${before}${this.#day(day)}${after}`;
  }

  #link(address: string): Html | string {
    const safe = webAddress(address);
    if (safe === null) return address;
    return html`<a href="${safe}">${safe.replace(/^https?:\/\/(?:www\.)?/i, '')}</a>`;
  }

  #row({ name, network, address, created }: PublicAccount): Html {
    return html`<tr>
<th scope="row" style="${STYLE.cell}">${name}</th>
<td style="${STYLE.cell}">${this.#networks[network]}</td>
<td style="${STYLE.cell}">${this.#link(address)}</td>
<td style="${STYLE.cell}">${created === null ? this.#words.unknown : this.#day(created)}</td>
</tr>
`;
  }

  /** Accounts of one body under its name. */
  #body([first, ...rest]: [PublicAccount, ...PublicAccount[]], id: string): Html {
    const above = first.bodies.slice(0, -1);
    return html`<tbody>
<tr><th scope="rowgroup" colspan="4" id="${id}" style="${STYLE.body}">${first.bodies.at(-1) ?? ''}${
      above.length === 0 ? null : html` <span style="${STYLE.above}">(${above.join(', ')})</span>`
    }</th></tr>
${[first, ...rest].map((account) => this.#row(account))}</tbody>
`;
  }

  #table(): Html {
    const { column, caption, none } = this.#words;
    const bodies = [...groupBy(this.registry.accounts, ({ bodies }) => bodies.join('\n')).values()];
    if (bodies.length === 0) return html`<p>${none}</p>`;
    const heads = [column.name, column.network, column.address, column.created];
    // A place that scrolls must be reached by keyboard and have a name.
    return html`<div role="region" aria-labelledby="vakhta-registry-caption" tabindex="0" style="${STYLE.scroll}">
<table style="${STYLE.table}">
<caption id="vakhta-registry-caption" style="${STYLE.caption}">${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col" style="${STYLE.cell}">${head}</th>`)}</tr></thead>
${bodies.map((accounts, place) =>
  this.#body(accounts as [PublicAccount, ...PublicAccount[]], `vakhta-body-${place + 1}`),
)}</table>
</div>
`;
  }

  #changes(): Html | null {
    const { changes } = this.registry;
    const words = this.#words;
    if (changes === null) return null;
    const { publish } = messagesOf(this.locale);
    const { added, changed, removed } = changes;
    const named = ({ name, network, address, bodies }: PublicAccount) =>
      html`${name}, ${this.#networks[network]}, ${this.#link(address)} (${bodies.at(-1) ?? ''})`;
    const list = (title: string, items: readonly Html[]) =>
      items.length === 0
        ? null
        : html`<h${this.level + 2}>${title}</h${this.level + 2}>
<ul>
${items.map((item) => html`<li>${item}</li>\n`)}</ul>
`;
    const nothing = added.length + changed.length + removed.length === 0;
    return html`<h${this.level + 1}>${this.#withDay(words.changesSince, changes.since)}</h${this.level + 1}>
${nothing ? html`<p>${words.noChanges}</p>\n` : null}${list(publish.added, added.map(named))}${list(
  publish.changed,
  changed.map(({ account, before, fields }) => {
    const details = fields.map((field) =>
      words.was(words.field[field], publicValue(before, field, this.locale)),
    );
    return html`${named(account)}: ${details.join('; ')}`;
  }),
)}${list(publish.removed, removed.map(named))}`;
  }

  section(): Html {
    const { registry } = this;
    const words = this.#words;
    const bodies = new Set(registry.accounts.map((account) => account.bodies.join('\n'))).size;
    return html`<section lang="${this.locale}">
<h${this.level}>${words.title}</h${this.level}>
<p>${this.#withDay(words.asOf, registry.asOf)} ${words.total(registry.accounts.length, bodies)}</p>
<p>${words.ground(registry.regulation.clause, registry.regulation.act)}</p>
${this.#table()}${this.#changes()}</section>
`;
  }
}

/** A field of an account in words. */
export function publicValue(
  account: PublicAccount,
  field: keyof Messages['publish']['file']['field'],
  locale: Locale,
): string {
  const { publish, common } = messagesOf(locale);
  switch (field) {
    case 'bodies':
      return account.bodies.join(', ');
    case 'network':
      return common.network[account.network];
    case 'created':
      return account.created === null ? publish.file.unknown : dayInWords(account.created, locale);
    default:
      return account[field];
  }
}

/**
 * A part of a page, to be pasted into a page of the site that has a heading of its own. No scripts, no
 * style sheet, nothing from elsewhere.
 */
export function publishedFragment({ registry, locale }: PublishedPage): string {
  return new Writer(registry, locale, 2).section().text;
}

/** A page of its own that needs nothing else: to be put on a site, read and printed. */
export function publishedPage({ registry, locale }: PublishedPage): string {
  const { title } = messagesOf(locale).publish.file;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
:root { color-scheme: light dark; background: #fff; color: #1b2226; }
a { color: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { background: #191f24; color: #e4e8ea; } a { color: #9cc7ff; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; }
td, th { overflow-wrap: break-word; }
time { white-space: nowrap; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid; outline-offset: 2px; }
@media print {
  :root { color-scheme: light; background: #fff; color: #000; }
  body { margin: 0; max-width: none; font-size: 11pt; }
  a { color: inherit; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  tbody tr:first-child, h2, h3 { break-after: avoid; }
  [role="region"] { overflow: visible !important; }
}
</style>
</head>
<body>
<main>
${new Writer(registry, locale, 1).section()}</main>
</body>
</html>
`.text;
}
