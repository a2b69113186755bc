import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../project';

/** Every file that the extension may consist of. Anything else got in by mistake. */
const FILES = [
  /^manifest\.json$/,
  /^managed-storage\.schema\.json$/,
  /^(?:LICENSE|NOTICE)\.txt$/,
  /^(?:background|draft-engine)\.js$/,
  /^content-scripts\/network\.js$/,
  /^(?:dashboard|guide|popup|sidepanel|welcome)\.html$/,
  /^chunks\/[\w.-]+\.js$/,
  /^assets\/[\w-]+\.css$/,
  /^icon\/(?:16|32|48|128)\.png$/,
  /^_locales\/(?:en|ru)\/messages\.json$/,
];
const NEEDED = [
  'manifest.json',
  'background.js',
  'content-scripts/network.js',
  'LICENSE.txt',
  'NOTICE.txt',
];

/** What no file may hold: traces of the tests, of the machine that built it, of code for developers. */
const FORBIDDEN: readonly [string, RegExp][] = [
  ['карта исходников', /sourceMappingURL|sourcesContent/],
  [
    'код тестов',
    /\b(?:vitest|playwright|fast-check|happy-dom|testing-library)\b|tests\/(?:stand|e2e)/,
  ],
  ['код, который пишет код', /\beval\(|new Function\(/],
];
/** What no script in a page or in the background may hold: it would speak to somebody. */
const SPEAKING =
  /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection)\b\s*\(/;
const SILENT = /^(?:background|draft-engine|content-scripts\/network)\.js$/;

/** Hosts that are named in the package; none of them is asked for anything. */
const HOSTS = new Set(
  [
    // the networks
    'vk.com vk.ru m.vk.com m.vk.ru ok.ru m.ok.ru x.com twitter.com mobile.x.com mobile.twitter.com www.instagram.com instagram.com',
    // names of formats
    'www.w3.org schemas.openxmlformats.org schemas.microsoft.com purl.org purl.oclc.org json-schema.org',
    // advice in the errors and the comments of libraries
    'react.dev mantine.dev wxt.dev github.com dexie.org redux.js.org redux-toolkit.js.org answers.microsoft.com',
    // examples in rules
    'bit.ly tinyurl.com',
  ].flatMap((line) => line.split(' ')),
);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** What is wrong with the files of a built extension, in Russian; empty when all is well. */
export function faultsOf(folder: string): string[] {
  const files = filesIn(folder);
  const faults = NEEDED.filter((file) => !files.includes(file)).map((file) => `нет файла ${file}`);
  for (const file of files) {
    if (!FILES.some((known) => known.test(file))) faults.push(`лишний файл ${file}`);
    if (!/\.(?:js|css|html|json)$/.test(file)) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [what, sign] of FORBIDDEN) if (sign.test(text)) faults.push(`${file}: ${what}`);
    if (text.includes(ROOT) || /\/home\/\w|[A-Z]:\\\\Users/.test(text))
      faults.push(`${file}: путь на машине, где собирали`);
    if (SILENT.test(file) && SPEAKING.test(text)) faults.push(`${file}: обращение в сеть`);
    for (const [, host = ''] of text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi))
      if (!HOSTS.has(host.toLowerCase())) faults.push(`${file}: неизвестный адрес ${host}`);
  }
  return faults;
}
