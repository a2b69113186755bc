/**
 * Builds the archives for the stores twice, in two folders of their own, under other clocks and languages,
 * and compares them byte by byte: whoever has this source gets the file that the store has.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { CACHE, ROOT } from './project';

const say = (text: string) => process.stdout.write(`${text}\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Files of the project: those that git knows or would take. */
function sources(): string[] {
  const { status, stdout } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error('Нужен git: по нему видно, какие файлы — исходники.');
  return stdout.split('\0').filter((path) => path !== '');
}

/** Builds both archives in `folder` from the sources; gives them by file name. */
function build(folder: string, environment: NodeJS.ProcessEnv): Map<string, Uint8Array> {
  for (const path of sources()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
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

const place = mkdtempSync(join(tmpdir(), 'vakhta-twice-'));
try {
  say('Собираю архивы в первый раз…');
  const first = build(join(place, 'one'), { TZ: 'UTC', LC_ALL: 'C' });
  say('Собираю во второй раз, в другой папке и в другом часовом поясе…');
  const second = build(join(place, 'another/place'), { TZ: 'Asia/Kamchatka', LC_ALL: 'C.UTF-8' });
  if (first.size !== 2) throw new Error(`Архивов должно быть два, а их ${first.size}.`);
  for (const [name, bytes] of first) {
    const other = second.get(name) ?? new Uint8Array();
    const isSame = sha256(bytes) === sha256(other);
    say(`${isSame ? '✓' : '✗'} ${name} ${sha256(bytes)}`);
    if (isSame) continue;
    process.exitCode = 1;
    say(`  второй раз: ${sha256(other)}`);
    const parts = other.length > 0 ? differences(bytes, other) : [];
    say(
      parts.length > 0
        ? `  разные файлы: ${parts.join(', ')}`
        : '  файлы те же: различается сам архив',
    );
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
