import { describe, expect, it } from 'vitest';
import { candidates } from '../../scripts/browser';

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
