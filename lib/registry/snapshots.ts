import * as z from 'zod/mini';
import { NETWORK_IDS } from '../networks/hosts';
import type { Registry } from './database';
import {
  addressSchema,
  daySchema,
  instantSchema,
  lineSchema,
  namedSchema,
  revisionSchema,
  rowIdSchema,
} from './fields';

/**
 * What of an account may be published. An allow-list: a field that is added to accounts stays private
 * until it is added here, too.
 */
export const publicAccountSchema = z.strictObject({
  id: rowIdSchema,
  /** Names of the bodies from the top to the account's own. */
  bodies: z.array(namedSchema).check(z.minLength(1)),
  network: z.enum(NETWORK_IDS),
  name: namedSchema,
  address: addressSchema,
  created: z.nullable(daySchema),
});

export type PublicAccount = z.infer<typeof publicAccountSchema>;

/** The registry as it stood on the site after a publication. */
export const snapshotSchema = z.object({
  id: rowIdSchema,
  revision: revisionSchema,
  time: instantSchema,
  operator: lineSchema,
  /** The day that the published page names. */
  day: daySchema,
  accounts: z.array(publicAccountSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** The last publication, or undefined before the first. */
export function lastSnapshot(registry: Registry): Promise<Snapshot | undefined> {
  return registry.snapshots.orderBy('time').last();
}

/** Every publication, newest first. */
export function listSnapshots(registry: Registry): Promise<Snapshot[]> {
  return registry.snapshots.orderBy('time').reverse().toArray();
}
