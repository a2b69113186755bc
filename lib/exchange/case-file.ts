import * as z from 'zod/mini';
import { type Locale, messagesOf } from '../i18n';
import {
  type ChainHead,
  canonicalJson,
  chainedText,
  evidenceText,
  hashEntry,
  hashEvidence,
  type Json,
} from '../registry/chain';
import { chainOf } from '../registry/chain-of';
import type { Registry } from '../registry/database';
import { ownIdentity } from '../registry/identity';
import { changesTo } from '../registry/projection';
import { ledgerEntrySchema } from '../registry/rows';
import type { LedgerEntry } from '../registry/schema';
import { fingerprint, isSigned, type PublicKey, publicKeyOf, sign } from '../registry/signature';
import type { RegulationProfile } from '../regulation/profile';
import { dayOf, wallTime } from '../regulation/zone';
import { safeFileName } from './file-name';
import { type Html, html, webAddress } from './html';
import { maskAction } from './masking';

/**
 * One case for a third person, such as a court: the action with its evidence, what was said of it
 * later, and proof that all of it stands in the ledger unchanged. It can be checked with nothing but
 * SHA-256 and ECDSA, by the words in the page itself.
 */
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const headSchema = z.object({
  device: z.string(),
  seq: z.int().check(z.positive()),
  hash: hashSchema,
});

/** What is signed: that these entries stood at these places of the ledger at that time. */
const statementSchema = z.object({
  made: z.iso.datetime(),
  entries: z.array(headSchema).check(z.minLength(1), z.maxLength(10_000)),
  /** Where the action's chain ended then. */
  head: headSchema,
  /**
   * When third persons are masked: SHA-256 of each entry's personal fields as they are shown, since the
   * hash in the ledger is that of the whole text.
   */
  shown: z.exactOptional(z.array(hashSchema).check(z.maxLength(10_000))),
});
type Statement = z.infer<typeof statementSchema>;

export const caseSchema = z.object({
  vakhta: z.literal('case'),
  format: z.literal(1),
  operator: z.string(),
  /** The action first, then what was said of it, oldest first. */
  entries: z.array(ledgerEntrySchema).check(z.minLength(1), z.maxLength(10_000)),
  statement: statementSchema,
  key: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
  signature: z.string(),
});
export type CaseFile = z.infer<typeof caseSchema>;

const placeOf = ({ device, seq, hash }: LedgerEntry): ChainHead => ({ device, seq, hash });
const statementText = (statement: Statement) => canonicalJson(statement as unknown as Json);

export interface CaseOrder {
  registry: Registry;
  /** Id of the action. */
  id: string;
  operator: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Third persons as they are, see `masking.ts`; they are masked without it. */
  thirdPersons: boolean;
}

/**
 * Entries without third persons. Their salt goes, too: with it what is masked could be guessed. Where
 * there is nothing to mask they are given as they are, so that all of them can be checked.
 */
function masked(entries: readonly LedgerEntry[]): LedgerEntry[] | null {
  const withdrawn = entries.some(({ kind }) => kind === 'undo');
  const shown = entries.map((entry) => ({ ...maskAction(entry, { withdrawn }), salt: '' }));
  const same = shown.every((one, place) => {
    const entry = entries[place] as LedgerEntry;
    return evidenceText(one, '') === evidenceText(entry, '');
  });
  return same ? null : shown;
}

/** @returns null when there is no such action */
export async function makeCase(order: CaseOrder): Promise<CaseFile | null> {
  const { registry, id, operator, now, thirdPersons } = order;
  const action = await registry.entries.get(id);
  if (!action) return null;
  const whole = [action, ...(await changesTo(registry, id))];
  const hidden = thirdPersons ? null : masked(whole);
  const entries = hidden ?? whole;
  const last = await chainOf(registry, action.device).last();
  const { keys } = await ownIdentity(registry);
  const statement: Statement = {
    made: new Date(now).toISOString(),
    entries: entries.map(placeOf),
    head: placeOf(last ?? action),
    ...(hidden && { shown: await Promise.all(hidden.map((entry) => hashEvidence(entry, ''))) }),
  };
  return {
    vakhta: 'case',
    format: 1,
    operator,
    entries,
    statement,
    key: await publicKeyOf(keys),
    signature: await sign(keys, statementText(statement)),
  };
}

