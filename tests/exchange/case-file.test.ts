import 'fake-indexeddb/auto';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import {
  type CaseFile,
  caseFile,
  caseSchema,
  checkCase,
  makeCase,
} from '../../lib/exchange/case-file';
import { Registry } from '../../lib/registry/database';
import { ownIdentity } from '../../lib/registry/identity';
import { Ledger } from '../../lib/registry/ledger';
import { eraseExpired } from '../../lib/registry/retention';
import { KUZBASS } from '../../lib/regulation/profile';
import { actionWith } from '../registry/records';

let count = 0;
const HOSTILE = 'Сам ты пень</blockquote><script>alert(1)</script> "&amp;';

const caseOf = (registry: Registry, id: string, thirdPersons = true) =>
  makeCase({ registry, id, operator: 'Оксана', now: Date.UTC(2026, 10, 24, 9), thirdPersons });

async function made(): Promise<{ registry: Registry; file: CaseFile }> {
  count += 1;
  const registry = new Registry(`case-${count}`);
  const ledger = new Ledger(registry, (await ownIdentity(registry)).device);
  await ledger.append(actionWith());
  const action = actionWith({
    text: HOSTILE,
    author: '<img src=x onerror=alert(1)>',
    permalink: 'javascript:alert(1)',
    note: 'звонил дважды',
  });
  await ledger.append(action);
  await ledger.append(actionWith());
  await ledger.append(
    actionWith({ kind: 'amend', refers: action.id, criterion: 'spam', ground: 'spam' }),
  );
  const file = await caseOf(registry, action.id);
  if (!file) throw new Error('no case was made');
  return { registry, file };
}

const asPage = (file: CaseFile) => caseFile({ file, locale: 'ru', profile: KUZBASS }, 'html');

test('a case is checked by the file alone; any change is named', async () => {
  const { file } = await made();
  const stored = caseSchema.parse(JSON.parse(JSON.stringify(file)));
  expect(stored).toEqual(file);
  expect(await checkCase(stored)).toMatchObject({ faults: [], erased: false });
  const [action, amend] = file.entries;
  if (!action || !amend) throw new Error('two entries were expected');
  const faultsOf = async (change: Partial<CaseFile>) =>
    (await checkCase({ ...file, ...change })).faults.map(({ fault, seq }) => `${fault} ${seq}`);
  expect(await faultsOf({ entries: [{ ...action, text: 'Спасибо' }, amend] })).toEqual([
    'evidence 2',
  ]);
  expect(await faultsOf({ entries: [{ ...action, ground: 'spam' }, amend] })).toEqual(['entry 2']);
  expect(await faultsOf({ entries: [action] })).toEqual(['statement 4']);
  expect(
    await faultsOf({ statement: { ...file.statement, made: '2020-01-01T00:00:00Z' } }),
  ).toEqual(['signature 4']);
});

test('the page shows the case as text, runs nothing, and holds what a third person needs', async () => {
  const { file } = await made();
  const page = await asPage(file);
  expect(page.name).toBe('Вахта выписка 2 2026-11-24.html');
  const window = new Window();
  window.document.write(await page.text());
  const { document } = window;
  expect(document.querySelectorAll('script, img, link, iframe')).toHaveLength(0);
  expect(document.querySelector('[href^="javascript"]')).toBe(null);
  expect(document.querySelector('blockquote')?.textContent).toBe(HOSTILE);

  // As the page itself says it: hashes of the lines, then the signature, by other means than ours.
  const lines = Array.from(document.querySelectorAll('li pre'), (node) => node.textContent ?? '');
  const sha256 = (text = '') => createHash('sha256').update(text).digest('hex');
  const [evidence, evidenceHash, chained, hash, evidence2, hash2, chained2, entryHash2] = lines;
  expect(sha256(evidence)).toBe(evidenceHash);
  expect(evidence).toContain('Сам ты пень');
  expect(sha256(chained)).toBe(hash);
  expect(chained).toContain(`"evidenceHash":"${evidenceHash}"`);
  expect(chained).not.toContain('Сам ты пень');
  expect([sha256(evidence2), sha256(chained2)]).toEqual([hash2, entryHash2]);
  const [statement = '', pem = '', der = ''] = lines.slice(8);
  expect(statement).toContain(hash);
  const key = createPublicKey(pem);
  expect(verify('sha256', Buffer.from(statement), key, Buffer.from(der, 'base64'))).toBe(true);
  expect(verify('sha256', Buffer.from(`${statement} `), key, Buffer.from(der, 'base64'))).toBe(
    false,
  );
});

test('after retention the case still holds, and says what is gone', async () => {
  const { registry, file } = await made();
  await eraseExpired(registry, '2100-01-01T00:00:00.000Z');
  const erased = await caseOf(registry, file.entries[0]?.id ?? '');
  if (!erased) throw new Error('no case was made');
  expect(await checkCase(erased)).toMatchObject({ faults: [], erased: true });
  const page = await (await asPage(erased)).text();
  expect(page).not.toContain('Сам ты пень');
  expect(page).toContain('вышел срок хранения');
  expect(await caseOf(registry, 'no such')).toBe(null);
});

test('third persons are masked unless asked for, and what is shown is signed', async () => {
  count += 1;
  const registry = new Registry(`case-${count}`);
  const ledger = new Ledger(registry, (await ownIdentity(registry)).device);
  const text = 'Ты стадо, и Марина Ковальчук тоже, +7 923 123-45-67';
  const action = actionWith({ text });
  await ledger.append(action);
  const file = await caseOf(registry, action.id, false);
  const [entry] = file?.entries ?? [];
  if (!file || !entry) throw new Error('no case was made');
  expect(entry).toMatchObject({
    author: 'Пётр Сидоров',
    text: 'Ты стадо, и М••••• К•••••••• тоже, +• ••• •••-••-••',
    salt: '',
  });
  expect(JSON.stringify(file)).not.toContain('Ковальчук');
  expect(await checkCase(file)).toMatchObject({ faults: [], masked: true, erased: false });
  const changed = { ...file, entries: [{ ...entry, text: text.replace('стадо', 'пень') }] };
  expect((await checkCase(changed)).faults).toEqual([{ seq: 1, fault: 'evidence' }]);

  // By the words of the page and Node alone.
  const window = new Window();
  window.document.write(await (await asPage(file)).text());
  const { document } = window;
  expect(document.body.textContent).toContain('Третьи лица скрыты');
  const lines = Array.from(document.querySelectorAll('li pre'), (node) => node.textContent ?? '');
  const [shown = '', hash = '', chained = '', entryHash = '', statement = '', pem = '', der = ''] =
    lines;
  const sha256 = (line: string) => createHash('sha256').update(line).digest('hex');
  expect([sha256(shown), sha256(chained)]).toEqual([hash, entryHash]);
  expect(statement).toContain(hash);
  expect(verify('sha256', Buffer.from(statement), pem, Buffer.from(der, 'base64'))).toBe(true);
});

test('where there is nobody to mask the case is whole and its text can be checked', async () => {
  count += 1;
  const registry = new Registry(`case-${count}`);
  const ledger = new Ledger(registry, (await ownIdentity(registry)).device);
  const action = actionWith({ text: 'Сам ты пень' });
  await ledger.append(action);
  const file = await caseOf(registry, action.id, false);
  expect(file?.statement.shown).toBe(undefined);
  expect(file?.entries[0]?.salt).not.toBe('');
});
