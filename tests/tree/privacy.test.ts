import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matchesOf } from '../../lib/networks/hosts';
import { unexplainedIn } from '../../scripts/package/privacy';
import config from '../../wxt.config';

/** WXT asks for it where there is a side panel. */
const BY_WXT = 'sidePanel';

test.each(['privacy.md', 'privacy.en.md'])('docs/%s explains every permission', async (name) => {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('the manifest is made for each browser');
  const made = await manifest({
    browser: 'chrome',
    command: 'build',
    manifestVersion: 3,
    mode: 'production',
  });
  const { permissions = [], optional_permissions = [], host_permissions = [] } = made;
  // Whoever wants no reminders is asked for nothing.
  expect(optional_permissions).toEqual(['notifications']);
  expect(permissions).not.toContain('notifications');
  expect(permissions.length).toBeGreaterThan(3);
  expect(host_permissions).toEqual(matchesOf('given'));
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  const all = { permissions: [...permissions, BY_WXT], optional_permissions, host_permissions };
  expect(unexplainedIn(all, text)).toEqual([]);
  // What it would say of a new one, and of an explanation that nothing needs any more.
  expect(unexplainedIn({ ...all, permissions: [...all.permissions, 'tabs'] }, text)).toEqual([
    'tabs',
  ]);
  expect(unexplainedIn({ ...all, permissions: [BY_WXT] }, text)).toContain('storage');
  expect(unexplainedIn({ ...all, optional_permissions: [] }, text)).toEqual(['notifications']);
});
