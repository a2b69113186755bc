import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultsOf } from '../../scripts/package/contents';

let folder = '';
const put = (files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vakhta-package-'));
  put({
    'manifest.json': '{}',
    'background.js': 'const a="https://vk.com/x";',
    'content-scripts/network.js': 'prefetch(1)',
    'chunks/Brand-BAq00oK8.js': 'fetch("a")',
    'assets/dashboard-CZL5vLxg.css': '.a{}',
    'icon/128.png': 'png',
    '_locales/ru/messages.json': '{}',
    'LICENSE.txt': 'MIT',
    'NOTICE.txt': 'https://example.org is an address of somebody',
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a package with what it needs has no faults', () => {
  expect(faultsOf(folder)).toEqual([]);
});

test.each([
  ['chunks/Brand-BAq00oK8.js.map', '{}', 'лишний файл chunks/Brand-BAq00oK8.js.map'],
  ['tests/stand.js', '', 'лишний файл tests/stand.js'],
  ['chunks/a.js', '//# sourceMappingURL=a.js.map', 'chunks/a.js: карта исходников'],
  ['chunks/a.js', 'import("vitest")', 'chunks/a.js: код тестов'],
  ['chunks/a.js', 'new Function("x")', 'chunks/a.js: код, который пишет код'],
  ['chunks/a.js', '"/home/anna/vakhta"', 'chunks/a.js: путь на машине, где собирали'],
  ['background.js', 'fetch("/a")', 'background.js: обращение в сеть'],
  [
    'content-scripts/network.js',
    'new WebSocket(a)',
    'content-scripts/network.js: обращение в сеть',
  ],
  ['chunks/a.js', '"https://evil.example/x"', 'chunks/a.js: неизвестный адрес evil.example'],
])('%s with %s is a fault', (path, text, fault) => {
  put({ [path]: text });
  expect(faultsOf(folder)).toEqual([fault]);
});

test('a package without its licences is a fault', () => {
  rmSync(join(folder, 'NOTICE.txt'));
  expect(faultsOf(folder)).toEqual(['нет файла NOTICE.txt']);
});