/** `evidence`: author, text or note were changed; `entry`: anything else of it; `statement`, `signature`. */
export interface CaseFault {
  seq: number;
  fault: 'evidence' | 'entry' | 'statement' | 'signature';
}

export interface CaseReport {
  faults: CaseFault[];
  /** Print of the key that signed it. */
  print: string;
  /** Personal data are gone after retention. */
  erased: boolean;
  /** Third persons are masked: what is shown is what was signed, not what the ledger's hash is of. */
  masked: boolean;
}

/** All that is wrong with a case file. */
export async function checkCase(file: CaseFile): Promise<CaseReport> {
  const faults: CaseFault[] = [];
  const { shown } = file.statement;
  for (const [place, entry] of file.entries.entries()) {
    const { seq, salt } = entry;
    const found = entry as LedgerEntry;
    if ((await hashEntry(found)) !== entry.hash) faults.push({ seq, fault: 'entry' });
    if (salt !== '' && (await hashEvidence(found, salt)) !== entry.evidenceHash)
      faults.push({ seq, fault: 'evidence' });
    if (shown && (await hashEvidence(found, '')) !== shown[place])
      faults.push({ seq, fault: 'evidence' });
    const said = file.statement.entries[place];
    if (said?.hash !== entry.hash || said.seq !== seq || said.device !== entry.device)
      faults.push({ seq, fault: 'statement' });
  }
  if (file.statement.entries.length !== file.entries.length)
    faults.push({ seq: file.statement.head.seq, fault: 'statement' });
  if (!(await isSigned(file.key, statementText(file.statement), file.signature)))
    faults.push({ seq: file.statement.head.seq, fault: 'signature' });
  const [action] = file.entries;
  const masked = shown !== undefined;
  return {
    faults,
    print: await fingerprint(file.key),
    erased: action?.salt === '' && !masked,
    masked,
  };
}

export interface CasePage {
  file: CaseFile;
  locale: Locale;
  profile: RegulationProfile;
}

/** The public key as other tools take it (SubjectPublicKeyInfo, PEM). */
async function pemOf(key: PublicKey): Promise<string> {
  const known = await crypto.subtle.importKey(
    'jwk',
    { ...key },
    { name: 'ECDSA', namedCurve: 'P-256' },
    true,
    ['verify'],
  );
  const bytes = new Uint8Array(await crypto.subtle.exportKey('spki', known));
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----'].join('\n');
}

/** A signature of 64 bytes (r and s) as other tools take it: DER, base64. */
function derOf(signature: string): string {
  const bytes = Array.from(atob(signature), (sign) => sign.charCodeAt(0));
  const integer = (part: number[]) => {
    const start = part.findIndex((byte) => byte !== 0);
    const digits = start < 0 ? [0] : part.slice(start);
    const padded = (digits[0] ?? 0) > 0x7f ? [0, ...digits] : digits;
    return [0x02, padded.length, ...padded];
  };
  const both = [...integer(bytes.slice(0, 32)), ...integer(bytes.slice(32))];
  return btoa(String.fromCharCode(0x30, both.length, ...both));
}

