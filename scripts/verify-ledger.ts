// `npm run --silent verify-ledger -- FILE`: checks a ledger, a copy of the registry or an extract, and names
// every entry that is not as it was. Exit code 0: all is right, 1: it is not, 2: it cannot be read.
import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { BadBackup } from '../lib/exchange/backup/fault';
import { type FileFault, type VerifyReport, verifyFile } from '../lib/exchange/backup/verify';
import { type CaseFile, caseSchema, checkCase } from '../lib/exchange/case-file';
import { messagesOf } from '../lib/i18n';

const { safety } = messagesOf('ru');
const words = safety.verify;
const say = (line: string) => process.stdout.write(`${line}\n`);

const PLAIN = /[^0-9a-f]/g;
/** Fingerprints are told with and without spaces, in either case. */
const samePrint = (one: string, other: string) =>
  one.toLowerCase().replace(PLAIN, '') === other.toLowerCase().replace(PLAIN, '');

function saidOf(fault: FileFault): string {
  if (fault.fault === 'line') return words.line(fault.line);
  if (fault.fault === 'block') return words.block(fault.from, fault.line);
  return words[fault.fault];
}

/** Tells what is wrong; the exit code. */
function conclude(faults: readonly string[]): number {
  for (const fault of faults) say(fault);
  say(faults.length === 0 ? words.good : words.bad(faults.length));
  return faults.length === 0 ? 0 : 1;
}

function keyFaults(print: string | null, wanted: string | undefined): string[] {
  if (print !== null) say(words.print(print));
  return wanted !== undefined && !samePrint(print ?? '', wanted) ? [words.otherKey] : [];
}

function report(found: VerifyReport, wanted: string | undefined): number {
  const { header, heads, chainFaults, fileFaults, print } = found;
  say(words.of(header.vakhta, header.made, header.operator));
  for (const { device, seq, hash } of heads) say(words.chain(device, seq, hash));
  return conclude([
    ...keyFaults(print, wanted),
    ...chainFaults.map((one) => safety.fault[one.fault](one.seq, 'to' in one ? one.to : one.seq)),
    ...fileFaults.map(saidOf),
  ]);
}

async function reportCase(file: CaseFile, wanted: string | undefined): Promise<number> {
  const { faults, print, erased, masked } = await checkCase(file);
  say(words.caseOf(file.entries[0]?.seq ?? 0));
  if (erased) say(safety.casePage.erased);
  if (masked) say(safety.casePage.masked);
  return conclude([
    ...keyFaults(print, wanted),
    ...faults.map(({ fault, seq }) => words.caseFault[fault](seq)),
  ]);
}

/** The extract in `path`, or null when it holds none. */
function readCase(path: string): CaseFile | null {
  try {
    return caseSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' } },
    allowPositionals: true,
    strict: true,
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    process.stderr.write(`${words.usage}\n`);
    return 2;
  }
  try {
    // An extract ends in .json; anything else is read line by line, however long it is.
    const extract = path.endsWith('.json') ? readCase(path) : null;
    if (extract) return await reportCase(extract, values.key);
    const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    return report(await verifyFile(bytes, process.env.VAKHTA_PASSPHRASE ?? null), values.key);
  } catch (error) {
    const reason =
      error instanceof BadBackup
        ? error.fault === 'passphrase' && process.env.VAKHTA_PASSPHRASE === undefined
          ? words.passphrase
          : safety.badBackup[error.fault]
        : error instanceof Error
          ? error.message
          : String(error);
    process.stderr.write(`${words.unreadable} ${reason}\n`);
    return 2;
  }
}

process.exitCode = await main();
