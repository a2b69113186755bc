import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCREEN_HELP } from '../../components/help/screen-help';
import { messagesOf } from '../../lib/i18n';
import { guideAddress, guideAnchor } from '../../lib/i18n/guide';
import { guidePage } from '../../scripts/package/guide';

const guide = readFileSync(new URL('../../docs/guide.ru.md', import.meta.url), 'utf8');
const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? '');

test('the help of each screen leads to a heading that the guide has, and the page in the package too', () => {
  const page = guidePage();
  for (const { guide: heading } of Object.values(SCREEN_HELP)) {
    expect(headings).toContain(heading);
    expect(page).toContain(`<h2 id="${guideAnchor(heading)}">`);
  }
});

test('the guide in the package leads nowhere outside and fetches nothing', () => {
  expect(guidePage()).not.toMatch(/<img|<script|(?:href|src)="(?!#)/);
});

test('every screen of the menu has a help in two sentences, and no key is told twice', () => {
  const { dashboard, help } = messagesOf('ru');
  for (const [name, { keys }] of Object.entries(SCREEN_HELP)) {
    expect(dashboard.nav).toHaveProperty(name);
    expect(new Set(keys.map(({ does }) => does)).size).toBe(keys.length);
  }
  for (const text of Object.values(help.about)) expect(text.match(/[.!](?= |$)/g)).toHaveLength(2);
});

test('anchors are as GitHub makes them', () => {
  expect(guideAnchor('Комментарии с клавиатуры')).toBe('комментарии-с-клавиатуры');
  expect(guideAddress('План, и публикации')).toBe('/guide.html#план-и-публикации');
});
