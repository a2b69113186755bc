import { spawnSync } from 'node:child_process';
import { createHash, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { action, expectAccessible, hand } from './log-records';
import { RegistryReader } from './registry';

async function saved(page: Page, button: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download;
}

/** Runs the command on a file as a stranger would: what it says and how it ends. */
function verifyLedger(file: string, ...options: string[]): { said: string; code: number | null } {
  const run = spawnSync(process.execPath, ['scripts/run.mjs', 'verify-ledger', file, ...options], {
    encoding: 'utf8',
  });
  return { said: run.stdout, code: run.status };
}

test('the ledger is checked, saved for others, and a changed entry is found everywhere', async ({
  openDashboard,
  worker,
}, testInfo) => {
  await hand(worker, [action(1), action(2), action(3)]);
  const page = await openDashboard('/log');
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await page.getByRole('link', { name: 'Сохранность' }).click();
  await page.getByRole('button', { name: 'Проверить журнал' }).click();
  await expect(page.getByText('Журнал цел: 3 записи, все на своих местах.')).toBeVisible();
  await expectAccessible(page);

  const file = await saved(page, page.getByRole('button', { name: 'Сохранить журнал с цепью' }));
  expect(file.suggestedFilename()).toMatch(/^Вахта журнал с цепью \d{4}-\d\d-\d\d\.jsonl$/);
  const path = testInfo.outputPath('ledger.jsonl');
  await file.saveAs(path);
  const print = (await page.locator('pre').textContent()) ?? '';
  expect(verifyLedger(path, '--key', print)).toMatchObject({ code: 0 });
  expect(verifyLedger(path, '--key', print.replace(/\w/, 'x')).code).toBe(1);

  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes('"seq":2'));
  writeFileSync(path, lines.with(at, (lines[at] as string).replace('стадо', 'отара')).join('\n'));
  const changed = verifyLedger(path);
  expect(changed.code).toBe(1);
  expect(changed.said).toContain('В записи 2 изменили текст, автора или заметку.');
  writeFileSync(path, lines.toSpliced(at, 1).join('\n'));
  expect(verifyLedger(path).said).toContain('Нет записи 2.');

  // Somebody with the browser's own tools changes the database itself.
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('vakhta');
        opening.onsuccess = () => {
          const entries = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          const reading = entries.getAll();
          reading.onsuccess = () => {
            const [second] = reading.result.filter(({ seq }) => seq === 2);
            const writing = entries.put({ ...second, kind: 'keep' });
            writing.onsuccess = () => {
              opening.result.close();
              done();
            };
          };
        };
        opening.onerror = () => fail(opening.error);
      }),
  );
  await page.getByRole('button', { name: 'Проверить журнал' }).click();
  await expect(page.getByText('Запись 2 изменили.')).toBeVisible();
});

