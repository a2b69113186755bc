import { canonicalJson, sha256 } from './chain';

/** ECDSA over P-256 with SHA-256: what every browser, Node and OpenSSL can check. */
const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A public key as it travels in files (JSON Web Key, RFC 7517). */
export interface PublicKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

/** New keys; the private one can sign and never leaves the browser. */
export function makeKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);
}

/** The half of the keys that others may have. Rejects where the browser does not give it out. */
export async function publicKeyOf(keys: CryptoKeyPair): Promise<PublicKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return { kty: 'EC', crv: 'P-256', x, y };
}

/**
 * What people compare: SHA-256 of the key (JWK thumbprint, RFC 7638), hex in groups of four. A file
 * that bears a key of its own proves nothing about whose it is; the print told elsewhere does.
 */
export async function fingerprint({ crv, kty, x, y }: PublicKey): Promise<string> {
  const print = await sha256(canonicalJson({ crv, kty, x, y }));
  return (print.match(/.{4}/g) ?? []).join(' ');
}

/** Signature over the UTF-8 bytes of `text`: r and s, 64 bytes (IEEE P1363), base64. */
export async function sign(keys: CryptoKeyPair, text: string): Promise<string> {
  const bytes = await crypto.subtle.sign(SIGNING, keys.privateKey, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** Whether `signature` is that of `text` by the owner of `key`; false for what is none at all. */
export async function isSigned(key: PublicKey, text: string, signature: string): Promise<boolean> {
  try {
    const bytes = Uint8Array.from(atob(signature), (sign) => sign.charCodeAt(0));
    const known = await crypto.subtle.importKey('jwk', { ...key }, KEY, false, ['verify']);
    return await crypto.subtle.verify(SIGNING, known, bytes, new TextEncoder().encode(text));
  } catch {
    return false;
  }
}
