// JSON Lines in, JSON Lines out: the shared frame of the headless commands.
import type { Readable, Writable } from 'node:stream';

/** One line of input that could not be worked; written to stderr as one JSON line. */
export interface LineError {
  /** 1-based number of the line in the input. */
  line: number;
  error: string;
}

export interface LineStreams {
  input: Readable;
  output: Writable;
  errors: Writable;
}

const NEWLINE = 0x0a;

/** Lines of a byte stream; only `\n` ends one, since JSON text may hold U+2028 as it is. */
async function* linesOf(input: Readable): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const chunk of input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...parts, bytes.subarray(from, at)]);
      parts = [];
      from = at + 1;
    }
    if (from < bytes.length) parts.push(bytes.subarray(from));
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}

/** Waits while the reader of our output is slower than we are. */
async function write(stream: Writable, value: unknown): Promise<void> {
  if (stream.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => stream.once('drain', resolve));
}

/**
 * Reads one JSON value a line, hands it through `parse` (throws on a value of the wrong shape) to
 * `handle`, and writes each answer as one line, in the order of the input. A line that is not UTF-8,
 * not JSON or not of the shape gives a `LineError` on stderr and the exit code 1 once all other lines
 * are done; nothing is skipped silently, an empty line included.
 */
export async function mapJsonLines<Line>(
  parse: (value: unknown) => Line,
  handle: (line: Line) => unknown,
  streams: LineStreams = {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
  },
): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe: not an error of ours.
  streams.output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  for await (const bytes of linesOf(streams.input)) {
    number += 1;
    let answer: unknown;
    try {
      answer = handle(parse(JSON.parse(decoder.decode(bytes))));
    } catch (error) {
      process.exitCode = 1;
      const message = error instanceof Error ? error.message : String(error);
      await write(streams.errors, { line: number, error: message } satisfies LineError);
      continue;
    }
    await write(streams.output, answer);
  }
}
