import { canonicalJson, FIRST_PREV, type Json, sha256 } from '../../registry/chain';
import { type CopiedTable, ROW_SCHEMAS, type RowsOf } from '../../registry/rows';
import { isSigned, type PublicKey } from '../../registry/signature';
import { BadBackup } from './fault';
import {
  type BackupHeader,
  blockLineSchema,
  endLineSchema,
  FORMAT,
  headerSchema,
  LINE_LIMIT,
  ROWS_VERSION,
  rowLineSchema,
  type SealedEnd,
} from './format';
import { isSealed, unseal } from './sealing';

/** What a copy says, in order; lines count from 1. */
export type BackupPart =
  | { part: 'header'; header: BackupHeader }
  /** `row` is null where it is none. */
  | { part: 'row'; line: number; table: CopiedTable; row: object | null }
  /** The lines since the block before; `whole` when they are those that were written. */
  | { part: 'block'; line: number; whole: boolean }
  | {
      part: 'end';
      end: SealedEnd;
      key: PublicKey;
      /** The signature is that of `key` over `end`. */
      signed: boolean;
      /** Hash and counts are those of the lines that were read. */
      whole: boolean;
    }
  /** A line that is nothing of the kind. */
  | { part: 'bad-line'; line: number };

const GZIP = [0x1f, 0x8b] as const;
/** So many bytes tell what a file is packed in. */
const SNIFFED = 16;

/**
 * The text of a copy, whatever it is packed in.
 * @throws BadBackup `passphrase` when it is sealed and none was given; the stream itself fails with
 *   BadBackup when it cannot be opened
 */
async function openText(
  file: ReadableStream<Uint8Array>,
  passphrase: string | null,
): Promise<ReadableStream<string>> {
  let { start, stream } = await peek(file);
  if (isSealed(start)) {
    if (passphrase === null) {
      await stream.cancel();
      throw new BadBackup('passphrase');
    }
    ({ start, stream } = await peek(stream.pipeThrough(unseal(passphrase))));
  }
  // The types of streams in the browser and in Node differ in what a buffer may be.
  type Pair = ReadableWritablePair<Uint8Array, Uint8Array>;
  if (start[0] === GZIP[0] && start[1] === GZIP[1])
    stream = stream.pipeThrough(new DecompressionStream('gzip') as unknown as Pair);
  const text = new TextDecoderStream('utf-8', { fatal: true, ignoreBOM: false });
  return stream.pipeThrough(text as unknown as ReadableWritablePair<string, Uint8Array>);
}

/** The first bytes of a stream, and a stream that still has them. */
async function peek(
  stream: ReadableStream<Uint8Array>,
): Promise<{ start: Uint8Array; stream: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let done = false; length < SNIFFED && !done; ) {
    const next = await reader.read();
    done = next.done;
    if (!next.value) continue;
    pieces.push(next.value);
    length += next.value.length;
  }
  const start = new Uint8Array(length);
  let place = 0;
  for (const piece of pieces) {
    start.set(piece, place);
    place += piece.length;
  }
  const whole = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(start),
    async pull(out) {
      const next = await reader.read();
      if (next.done) out.close();
      else out.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { start, stream: whole };
}

/** Lines without their ends. Throws BadBackup where a line is longer than any of ours. */
async function* linesOf(text: ReadableStream<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of chunksOf(text)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_LIMIT) throw new BadBackup('damaged');
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Not `for await` on the stream itself: Chromium learnt that only lately. Ends it in any case. */
async function* chunksOf(text: ReadableStream<string>): AsyncGenerator<string> {
  const reader = text.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (error) {
    // What the decoders say of spoilt bytes differs by browser; it means the same.
    throw error instanceof BadBackup ? error : new BadBackup('damaged');
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Reads a copy and tells everything that is in it, right or wrong, without judging.
 * @param passphrase null where none was given
 * @throws BadBackup `not-ours`, `newer`, `passphrase`, `damaged` when it cannot be read at all
 */
export async function* readParts(
  file: ReadableStream<Uint8Array>,
  passphrase: string | null,
): AsyncGenerator<BackupPart> {
  const text = await openText(file, passphrase);
  const counts: Partial<Record<CopiedTable, number>> = {};
  let number = 0;
  let hash = FIRST_PREV;
  /** Lines since the last block. */
  let lines: string[] = [];
  for await (const line of linesOf(text)) {
    number += 1;
    const value = parsed(line);
    if (number === 1) {
      const header = headerSchema.safeParse(value);
      if (!header.success) throw new BadBackup('not-ours');
      if (header.data.format > FORMAT || header.data.rows > ROWS_VERSION)
        throw new BadBackup('newer');
      hash = await sha256(`${hash}${line}\n`);
      yield { part: 'header', header: header.data };
      continue;
    }
    const row = rowLineSchema.safeParse(value);
    if (row.success) {
      const { t: table, r } = row.data;
      counts[table] = (counts[table] ?? 0) + 1;
      lines.push(line);
      const found = ROW_SCHEMAS[table].safeParse(r);
      yield { part: 'row', line: number, table, row: found.success ? found.data : null };
      continue;
    }
    const block = blockLineSchema.safeParse(value);
    if (block.success) {
      hash = await sha256(hash + lines.map((one) => `${one}\n`).join(''));
      lines = [];
      yield { part: 'block', line: number, whole: hash === block.data.sha256 };
      hash = block.data.sha256;
      continue;
    }
    const end = endLineSchema.safeParse(value);
    if (end.success) {
      const { end: sealed, key, signature } = end.data;
      const sameCounts = Object.entries(sealed.counts).every(
        ([table, count]) => count === (counts[table as CopiedTable] ?? 0),
      );
      yield {
        part: 'end',
        end: sealed,
        key,
        signed: await isSigned(key, canonicalJson(sealed as unknown as Json), signature),
        whole: sealed.sha256 === hash && lines.length === 0 && sameCounts,
      };
      continue;
    }
    yield { part: 'bad-line', line: number };
  }
  if (number === 0) throw new BadBackup('not-ours');
}

/**
 * The rows of a copy, block by block, each only once its block is known to be whole.
 * @throws BadBackup for whatever is wrong with it, at the latest when all was read
 */
export async function* readRows(
  file: ReadableStream<Uint8Array>,
  passphrase: string | null,
  onHeader: (header: BackupHeader) => void,
  onEnd: (end: SealedEnd, key: PublicKey) => void,
): AsyncGenerator<RowsOf> {
  let block: { table: CopiedTable; rows: object[] }[] = [];
  let ended = false;
  for await (const part of readParts(file, passphrase)) {
    // Whatever follows the end was put there by somebody else.
    if (ended) throw new BadBackup('damaged');
    if (part.part === 'header') onHeader(part.header);
    else if (part.part === 'bad-line') throw new BadBackup('damaged', part.line);
    else if (part.part === 'row') {
      if (part.row === null) throw new BadBackup('row', part.line);
      const last = block.at(-1);
      if (last?.table === part.table) last.rows.push(part.row);
      else block.push({ table: part.table, rows: [part.row] });
    } else if (part.part === 'block') {
      if (!part.whole) throw new BadBackup('damaged', part.line);
      // Each row went through its table's schema in `readParts`.
      yield* block as RowsOf[];
      block = [];
    } else {
      if (!part.whole || !part.signed) throw new BadBackup('damaged');
      ended = true;
      onEnd(part.end, part.key);
    }
  }
  if (!ended) throw new BadBackup('truncated');
}
