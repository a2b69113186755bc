import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const quiet = (program: string, args: string[]) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

export const isRoot = () => process.getuid?.() === 0;

/**
 * Whether packages of Debian and its relatives can be installed by this user without being asked.
 */
export function mayInstallPackages(): boolean {
  return (
    process.platform === 'linux' &&
    existsSync('/etc/debian_version') &&
    quiet('apt-cache', ['--version']) &&
    (isRoot() || quiet('sudo', ['-n', 'true']))
  );
}

/** A machine that has just started may be installing something itself, and a mirror may stumble. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];

/** Runs apt-get with the rights it needs; its words go to stderr. */
function aptGet(command: string, ...args: string[]): void {
  const environment = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    command,
    '-qq',
    ...PATIENCE,
    ...args,
  ];
  const [program = '', ...rest] = isRoot() ? environment : ['sudo', '-n', ...environment];
  spawnSync(program, rest, { stdio: ['ignore', 2, 2] });
}

/**
 * Installs packages; whoever needs what is in them looks for it afterwards. Call it only when
 * `mayInstallPackages`.
 * @param say told what is done, in Russian
 */
export function installPackages(packages: readonly string[], say: (text: string) => void): void {
  say(`Устанавливаю ${packages.join(' и ')}…`);
  // A container comes without the lists of packages; where they could not be had anew the old ones may do.
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}
