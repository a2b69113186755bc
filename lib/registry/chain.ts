import { type Action, type LedgerEntry, PERSONAL_FIELDS } from './schema';

/** `prev` of the first entry of a chain. */
export const FIRST_PREV = '0'.repeat(64);

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** JSON with keys in code-unit order and no white space, the form that hashes are taken over. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as { readonly [key: string]: Json };
    return `{${Object.keys(record)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key] as Json)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Bytes as lower-case hex digits. */
export const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 over the UTF-8 bytes of `text`, hex. */
export async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** What the evidence hash is taken over: the salt, then the canonical JSON of the personal fields. */
export function evidenceText(action: Action, salt: string): string {
  const evidence = Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, action[field]]));
  return salt + canonicalJson(evidence);
}

/** What an entry's hash is taken over: all of it but the personal fields, the salt and the hash. */
export function chainedText(entry: Omit<LedgerEntry, 'hash'>): string {
  const left = new Set<string>([...PERSONAL_FIELDS, 'salt', 'hash']);
  const chained = Object.fromEntries(Object.entries(entry).filter(([key]) => !left.has(key)));
  return canonicalJson(chained as { [key: string]: Json });
}

/** The evidence hash of an action, hex. */
export const hashEvidence = (action: Action, salt: string) => sha256(evidenceText(action, salt));
/** The hash of an entry, hex. */
export const hashEntry = (entry: Omit<LedgerEntry, 'hash'>) => sha256(chainedText(entry));

/** Where a chain ends: what a file or a screen says of it without all its entries. */
export interface ChainHead {
  device: string;
  /** Position of the last entry. */
  seq: number;
  /** Its hash. */
  hash: string;
}

/**
 * `changed`: the entry is not what was hashed. `evidence`: author, text or note are not what was
 * hashed. `missing`: entries `seq` to `to` are gone. `moved`: it stands in another's place.
 * `doubled`: its number is taken by an earlier one. `unlinked`: it does not continue the entry
 * before it, so one of the two was put in another's place. `end`: the chain ends in another entry
 * than its head says.
 */
export type ChainFault = { device: string; seq: number } & (
  | { fault: 'changed' | 'evidence' | 'moved' | 'doubled' | 'unlinked'; id: string }
  | { fault: 'missing'; to: number }
  | { fault: 'end' }
);

/**
 * Checks the chain of one device, entry by entry in the order in which they stand; holds none of them.
 * Erased entries (empty salt) are checked without their evidence.
 */
export class ChainCheck {
  readonly #faults: ChainFault[] = [];
  /** Numbers that were skipped and have not come later, as ranges. */
  #gaps: { from: number; to: number }[] = [];
  #next = 1;
  #last = FIRST_PREV;

  constructor(readonly device: string) {}

  async add(entry: LedgerEntry): Promise<void> {
    const { seq, id } = entry;
    const fault = (name: 'changed' | 'evidence' | 'moved' | 'doubled' | 'unlinked') =>
      this.#faults.push({ device: this.device, seq, id, fault: name });
    if ((await hashEntry(entry)) !== entry.hash) fault('changed');
    if (entry.salt !== '' && (await hashEvidence(entry, entry.salt)) !== entry.evidenceHash)
      fault('evidence');
    if (seq < this.#next) {
      fault(this.#fillGap(seq) ? 'moved' : 'doubled');
      return;
    }
    if (seq > this.#next) this.#gaps.push({ from: this.#next, to: seq - 1 });
    else if (entry.prev !== this.#last) fault('unlinked');
    this.#next = seq + 1;
    this.#last = entry.hash;
  }

  #fillGap(seq: number): boolean {
    const gap = this.#gaps.find(({ from, to }) => from <= seq && seq <= to);
    if (!gap) return false;
    this.#gaps = this.#gaps
      .flatMap((one) =>
        one === gap
          ? [
              { from: one.from, to: seq - 1 },
              { from: seq + 1, to: one.to },
            ]
          : [one],
      )
      .filter(({ from, to }) => from <= to);
    return true;
  }

  /** Where the chain ends as far as it was given; null when nothing was. */
  head(): ChainHead | null {
    return this.#next === 1 ? null : { device: this.device, seq: this.#next - 1, hash: this.#last };
  }

  /**
   * All that is wrong, in the order of the numbers.
   * @param head where the chain must end, when that is known from elsewhere
   */
  faults(head?: ChainHead): ChainFault[] {
    const { device } = this;
    const faults = [...this.#faults];
    for (const { from, to } of this.#gaps) faults.push({ device, seq: from, to, fault: 'missing' });
    const end = this.#next - 1;
    if (head && head.seq > end)
      faults.push({ device, seq: end + 1, to: head.seq, fault: 'missing' });
    else if (head && (head.seq < end || head.hash !== this.#last))
      faults.push({ device, seq: head.seq, fault: 'end' });
    return faults.sort((a, b) => a.seq - b.seq);
  }
}
