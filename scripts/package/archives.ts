import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { CACHE, ROOT } from '../project';

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Builds the stores' archives of both browsers in a folder that holds the project's sources, with the
 * dependencies that are installed here. Gives them by file name.
 * @throws an Error in Russian when one does not build
 */
export function archivesFrom(
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Map<string, Uint8Array> {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // Says that the dependencies are there as the lock file wants them; rules are compiled anew.
  mkdirSync(join(folder, '.cache'), { recursive: true });
  cpSync(join(CACHE, 'installed'), join(folder, '.cache/installed'));
  for (const browser of ['chrome', 'firefox']) {
    const { status } = spawnSync(process.execPath, ['scripts/run.mjs', 'zip', '-b', browser], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`Архив для ${browser} не собрался.`);
  }
  return archivesIn(folder);
}

/** The stores' archives that were built in a folder, by file name. */
export function archivesIn(folder: string): Map<string, Uint8Array> {
  const output = join(folder, '.output');
  return new Map(
    readdirSync(output)
      .filter((name) => /-(?:chrome|firefox)\.zip$/.test(name))
      .map((name) => [name, readFileSync(join(output, name))]),
  );
}

/** Which files of two archives differ. */
function differences(one: Uint8Array, other: Uint8Array): string[] {
  const [first, second] = [unzipSync(one), unzipSync(other)];
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...names].filter((name) => {
    const [a, b] = [first[name], second[name]];
    return !a || !b || sha256(a) !== sha256(b);
  });
}

/** Tells of each archive whether the other build gave the same bytes, and what differs if not. */
export function compareArchives(
  first: ReadonlyMap<string, Uint8Array>,
  second: ReadonlyMap<string, Uint8Array>,
  say: (text: string) => void,
): boolean {
  let same = true;
  for (const [name, bytes] of first) {
    const other = second.get(name) ?? new Uint8Array();
    const isSame = sha256(bytes) === sha256(other);
    say(`${isSame ? '✓' : '✗'} ${name} ${sha256(bytes)}`);
    if (isSame) continue;
    same = false;
    say(`  второй раз: ${sha256(other)}`);
    const parts = other.length > 0 ? differences(bytes, other) : [];
    say(
      parts.length > 0
        ? `  разные файлы: ${parts.join(', ')}`
        : '  файлы те же: различается сам архив',
    );
  }
  return same;
}