test('a copy under a passphrase brings everything to another browser, once', async ({
  openDashboard,
  worker,
  context,
  extensionId,
}, testInfo) => {
  await hand(worker, [action(1), action(2)]);
  const page = await openDashboard('/safety');
  const passphrase = page.getByLabel('Пароль к файлу');
  await passphrase.fill('коротко');
  await expect(page.getByText('Возьмите пароль длиннее')).toBeVisible();
  await passphrase.fill('вечерняя вахта');
  await page.getByLabel('Пароль ещё раз').fill('вечерняя вахта');
  const file = await saved(page, page.getByRole('button', { name: 'Сохранить копию' }));
  const path = testInfo.outputPath('copy.vakhta');
  await file.saveAs(path);
  expect(readFileSync(path).includes('Синицын')).toBe(false);
  await expect(page.getByText('Последняя копия — сегодня')).toBeVisible();

  // Another browser: the registry is gone, this profile begins anew.
  const reader = new RegistryReader(context, extensionId);
  const before = await reader.hasEntries(2);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const deleting = indexedDB.deleteDatabase('vakhta');
        deleting.onsuccess = () => done();
      }),
  );
  await page.reload();
  const choose = async (what: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /Выбрать файл|Другой файл/ }).click(),
    ]);
    await chooser.setFiles(what);
  };

  const spoilt = testInfo.outputPath('spoilt.vakhta');
  writeFileSync(spoilt, readFileSync(path).subarray(0, -20));
  const open = async (word: string) => {
    await page.getByLabel('Копия под паролем').fill(word);
    await page.getByRole('button', { name: 'Открыть' }).click();
  };
  await choose(path);
  await open('не тот пароль');
  await expect(page.getByText('Пароль не подошёл.')).toBeVisible();
  await open('вечерняя вахта');
  await expect(page.getByText('Записей журнала — 2, из них новых здесь — 2.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Добавить в реестр' }).click();
  await expect(page.getByText('Готово: всё из копии теперь здесь.')).toBeVisible();
  expect(await reader.entries()).toEqual(before);

  // The same once more changes nothing, a spoilt one neither.
  await choose(path);
  await open('вечерняя вахта');
  await expect(page.getByText('Записей журнала — 2, из них новых здесь — 0.')).toBeVisible();
  await page.getByRole('button', { name: 'Добавить в реестр' }).click();
  await expect(page.getByText('Готово')).toBeVisible();
  await choose(spoilt);
  await open('вечерняя вахта');
  await expect(page.getByText(/У файла нет конца|Пароль не подошёл/)).toBeVisible();
  expect(await reader.entries()).toEqual(before);

  // This device goes on with a chain of its own, beside the one that came.
  await hand(worker, [action(3)]);
  await expect.poll(async () => (await reader.entries()).length).toBe(3);
  expect(new Set((await reader.entries()).map(({ device }) => device)).size).toBe(2);
});

test('one case is given to a third person, who checks it without Vakhta', async ({
  openDashboard,
  worker,
}, testInfo) => {
  await hand(worker, [action(1)]);
  const page = await openDashboard('/log');
  await page.locator('tbody tr').first().click();
  const asFile = async (format: string, name: string) => {
    await page.getByRole('button', { name: 'Выписка для проверки' }).click();
    const download = await saved(page, page.getByRole('menuitem', { name: format }));
    const path = testInfo.outputPath(name);
    await download.saveAs(path);
    return path;
  };
  const json = await asFile('Данные (JSON)', 'case.json');
  expect(verifyLedger(json)).toMatchObject({ code: 0 });
  writeFileSync(json, readFileSync(json, 'utf8').replace('стадо баранов, а', 'стадо овец, а'));
  expect(verifyLedger(json).said).toContain('В записи 1 изменили текст');

  const path = await asFile('Страница (HTML)', 'case.html');
  const reading = await page.context().newPage();
  await reading.goto(`file://${path}`);
  await expect(reading.locator('blockquote')).toHaveText(action(1).text);
  await expectAccessible(reading);
  // As the page tells, by means that are not ours.
  const [evidence = '', evidenceHash, , , statement = '', key = '', signature = ''] = await reading
    .locator('li pre')
    .allTextContents();
  expect(createHash('sha256').update(evidence).digest('hex')).toBe(evidenceHash);
  expect(verify('sha256', Buffer.from(statement), key, Buffer.from(signature, 'base64'))).toBe(
    true,
  );
});

test('a copy without a passphrase is text that anybody can read', async ({
  openDashboard,
  worker,
}) => {
  await hand(worker, [action(1)]);
  const page = await openDashboard('/safety');
  const file = await saved(page, page.getByRole('button', { name: 'Сохранить копию' }));
  const [header = '', row = ''] = gunzipSync(readFileSync(await file.path()))
    .toString('utf8')
    .split('\n');
  expect(JSON.parse(header)).toMatchObject({ vakhta: 'backup', format: 1 });
  expect(JSON.parse(row)).toMatchObject({ t: 'entries', r: { seq: 1, author: 'Пётр Синицын' } });
});
