import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { FIREFOX_EXTENSION } from './project';

const noteSchema = z.object({
  code: z.string(),
  message: z.string(),
  file: z.optional(z.nullable(z.string())),
  line: z.optional(z.nullable(z.number())),
  column: z.optional(z.nullable(z.number())),
});
type Note = z.infer<typeof noteSchema>;
const reportSchema = z.object({
  errors: z.array(noteSchema),
  warnings: z.array(noteSchema),
  notices: z.array(noteSchema),
});

/** So many characters before React's assignment it has read `__html` of what it assigns. */
const REACT_REACH = 200;

/**
 * React assigns innerHTML where a component asks for it by `dangerouslySetInnerHTML`, which none of
 * ours does; the code is in React all the same.
 */
function isReacts({ code, file, line, column }: Note): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || !file || !line || !column) return false;
  const written = readFileSync(join(FIREFOX_EXTENSION, file), 'utf8').split('\n')[line - 1] ?? '';
  return written.slice(Math.max(0, column - REACT_REACH), column).includes('__html');
}

/** The program of Mozilla's linter, the same that the store runs on what is handed in. */
function program(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('addons-linter/package.json')), 'bin/addons-linter');
}

/** Mozilla's checks over the extension as built for Firefox. True when there is nothing to say. */
export async function lintFirefox(say: (text: string) => void): Promise<boolean> {
  const child = spawn(process.execPath, [program(), '--output', 'json', FIREFOX_EXTENSION], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let words = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  // Its exit code repeats what the report says.
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  const { errors, warnings, notices } = reportSchema.parse(JSON.parse(words));
  const notes = [...errors, ...warnings, ...notices].filter((note) => !isReacts(note));
  for (const { code, message, file, line, column } of notes)
    say(`${code}: ${message} (${file ?? ''}:${line ?? ''}:${column ?? ''})`);
  return notes.length === 0;
}
