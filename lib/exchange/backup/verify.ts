import { ChainCheck, type ChainFault, type ChainHead } from '../../registry/chain';
import type { LedgerEntry } from '../../registry/schema';
import { fingerprint } from '../../registry/signature';
import type { BackupHeader } from './format';
import { readParts } from './read';

/** What is wrong with a file besides its chains. */
export type FileFault =
  /** The line cannot be read, or the row in it is none. */
  | { fault: 'line'; line: number }
  /** Some line between the marks at `from` and `line` is not what was written. */
  | { fault: 'block'; from: number; line: number }
  /** The end of the file is missing. */
  | { fault: 'cut' }
  /** The end of the file is not what its maker signed. */
  | { fault: 'signature' }
  /** Counts or hash at the end are not those of the lines. */
  | { fault: 'sum' };

export interface VerifyReport {
  header: BackupHeader;
  entries: number;
  heads: ChainHead[];
  chainFaults: ChainFault[];
  fileFaults: FileFault[];
  /** Print of the key that signed the file; null when the end is missing. */
  print: string | null;
}

/**
 * Checks a ledger or backup file to its end and names all that is wrong, entry by entry.
 * @throws BadBackup when it cannot be read at all
 */
export async function verifyFile(
  file: ReadableStream<Uint8Array>,
  passphrase: string | null,
): Promise<VerifyReport> {
  const chains = new Map<string, ChainCheck>();
  const fileFaults: FileFault[] = [];
  let known: ChainHead[] = [];
  let header: BackupHeader | undefined;
  let print: string | null = null;
  let entries = 0;
  let block = 1;
  for await (const part of readParts(file, passphrase)) {
    if (part.part === 'header') header = part.header;
    else if (part.part === 'bad-line') fileFaults.push({ fault: 'line', line: part.line });
    else if (part.part === 'block') {
      if (!part.whole) fileFaults.push({ fault: 'block', from: block, line: part.line });
      block = part.line;
    } else if (part.part === 'end') {
      if (!part.signed) fileFaults.push({ fault: 'signature' });
      if (!part.whole) fileFaults.push({ fault: 'sum' });
      known = part.end.heads;
      print = await fingerprint(part.key);
    } else if (part.row === null) fileFaults.push({ fault: 'line', line: part.line });
    else if (part.table === 'entries') {
      const entry = part.row as LedgerEntry;
      const chain = chains.get(entry.device) ?? new ChainCheck(entry.device);
      chains.set(entry.device, chain);
      await chain.add(entry);
      entries += 1;
    }
  }
  if (!header) throw new Error('a file without a header was read');
  if (print === null) fileFaults.push({ fault: 'cut' });
  for (const { device } of known)
    if (!chains.has(device)) chains.set(device, new ChainCheck(device));
  const all = [...chains.values()];
  return {
    header,
    entries,
    heads: all.flatMap((chain) => chain.head() ?? []),
    chainFaults: all.flatMap((chain) =>
      chain.faults(known.find(({ device }) => device === chain.device)),
    ),
    fileFaults,
    print,
  };
}
