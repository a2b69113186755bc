/**
 * Builds the archives for the stores twice, in two folders of their own, under other clocks and languages,
 * and compares them byte by byte: whoever has this source gets the file that the store has.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { archivesFrom, compareArchives } from './package/archives';
import { ROOT } from './project';

const say = (text: string) => process.stdout.write(`${text}\n`);

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
  return archivesFrom(folder, environment);
}

const place = mkdtempSync(join(tmpdir(), 'vakhta-twice-'));
try {
  say('Собираю архивы в первый раз…');
  const first = build(join(place, 'one'), { TZ: 'UTC', LC_ALL: 'C' });
  say('Собираю во второй раз, в другой папке и в другом часовом поясе…');
  const second = build(join(place, 'another/place'), { TZ: 'Asia/Kamchatka', LC_ALL: 'C.UTF-8' });
  if (first.size !== 2) throw new Error(`Архивов должно быть два, а их ${first.size}.`);
  if (!compareArchives(first, second, say)) process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
