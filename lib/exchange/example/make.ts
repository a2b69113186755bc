import { FIRST_PREV, hashEntry, hashEvidence } from '../../registry/chain';
import type { RowsOf } from '../../registry/rows';
import type { Action, LedgerEntry, PublicationRecord } from '../../registry/schema';
import { bodyKind, type RegulationProfile } from '../../regulation/profile';
import { dayOf } from '../../regulation/zone';
import { Draw } from './draw';
import { makeActions } from './moderation';
import { makeMarks, makePlan, makePublications, makeTemplates } from './publications';
import {
  makeAccounts,
  makeBodies,
  makeChanges,
  makeChecks,
  makeEvents,
  makeSnapshots,
} from './registry';
import { FILLED, type Size, type World } from './world';

const DAY_MS = 86_400_000;
const SEED = 20_200_214;
/** Name of the example's one chain. */
const DEVICE = '00000000-0000-7000-8000-000000000066';

export interface ExampleOrder {
  profile: RegulationProfile;
  /** Milliseconds since the epoch; the same moment gives the same example. */
  now: number;
  size?: Size;
}

/** Rows of an example, without the ledger's chain. */
export type ExampleRows = RowsOf | { table: 'actions'; rows: Action[] };

/** An invented registry that has been in use for months, in batches, the ledger's actions last. */
export function* makeRows({ profile, now, size = FILLED }: ExampleOrder): Generator<ExampleRows> {
  const world: World = {
    draw: new Draw(SEED),
    profile,
    now,
    today: dayOf(now, profile.timeZone),
    since: now - size.weeks * 7 * DAY_MS,
  };
  const bodies = makeBodies(world, size.bodies);
  const accounts = makeAccounts(world, bodies, size.accounts);
  const notices = makeEvents(world, accounts);
  yield { table: 'bodies', rows: bodies };
  yield { table: 'accounts', rows: accounts };
  yield { table: 'notices', rows: notices };
  yield { table: 'changes', rows: makeChanges(world, bodies, accounts) };
  yield { table: 'checks', rows: makeChecks(world, accounts) };
  yield { table: 'snapshots', rows: makeSnapshots(world, bodies, accounts) };

  const pace = size.pace ?? bodyKind(profile, '').weeklyNorm;
  const recent: PublicationRecord[] = [];
  const planned = new Date(now - 15 * DAY_MS).toISOString();
  for (const rows of makePublications(world, accounts, { weeks: size.weeks, pace })) {
    recent.push(...rows.filter(({ time }) => time > planned));
    yield { table: 'publications', rows };
    yield { table: 'publicationMarks', rows: makeMarks(world, rows) };
  }
  yield { table: 'plan', rows: makePlan(world, accounts, recent) };
  yield { table: 'templates', rows: makeTemplates(world, accounts) };
  for (const rows of makeActions(world, accounts, size)) yield { table: 'actions', rows };
}

/** The same with the actions as entries of one chain, as the ledger would have sealed them. */
export async function* makeExample(order: ExampleOrder): AsyncGenerator<RowsOf> {
  let seq = 0;
  let prev = FIRST_PREV;
  const draw = new Draw(SEED + 1);
  for (const batch of makeRows(order)) {
    if (batch.table !== 'actions') {
      yield batch;
      continue;
    }
    const rows: LedgerEntry[] = [];
    for (const action of batch.rows) {
      seq += 1;
      const salt = draw.id(0).replaceAll('-', '');
      const evidenceHash = await hashEvidence(action, salt);
      const unsealed = { ...action, device: DEVICE, seq, salt, evidenceHash, prev };
      prev = await hashEntry(unsealed);
      rows.push({ ...unsealed, hash: prev });
    }
    yield { table: 'entries', rows };
  }
}
