// The door: every npm script comes through here. Node built-ins only, because it runs before the
// dependencies exist. It installs what is missing, compiles the rules when they are stale, then runs
// the command. What it does by itself is told on stderr, so that stdout stays the command's own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, '.cache');
const windows = process.platform === 'win32';
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a program in the project folder; ends this process with its code when it fails. */
function run(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
};
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.name.endsWith('.compiled.json') ? [] : [path];
  });
const stamped = (name, hash) => {
  const file = join(stamps, name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
};
const stamp = (name, hash) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), hash);
};

function installDependencies() {
  const hash = hashOf(join(root, 'package-lock.json'), join(root, 'package.json'));
  if (existsSync(join(root, 'node_modules')) && stamped('installed', hash)) return;
  say('Устанавливаю зависимости…');
  const npm = windows ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file without the programs of every other system, and not each
  // registry has them all. This takes the locked versions and changes no file of the project.
  run(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  stamp('installed', hash);
}

/** The rule compilers: sources that they read, files that they write. */
const COMPILERS = [
  {
    name: 'moderation',
    script: 'scripts/compile-moderation.ts',
    sources: ['lib/moderation', 'lib/language', 'scripts/rules', 'scripts/compile-moderation.ts'],
    output: 'lib/moderation/rules.compiled.json',
  },
  {
    name: 'style',
    script: 'scripts/compile-style.ts',
    sources: ['lib/style', 'lib/language', 'scripts/rules', 'scripts/compile-style.ts'],
    output: 'lib/style/rules.compiled.json',
  },
];

function compileRules({ always = false, only = COMPILERS.map(({ name }) => name) } = {}) {
  for (const { name, script, sources, output } of COMPILERS) {
    if (!only.includes(name)) continue;
    const files = sources.flatMap((source) => {
      const path = join(root, source);
      return statSync(path).isDirectory() ? filesUnder(path) : [path];
    });
    const hash = hashOf(...files.sort());
    if (!always && existsSync(join(root, output)) && stamped(`rules-${name}`, hash)) continue;
    tsx(script, [], { stdio: ['ignore', 2, 2] });
    stamp(`rules-${name}`, hash);
  }
}

/** Runs a TypeScript file of the project. */
function tsx(script, args = [], options = {}) {
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/esm/index.mjs')).href;
  run(process.execPath, ['--import', loader, join(root, script), ...args], options);
}
/** Runs a tool of the project. Windows starts tools by `.cmd` files, which need a shell and quotes. */
function bin(name, args, options = {}) {
  const path = join(root, 'node_modules/.bin', name);
  run(windows ? `"${path}.cmd"` : path, args, { shell: windows, ...options });
}

const [command, ...args] = process.argv.slice(2);
/** Commands that take text on stdin or files, and so keep stdout clean. */
const SCRIPTS = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  moderate: 'scripts/moderate.ts',
  review: 'scripts/review.ts',
  locate: 'scripts/locate.ts',
  'verify-ledger': 'scripts/verify-ledger.ts',
  evaluate: 'scripts/evaluate.ts',
  bench: 'scripts/bench.ts',
  pictures: 'scripts/pictures.ts',
  torture: 'scripts/torture.ts',
  notice: 'scripts/notice.ts',
  reproducible: 'scripts/reproducible.ts',
  new: 'scripts/new.ts',
  release: 'scripts/release.ts',
};
/** Commands that need not all the rules. */
const RULES_OF = { moderate: ['moderation'], review: ['style'], locate: [], 'verify-ledger': [] };
const WXT = {
  dev: ['--host', '127.0.0.1'],
  build: ['build'],
  'build:firefox': ['build', '-b', 'firefox'],
  zip: ['zip'],
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(`Нужен Node.js 20.19 или новее, а здесь ${process.versions.node}.`);
  process.exit(2);
}
installDependencies();
if (command === 'rules') compileRules({ always: true });
else if (command === 'check') {
  compileRules();
  bin('wxt', ['prepare']);
  bin('tsc', ['--noEmit']);
  bin('biome', ['check', '--error-on-warnings', '.']);
  bin('knip', []);
} else if (command in WXT) {
  compileRules();
  bin('wxt', [...WXT[command], ...args]);
} else if (command in SCRIPTS) {
  compileRules({ only: RULES_OF[command] });
  tsx(SCRIPTS[command], args);
} else {
  say(
    `Нет такой команды: ${command}. Есть: ${[...Object.keys(SCRIPTS), ...Object.keys(WXT), 'check', 'rules'].join(', ')}.`,
  );
  process.exit(2);
}
