// `npm run --silent locate -- --network vk FILE.html…`: one JSON line a comment of each saved page.
// No script of a page is run and nothing is fetched. What cannot be read is told on stderr as one
// JSON line {"file","error"}, and the exit code is then 1; the other files are read all the same.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { adapterOf } from '../lib/networks';
import { NETWORK_IDS, type NetworkId } from '../lib/networks/hosts';
import { decodePage, locate } from './saved-page';

const isNetwork = (value: string | undefined): value is NetworkId =>
  (NETWORK_IDS as readonly (string | undefined)[]).includes(value);

const USAGE = `npm run --silent locate -- --network ${NETWORK_IDS.join('|')} FILE.html…\n`;

/** The network and the files of the command line, or null when it cannot be understood. */
function readCommand(): { network: NetworkId; files: string[] } | null {
  try {
    const { values, positionals: files } = parseArgs({
      options: { network: { type: 'string' } },
      allowPositionals: true,
    });
    return isNetwork(values.network) && files.length > 0
      ? { network: values.network, files }
      : null;
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const command = readCommand();
  if (!command) {
    process.stderr.write(USAGE);
    return 2;
  }
  // A reader that has seen enough (`| head`) closes the pipe: not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const adapter = adapterOf(command.network);
  let failed = false;
  for (const file of command.files) {
    try {
      for (const comment of await locate(decodePage(readFileSync(file)), adapter)) {
        const { network, id, permalink, author, authorUrl, time, text } = comment;
        const line = { network, id, permalink, author, authorUrl, time, text };
        process.stdout.write(`${JSON.stringify(line)}\n`);
      }
    } catch (error) {
      failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${JSON.stringify({ file, error: reason })}\n`);
    }
  }
  return failed ? 1 : 0;
}

process.exitCode = await main();
