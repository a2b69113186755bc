import type { Registry } from './database';
import { makeKeys } from './signature';

/**
 * Who this browser profile is among the devices that keep one registry. It lives beside the ledger and
 * not in the settings: a registry that was lost must go on as another device, or two chains would bear
 * one name.
 */
export interface Identity {
  id: 'own';
  /** The name of this device's chain, a UUID. */
  device: string;
  /** Sign what this device gives out. */
  keys: CryptoKeyPair;
}

/** This registry's identity; it is made at the first call. Rejects with the database's error. */
export async function ownIdentity(registry: Registry): Promise<Identity> {
  const known = await registry.identity.get('own');
  if (known) return known;
  // Outside of the transaction, which would end while the keys are made.
  const keys = await makeKeys();
  return registry.transaction('rw', registry.identity, registry.entries, async () => {
    const made = await registry.identity.get('own');
    if (made) return made;
    // Version 1 kept one chain and no identity: it goes on under its name.
    const first = await registry.entries.toCollection().first();
    const identity: Identity = { id: 'own', device: first?.device ?? crypto.randomUUID(), keys };
    await registry.identity.add(identity);
    return identity;
  });
}
