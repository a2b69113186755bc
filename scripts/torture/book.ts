import { ChainCheck } from '../../lib/registry/chain';
import { groupBy } from '../../lib/registry/group-by';
import type { LedgerEntry } from '../../lib/registry/schema';

/**
 * What became of an act as far as the operator could see: `tried`: the page began to record it and no
 * more was seen; `recorded`: the line said «Записано»; `told`: a line said that it is not saved.
 */
export type Fate = 'tried' | 'recorded' | 'told';

interface Deed {
  kind: string;
  fate: Fate;
  /** The page, the tab or the browser died before anything was told: nobody is left to tell. */
  died: boolean;
}

/** What the ledger must answer for. */
export interface Verdict {
  acts: number;
  recorded: number;
  told: number;
  /** Acts whose page died before it could tell anything, and how many of them the ledger has. */
  died: { all: number; kept: number };
  entries: number;
  /** Empty when nothing was lost, doubled, forged or left untold. */
  faults: string[];
}

/** Every act that a page began to record, and what the operator was told of it. */
export class Book {
  readonly #deeds = new Map<string, Deed>();

  get size(): number {
    return this.#deeds.size;
  }

  began(id: string, kind: string): void {
    if (!this.#deeds.has(id)) this.#deeds.set(id, { kind, fate: 'tried', died: false });
  }

  fate(id: string): Fate | undefined {
    return this.#deeds.get(id)?.fate;
  }

  seen(id: string, fate: Fate): void {
    const deed = this.#deeds.get(id);
    // What was said to be recorded stays so whatever is said later.
    if (deed && deed.fate !== 'recorded') deed.fate = fate;
  }

  died(id: string): void {
    const deed = this.#deeds.get(id);
    if (deed) deed.died = true;
  }

  /** How many acts the ledger has not, though their page lives and holds them. */
  held(entries: readonly LedgerEntry[]): number {
    const kept = new Set(entries.map(({ id }) => id));
    return [...this.#deeds].filter(([id, { died }]) => !died && !kept.has(id)).length;
  }

  /**
   * Holds the ledger against what was told.
   * @param entries as they are in the database
   * @param waiting keys of the outbox that are still there
   */
  async judge(entries: readonly LedgerEntry[], waiting: readonly string[]): Promise<Verdict> {
    const kept = new Set(entries.map(({ id }) => id));
    const faults: string[] = [];
    const died = { all: 0, kept: 0 };
    let recorded = 0;
    let told = 0;
    for (const [id, { kind, fate, died: alone }] of this.#deeds) {
      if (fate === 'recorded') recorded += 1;
      if (fate === 'told') told += 1;
      if (fate === 'tried' && alone) {
        died.all += 1;
        if (kept.has(id)) died.kept += 1;
      }
      if (kept.has(id)) continue;
      if (fate === 'recorded') faults.push(`lost after it was told as recorded: ${kind} ${id}`);
      else if (!alone)
        faults.push(
          `${fate === 'told' ? 'held and never saved' : 'neither kept nor told'}: ${kind} ${id}`,
        );
    }
    if (kept.size !== entries.length) faults.push(`doubled: ${entries.length - kept.size}`);
    for (const { id, kind } of entries)
      if (!this.#deeds.has(id)) faults.push(`nobody did it: ${kind} ${id}`);
    for (const key of waiting) faults.push(`still on its way: ${key}`);
    for (const [device, chain] of groupBy(entries, (entry) => entry.device)) {
      const check = new ChainCheck(device);
      for (const entry of chain.toSorted((a, b) => a.seq - b.seq)) await check.add(entry);
      for (const { fault, seq } of check.faults()) faults.push(`chain: ${fault} ${seq}`);
    }
    return { acts: this.size, recorded, told, died, entries: entries.length, faults };
  }
}
