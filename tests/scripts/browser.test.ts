import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { candidates, ensureBrowser, findBrowser } from '../../scripts/browser';

describe('where a browser is looked for', () => {
  it('takes Chromium before branded builds, in the folders of PATH', () => {
    const found = candidates('linux', { PATH: '/usr/bin:/opt/bin' });
    expect(found.slice(0, 2)).toEqual(['/usr/bin/chromium', '/opt/bin/chromium']);
    expect(found).toContain('/usr/bin/yandex-browser');
    expect(found.indexOf('/opt/bin/chromium')).toBeLessThan(
      found.indexOf('/usr/bin/google-chrome'),
    );
  });

  it('knows the folders of macOS', () => {
    expect(candidates('darwin', {})).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  });

  it('looks into every program folder that Windows names', () => {
    const found = candidates('win32', { LOCALAPPDATA: 'L:', PROGRAMFILES: 'P:' });
    expect(found).toHaveLength(8);
    expect(found.some((path) => path.startsWith('L:') && path.includes('Yandex'))).toBe(true);
    expect(candidates('win32', {})).toEqual([]);
  });
});

describe.runIf(existsSync('/etc/debian_version'))('on Debian without a browser', () => {
  let folder = '';
  const program = (name: string, ...lines: string[]) => {
    writeFileSync(join(folder, name), ['#!/bin/sh', ...lines].join('\n'));
    chmodSync(join(folder, name), 0o755);
  };
  const log = () => readFileSync(join(folder, 'log'), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vakhta-door-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('VAKHTA_BROWSER', '');
    writeFileSync(join(folder, 'log'), '');
    program('apt-cache');
    program('fc-list', `[ -f "${folder}/font" ] && echo DejaVu || exit 0`);
    // What `env` and `sudo` do here: run what follows their own words.
    program('env', 'shift', 'exec "$@"');
    program('sudo', 'shift', '[ "$1" = true ] && exit 0', 'exec "$@"');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('installs Chromium and a font with Cyrillic letters, and says so', () => {
    program(
      'apt-get',
      `echo "$@" >> "${folder}/log"`,
      `if [ "$1" = install ]; then : > "${folder}/chromium"; : > "${folder}/font"; fi`,
    );
    const said: string[] = [];
    const browser = ensureBrowser((text) => said.push(text));
    expect(browser).toEqual({ path: join(folder, 'chromium'), loadsExtensions: true });
    expect(log()).toMatch(/^update.*\ninstall.* chromium fontconfig fonts-dejavu-core\n$/);
    expect(said.join()).toContain('chromium');
    // The second time nothing is installed.
    ensureBrowser(() => expect.unreachable());
    expect(log().split('\n')).toHaveLength(3);
  });

  it('gives advice when the package cannot be had', () => {
    program('apt-get', 'exit 100');
    expect(() => ensureBrowser(() => {})).toThrow(/Установите Chromium.*VAKHTA_BROWSER/);
  });

  it('takes the program that the environment names, and tells when it is not there', () => {
    program('my-browser');
    vi.stubEnv('VAKHTA_BROWSER', join(folder, 'my-browser'));
    expect(findBrowser()?.path).toBe(join(folder, 'my-browser'));
    vi.stubEnv('VAKHTA_BROWSER', join(folder, 'gone'));
    expect(() => findBrowser()).toThrow(/gone/);
  });
});
