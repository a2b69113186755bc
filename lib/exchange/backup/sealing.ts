import { BadBackup } from './fault';

/**
 * A sealed copy: magic, salt, cost and nonce in front, then chunks, each its length (big-endian, 4 bytes)
 * and AES-256-GCM of it. The nonce ends in the chunk's number and what is authenticated besides says
 * whether it is the last, so that chunks cannot be moved, dropped or cut off unnoticed.
 */
const MAGIC = new TextEncoder().encode('VAKHTA-1');
const SALT = 16;
const NONCE_PREFIX = 8;
const HEADER = MAGIC.length + SALT + 4 + NONCE_PREFIX;
const CHUNK = 256 * 1024;
const TAG = 16;
/**
 * Rounds of PBKDF2-HMAC-SHA-256 for a new copy: what OWASP's Password Storage Cheat Sheet asks for
 * where nothing stronger is at hand, as in WebCrypto.
 */
const ROUNDS = 600_000;
/** A file may not ask for more, or opening it would never end; fewer would be no protection. */
const ROUNDS_ALLOWED = { least: 100_000, most: 10_000_000 };

type Bytes = Uint8Array<ArrayBuffer>;

async function keyFrom(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  // One form of every letter, whatever keyboard or system it was typed on.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** How chunk number `count` (from 0) is encrypted. */
function chunkCipher(header: Bytes, count: number, last: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(header.subarray(HEADER - NONCE_PREFIX));
  new DataView(iv.buffer).setUint32(NONCE_PREFIX, count);
  const additionalData = new Uint8Array(HEADER + 1);
  additionalData.set(header);
  additionalData[HEADER] = last ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData };
}

function joined(one: Bytes, other: Uint8Array): Bytes {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}

/** Seals what goes through with a passphrase. */
export function seal(passphrase: string): TransformStream<Uint8Array, Uint8Array> {
  const header = new Uint8Array(HEADER);
  header.set(MAGIC);
  crypto.getRandomValues(header.subarray(MAGIC.length));
  new DataView(header.buffer).setUint32(MAGIC.length + SALT, ROUNDS);
  let waiting: Bytes = new Uint8Array(0);
  let count = 0;
  let key: CryptoKey;
  type Out = TransformStreamDefaultController<Uint8Array>;
  const put = async (out: Out, plain: Bytes, last: boolean) => {
    const cipher = chunkCipher(header, count, last);
    count += 1;
    const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher, key, plain));
    const chunk = new Uint8Array(4 + sealed.length);
    new DataView(chunk.buffer).setUint32(0, sealed.length);
    chunk.set(sealed, 4);
    out.enqueue(chunk);
  };
  return new TransformStream({
    async start(out) {
      key = await keyFrom(passphrase, header.slice(MAGIC.length, MAGIC.length + SALT), ROUNDS);
      out.enqueue(header);
    },
    async transform(bytes, out) {
      waiting = joined(waiting, bytes);
      while (waiting.length > CHUNK) {
        await put(out, waiting.slice(0, CHUNK), false);
        waiting = waiting.slice(CHUNK);
      }
    },
    flush: (out) => put(out, waiting, true),
  });
}

/** Whether a file that begins so is sealed. */
export function isSealed(start: Uint8Array): boolean {
  return start.length >= MAGIC.length && MAGIC.every((byte, place) => byte === start[place]);
}

/** Opens what `seal` made. The stream fails with `BadBackup`: `passphrase`, `damaged` or `truncated`. */
export function unseal(passphrase: string): TransformStream<Uint8Array, Uint8Array> {
  let header: Bytes | undefined;
  let key: CryptoKey;
  let waiting: Bytes = new Uint8Array(0);
  let count = 0;
  const open = async (sealed: Bytes, last: boolean) => {
    if (!header) throw new BadBackup('truncated');
    try {
      const plain = await crypto.subtle.decrypt(chunkCipher(header, count, last), key, sealed);
      count += 1;
      return new Uint8Array(plain);
    } catch {
      throw new BadBackup(count === 0 ? 'passphrase' : last ? 'truncated' : 'damaged');
    }
  };
  /** The first chunk that is whole, taken off what waits; null while there is none. */
  const take = (): Bytes | null => {
    if (waiting.length < 4) return null;
    const length = new DataView(waiting.buffer, waiting.byteOffset).getUint32(0);
    if (length < TAG || length > CHUNK + TAG) throw new BadBackup('damaged');
    if (waiting.length < 4 + length) return null;
    const chunk = waiting.slice(4, 4 + length);
    waiting = waiting.slice(4 + length);
    return chunk;
  };
  /** The newest chunk is kept back: only the stream's end tells that it is the last. */
  let kept: Bytes | null = null;
  return new TransformStream({
    async transform(bytes, out) {
      waiting = joined(waiting, bytes);
      if (!header) {
        if (waiting.length < HEADER) return;
        header = waiting.slice(0, HEADER);
        waiting = waiting.slice(HEADER);
        const rounds = new DataView(header.buffer).getUint32(MAGIC.length + SALT);
        if (rounds < ROUNDS_ALLOWED.least || rounds > ROUNDS_ALLOWED.most)
          throw new BadBackup('damaged');
        key = await keyFrom(passphrase, header.slice(MAGIC.length, MAGIC.length + SALT), rounds);
      }
      for (let chunk = take(); chunk; chunk = take()) {
        if (kept) out.enqueue(await open(kept, false));
        kept = chunk;
      }
    },
    async flush(out) {
      if (!kept || waiting.length > 0) throw new BadBackup('truncated');
      out.enqueue(await open(kept, true));
    },
  });
}
