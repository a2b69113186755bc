import type { BackupSource } from '../../lib/exchange/backup/take';
import { makeBackup } from '../../lib/exchange/backup/write';
import { canonicalJson, type Json } from '../../lib/registry/chain';
import { Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import { ownIdentity } from '../../lib/registry/identity';
import { Ledger } from '../../lib/registry/ledger';
import { COPIED_TABLES } from '../../lib/registry/rows';
import { actionWith } from '../registry/records';
import { accountWith, bodyWith } from '../registry/tables';

const opened: Registry[] = [];
let count = 0;
/** A registry with nothing in it. */
export function fresh(): Registry {
  count += 1;
  const registry = new Registry(`copy-${count}`);
  opened.push(registry);
  return registry;
}

export const BY = { operator: 'Оксана', now: Date.UTC(2026, 10, 20), today: '2026-11-20' };
export const order = (registry: Registry, kind: 'backup' | 'ledger' = 'backup') => ({
  registry,
  kind,
  operator: 'Оксана',
  now: Date.UTC(2026, 10, 24, 9),
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
export const source = (file: Blob, passphrase: string | null = null): BackupSource => ({
  file,
  passphrase,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
export const copy = (registry: Registry, passphrase: string | null = null) =>
  makeBackup(order(registry), passphrase, 'копия');

/** Everything that copies hold, and the log, as text. */
export async function contents(registry: Registry): Promise<string> {
  const tables = await Promise.all(
    [...COPIED_TABLES, 'log'].map(async (name) => {
      const rows = await registry.table(name).toArray();
      return [name, rows.map((row) => canonicalJson(row as Json)).sort()] as const;
    }),
  );
  return JSON.stringify(tables);
}

/** A registry with a little of everything, of one device. */
export async function filled(entries = 12): Promise<Registry> {
  const registry = fresh();
  const ledger = new Ledger(registry, (await ownIdentity(registry)).device);
  const desk = new RegistryDesk(registry);
  const body = bodyWith();
  const account = accountWith(body.id, { created: '2026-11-18' });
  await desk.apply(
    [
      { table: 'bodies', put: body },
      { table: 'accounts', put: account },
    ],
    BY,
  );
  const first = actionWith({ kind: 'ban' });
  await ledger.append(first);
  await ledger.append(actionWith({ kind: 'undo', refers: first.id }));
  for (let n = 2; n < entries; n += 1)
    await ledger.append(actionWith({ authorUrl: `https://vk.com/id${n % 5}` }));
  return registry;
}

/** Closes every registry that was made here since the last time. */
export function closeAll(): void {
  for (const registry of opened.splice(0)) registry.close();
}