/** The case as a page that needs nothing else: to be read, printed and checked by hand. */
async function casePage({ file, locale, profile }: CasePage): Promise<string> {
  const messages = messagesOf(locale);
  const words = messages.safety.casePage;
  const [action] = file.entries as [LedgerEntry, ...LedgerEntry[]];
  const { shown } = file.statement;
  const erased = action.salt === '' && !shown;
  const at = (time: string) => wallTime(Date.parse(time), profile.timeZone).toISOString();
  const when = (time: string) => at(time).slice(0, 19).replace('T', ' ');
  const ground = (id: string | null) =>
    profile.grounds.find((one) => one.id === id)?.title[locale] ?? id ?? words.noGround;
  const link = (address: string): Html | string => {
    const safe = webAddress(address);
    return safe === null ? address || '—' : html`<a href="${safe}">${safe}</a>`;
  };
  const rows: [string, Html | string][] = [
    [words.kind, messages.common.kind[action.kind]],
    [words.time, when(action.time)],
    [words.operator, action.operator || '—'],
    [
      words.ground,
      `${ground(action.ground)}${action.clause ? `, ${words.clause(action.clause)}` : ''}`,
    ],
    [words.network, messages.common.network[action.network]],
    [words.author, action.author || '—'],
    [words.authorUrl, link(action.authorUrl)],
    [words.permalink, link(action.permalink)],
    [words.written, action.commentTime || '—'],
  ];
  const page = html`<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title(action.seq)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8886; }
th { width: 12rem; font-weight: 600; }
blockquote { margin: 0; padding: .75rem 1rem; border-left: 4px solid #8888; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .75rem; border: 1px solid #8886; font-size: .8rem; }
@media print { body { margin: 0; max-width: none; } pre { font-size: .65rem; } a { color: inherit; } }
</style>
<h1>${words.title(action.seq)}</h1>
<p>${words.made(when(file.statement.made), file.operator)}</p>
<h2>${words.text}</h2>
<blockquote>${erased ? words.erased : action.text || words.noText}</blockquote>
${shown ? html`<p>${words.masked}</p>` : null}
<h2>${words.facts}</h2>
<table>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>
${
  action.findings.length > 0
    ? html`<h2>${words.findings}</h2><ul>${action.findings.map(
        ({ criterion, strength, start, end, why }) =>
          html`<li>${messages.common.criterion[criterion]} (${messages.common.strength[strength]}): «${action.text.slice(start, end)}» — ${why}</li>`,
      )}</ul>`
    : null
}
${action.note === '' ? null : html`<h2>${words.note}</h2><p>${action.note}</p>`}
${
  file.entries.length > 1
    ? html`<h2>${words.later}</h2><ul>${file.entries
        .slice(1)
        .map(
          (entry) =>
            html`<li>${when(entry.time)}: ${messages.common.kind[entry.kind]}${entry.kind === 'amend' ? html` — ${ground(entry.ground)}` : null}, ${entry.operator || '—'}</li>`,
        )}</ul>`
    : null
}
<h2>${words.proof}</h2>
<p>${words.proofWhat}</p>
<p>${words.print}<br><strong>${await fingerprint(file.key)}</strong></p>
<ol>
${(file.entries as LedgerEntry[]).map(
  (entry, place) => html`<li>
<p>${words.entryOf(entry.seq)}</p>
${
  entry.salt === '' && !shown
    ? html`<p>${words.erased}</p>`
    : html`<p>${words.hashOf}</p><pre>${evidenceText(entry, entry.salt)}</pre><p>${words.is}</p><pre>${shown?.[place] ?? entry.evidenceHash}</pre>`
}
<p>${words.hashOf}</p><pre>${chainedText(entry)}</pre><p>${words.is}</p><pre>${entry.hash}</pre>
</li>`,
)}
<li><p>${words.signedText}</p><pre>${statementText(file.statement)}</pre>
<p>${words.key}</p><pre>${await pemOf(file.key)}</pre>
<p>${words.signature}</p><pre>${derOf(file.signature)}</pre></li>
</ol>
<h2>${words.how}</h2>
<p>${words.howText}</p>
<pre>printf %s '…' | sha256sum
base64 -d signature.b64 &gt; signature.der
openssl dgst -sha256 -verify key.pem -signature signature.der statement.txt</pre>
</html>
`;
  return page.text;
}

export const CASE_FORMATS = ['html', 'json'] as const;

/** A case as a file to be saved. */
export async function caseFile(
  page: CasePage,
  format: (typeof CASE_FORMATS)[number],
): Promise<File> {
  const [action] = page.file.entries;
  const day = dayOf(Date.parse(page.file.statement.made), page.profile.timeZone);
  const title = messagesOf(page.locale).safety.casePage.fileTitle(action?.seq ?? 0);
  const name = safeFileName(title, day, format);
  return format === 'html'
    ? new File([await casePage(page)], name, { type: 'text/html;charset=utf-8' })
    : new File([`${JSON.stringify(page.file, null, 2)}\n`], name, { type: 'application/json' });
}
