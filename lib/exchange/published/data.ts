import * as z from 'zod/mini';
import { NETWORK_IDS } from '../../networks/hosts';
import { changesSince, type PublishedChanges, TOLD_FIELDS } from '../../registry/published';
import type { PublicAccount, Snapshot } from '../../registry/snapshots';
import type { RegulationProfile } from '../../regulation/profile';

/**
 * The published registry as data. A second allow-list at the border: whatever the registry's own rows
 * come to hold, only what stands here is in the file. `docs/published-registry.schema.json` is made
 * from it.
 */
const described = z.registry<{ description: string }>();
const told = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema => {
  described.add(schema, { description });
  return schema;
};

const day = (description: string) => told(z.iso.date(), description);

/** Made anew for each place: a schema that stands in two would be a reference to a definition. */
const accountShape = () => ({
  id: told(z.uuid(), 'Stays the same from publication to publication.'),
  bodies: told(
    z.array(z.string()).check(z.minLength(1)),
    'Names of the bodies, from the top one to the one that keeps the account.',
  ),
  network: told(z.enum(NETWORK_IDS), 'Social network.'),
  name: told(z.string().check(z.minLength(1)), 'Name of the account.'),
  address: told(z.string(), 'Address of the account in the network.'),
  created: told(z.nullable(z.iso.date()), 'Day it was created; null when unknown.'),
});

const accounts = (description: string) =>
  told(z.array(z.strictObject(accountShape())), description);

export const publishedRegistrySchema = z.strictObject({
  format: z.literal('vakhta-public-registry'),
  version: z.literal(1),
  asOf: day('The registry is as it stood on this day, in the time of the region.'),
  regulation: told(
    z.strictObject({
      act: told(z.string(), 'The act that asks for the registry to be published.'),
      clause: told(z.string(), 'Its clause.'),
    }),
    'Why the registry is published.',
  ),
  accounts: accounts('Every official account that is kept, by body.'),
  changes: told(
    z.nullable(
      z.strictObject({
        since: day('The day that the publication before this one names.'),
        added: accounts('Accounts that were not in it.'),
        changed: told(
          z.array(
            z.strictObject({
              account: told(z.strictObject(accountShape()), 'As it is now.'),
              before: told(z.strictObject(accountShape()), 'As it was.'),
              fields: told(z.array(z.enum(TOLD_FIELDS)), 'What is different.'),
            }),
          ),
          'Accounts that are different.',
        ),
        removed: accounts('Accounts that are no longer in it.'),
      }),
    ),
    'What is different from the publication before; null in the first one.',
  ),
});
/** Data for everyone. */
export type PublishedRegistry = z.infer<typeof publishedRegistrySchema>;

/**
 * The registry as it is to be published.
 * @param last the publication before this one, if there was one
 * @param asOf `YYYY-MM-DD` in the region
 */
export function publishedRegistry(
  accounts: readonly PublicAccount[],
  last: Pick<Snapshot, 'day' | 'accounts'> | undefined,
  { source, publishing }: RegulationProfile,
  asOf: string,
): PublishedRegistry {
  const changes: PublishedChanges | null = last ? changesSince(last, accounts) : null;
  return publishedRegistrySchema.parse({
    format: 'vakhta-public-registry',
    version: 1,
    asOf,
    regulation: { act: source, clause: publishing.clause },
    accounts,
    changes,
  });
}

/** JSON Schema (draft 2020-12) of the data, for those who read them by machine. */
export function publishedJsonSchema(): object {
  const schema = z.toJSONSchema(publishedRegistrySchema, { metadata: described });
  return { title: 'Registry of official accounts of public bodies', ...schema };
}
