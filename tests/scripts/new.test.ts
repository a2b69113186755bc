import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KINDS } from '../../scripts/new/kinds';
import { CannotMake, makeNew } from '../../scripts/new/make';
import { ROOT } from '../../scripts/project';

/** Neither sources nor what the types of the sources need. */
const LEFT_OUT = new Set(['.git', '.output', '.cache', 'node_modules', 'test-results', 'pictures']);
const copy = mkdtempSync(join(tmpdir(), 'vakhta-new-'));
/** What a tool says in the copy. */
function said(name: string, ...args: string[]): string {
  const program = join(ROOT, 'node_modules/.bin', name);
  const { stdout, stderr, status } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

beforeAll(() => {
  for (const name of readdirSync(ROOT))
    if (!LEFT_OUT.has(name))
      cpSync(join(ROOT, name), join(copy, name), {
        recursive: true,
        filter: (path) => !LEFT_OUT.has(path.split(/[\\/]/).at(-1) ?? ''),
      });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new', () => {
  test('every kind makes files that compile and pass the linter', { timeout: 180_000 }, () => {
    const paths = Object.values(KINDS).flatMap((kind) => makeNew(copy, kind, 'sample-one'));
    const sources = [...new Set(paths)].filter((path) => /\.tsx?$/.test(path));
    said('biome', 'check', '--write', ...sources);
    expect(said('biome', 'check', '--error-on-warnings', ...sources)).toBe('');
    // What was made and touched with all that it imports: less than half of the whole.
    writeFileSync(
      join(copy, 'tsconfig.new.json'),
      JSON.stringify({ extends: './tsconfig.json', include: ['.wxt/wxt.d.ts'], files: sources }),
    );
    expect(said('tsc', '--noEmit', '-p', 'tsconfig.new.json')).toBe('');
  });

  test('what is there already is not overwritten, and nothing is written by halves', () => {
    const { network } = KINDS;
    if (!network) throw new Error('no such kind');
    const list = () => readFileSync(join(copy, 'lib/networks/hosts.ts'), 'utf8');
    const before = list();
    expect(() => makeNew(copy, network, 'vk')).toThrow(CannotMake);
    expect(() => makeNew(copy, network, '../vk')).toThrow(CannotMake);
    expect(list()).toBe(before);
  });
});
