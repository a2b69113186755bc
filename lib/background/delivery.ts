import { browser } from 'wxt/browser';
import {
  dropFromOutbox,
  eraseSetAside,
  eraseSetAsideAbout,
  setAside,
  waitingRecords,
} from '../messages/outbox';
import type { NetworkId } from '../networks/hosts';
import { type Standing, standingOf } from '../registry/authors';
import { openRegistry } from '../registry/database';
import { ownIdentity } from '../registry/identity';
import { type Intake, RegistryIntake } from '../registry/intake';
import { eraseExpired, erasePerson, retentionBorder } from '../registry/retention';
import { addressesOf } from '../registry/schema';
import { keepUp } from '../registry/upkeep';
import { loadRegulation } from '../settings/regulation';
import { askSettings } from '../settings/settings';

/** Name of the alarm that asks for another `flush`. */
export const FLUSH_ALARM = 'outbox';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Carries records from the outbox into the registry and answers what may be asked of it. */
export class Delivery {
  readonly #registry = openRegistry();
  #intake: RegistryIntake | undefined;
  #flushing: Promise<void> | undefined;
  #keeping: Promise<void> | undefined;
  /** Something came while a flush was running, after it had looked what waits. */
  #cameMeanwhile = false;

  async #ready(): Promise<RegistryIntake> {
    // Asked each time: a registry that was lost under a running worker goes on as another device.
    const { device } = await ownIdentity(this.#registry);
    if (this.#intake?.device !== device) this.#intake = new RegistryIntake(this.#registry, device);
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
    this.#flushing ??= this.#flush();
    return this.#flushing;
  }

  async #flush(): Promise<void> {
    try {
      while (this.#cameMeanwhile) {
        this.#cameMeanwhile = false;
        const waiting = await waitingRecords();
        // Set before anything is taken: this worker may die at any of the next lines.
        if (waiting.length > 0) await browser.alarms.create(FLUSH_ALARM, { periodInMinutes: 1 });
        for (const { id, record } of waiting) await this.#take(id, record);
        // Inside the loop: what comes while the alarm is being cleared must find a run to go with.
        await browser.alarms.clear(FLUSH_ALARM);
      }
    } catch (error) {
      console.error('Запись пока не принята в журнал', error);
      await browser.alarms.create(FLUSH_ALARM, { periodInMinutes: 1 }).catch(() => undefined);
    } finally {
      // In the same turn as the loop's last look, so that no call falls between the two.
      this.#flushing = undefined;
    }
  }

  async #take(id: string, record: unknown): Promise<void> {
    const intake = await this.#ready();
    const result = await intake.take(record);
    if (result.stored) await dropFromOutbox(id);
    else await setAside(id, record, result.reason);
  }

  /** Counts for the authors on a page: violations of the profile's last days and the blacklist. */
  async standings(query: {
    network: NetworkId;
    authorUrls: readonly string[];
  }): Promise<Record<string, Standing>> {
    const { profile } = await loadRegulation();
    const since = new Date(Date.now() - profile.offenders.days * DAY_MS).toISOString();
    const standings: Record<string, Standing> = {};
    for (const url of query.authorUrls)
      standings[url] = await standingOf(this.#registry, query.network, url, since);
    return standings;
  }

  /** Erases personal data older than the retention that is set. */
  async eraseExpired(now: number): Promise<void> {
    // What is erased does not come back: a policy that is remembered from yesterday is not enough.
    const { retentionMonths } = await askSettings();
    const border = retentionBorder(now, retentionMonths);
    await eraseExpired(this.#registry, border);
    await eraseSetAside(border, now);
  }

  /**
   * Erases one person on request. What waits is taken in first, or it would come after.
   * @returns how many actions were blanked
   * @throws for a key without an address, which is nobody's alone
   */
  async erasePerson(key: string): Promise<number> {
    const addresses = addressesOf(key);
    if (addresses.length === 0) throw new Error('nobody is known by this key');
    await this.flush();
    const erased = await erasePerson(this.#registry, key);
    await eraseSetAsideAbout(addresses);
    return erased;
  }

  /**
   * Brings rows of earlier versions up to this one, a piece at a time; one run at a time. Never rejects:
   * what is left goes on with the worker's next start.
   */
  keepUp(): Promise<void> {
    this.#keeping ??= keepUp(this.#registry)
      .catch((error: unknown) => console.error('Указатели журнала пока не готовы', error))
      .finally(() => {
        this.#keeping = undefined;
      });
    return this.#keeping;
  }
}
