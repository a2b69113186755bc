import type { Registry } from './database';
import { Ledger } from './ledger';
import { storePublication } from './publishing';
import { outboxRecordSchema } from './schema';

/** What became of a record that was handed in. */
export type Intake = { stored: true; id: string } | { stored: false; reason: string };

/**
 * The only way into the registry. Everything is parsed here, whoever brings it; the same record twice
 * makes one entry.
 */
export class RegistryIntake {
  readonly #ledger: Ledger;

  constructor(
    private readonly registry: Registry,
    /** The name of the chain that records go into. */
    readonly device: string,
  ) {
    this.#ledger = new Ledger(registry, device);
  }

  /**
   * Takes one record in. Resolves with `stored: false` when it can never be stored as it is; rejects
   * with the database's error when it could be stored later (quota, blocked): then hand it in again.
   */
  async take(raw: unknown): Promise<Intake> {
    const parsed = outboxRecordSchema.safeParse(raw);
    if (!parsed.success) {
      const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
      return { stored: false, reason: where };
    }
    const record = parsed.data;
    if (record.type === 'action') {
      await this.#ledger.append(record.action);
      return { stored: true, id: record.action.id };
    }
    await storePublication(this.registry, record.publication);
    return { stored: true, id: record.publication.id };
  }
}
