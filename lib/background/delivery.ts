import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { dropFromOutbox, setAside, waitingRecords } from '../messages/outbox';
import { NETWORK_IDS } from '../networks/hosts';
import { type Standing, standingOf } from '../registry/authors';
import { openRegistry } from '../registry/database';
import { ownIdentity } from '../registry/identity';
import { type Intake, RegistryIntake } from '../registry/intake';
import { eraseExpired, retentionBorder } from '../registry/retention';
import { loadSettings } from '../settings/settings';

const standingQuerySchema = z.object({
  network: z.enum(NETWORK_IDS),
  authorUrls: z.array(z.string().check(z.maxLength(4_000))).check(z.maxLength(500)),
});

/** Name of the alarm that asks for another `flush`. */
export const FLUSH_ALARM = 'outbox';

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Carries records from the outbox into the registry and answers what may be asked of it. */
export class Delivery {
  readonly #registry = openRegistry();
  #intake: Promise<RegistryIntake> | undefined;
  #flushing: Promise<void> | undefined;
  /** Something came while a flush was running, after it had looked what waits. */
  #cameMeanwhile = false;

  #ready(): Promise<RegistryIntake> {
    this.#intake ??= ownIdentity(this.#registry).then(
      ({ device }) => new RegistryIntake(this.#registry, device),
      (error) => {
        // The next one may find the database open again.
        this.#intake = undefined;
        throw error;
      },
    );
    return this.#intake;
  }

  /** Takes one record in and removes it from the outbox. Rejects when it must be tried again. */
  async deliver(raw: unknown): Promise<Intake> {
    const intake = await this.#ready();
    const result = await intake.take(raw);
    if (result.stored) await dropFromOutbox(result.id);
    return result;
  }

  /**
   * Takes in all that waits in the outbox; one run at a time. Never rejects: as long as something
   * waits, an alarm tries again, whatever becomes of this worker.
   */
  flush(): Promise<void> {
    this.#cameMeanwhile = true;
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  async #flush(): Promise<void> {
    do {
      this.#cameMeanwhile = false;
      for (const { id, record } of await waitingRecords()) {
        try {
          const intake = await this.#ready();
          const result = await intake.take(record);
          if (result.stored) await dropFromOutbox(id);
          else await setAside(id, record, result.reason);
        } catch (error) {
          console.error('Запись пока не принята в журнал', error);
          await browser.alarms.create(FLUSH_ALARM, { periodInMinutes: 1 });
          return;
        }
      }
      // What comes while the alarm is being cleared has nobody else to look for it.
      await browser.alarms.clear(FLUSH_ALARM);
    } while (this.#cameMeanwhile);
  }

  /** Counts for the authors on a page: violations of the last 30 days and the blacklist. */
  async standings(raw: unknown): Promise<Record<string, Standing>> {
    const query = standingQuerySchema.parse(raw);
    const since = new Date(Date.now() - MONTH_MS).toISOString();
    const standings: Record<string, Standing> = {};
    for (const url of query.authorUrls)
      standings[url] = await standingOf(this.#registry, query.network, url, since);
    return standings;
  }

  /** Erases personal data older than the retention that is set. */
  async eraseExpired(now: number): Promise<void> {
    const { retentionMonths } = await loadSettings();
    await eraseExpired(this.#registry, retentionBorder(now, retentionMonths));
  }
}
