import type { Page } from '@playwright/test';
import type { Account } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import type { KeptTable } from '../../lib/registry/kept';
import type { PlanEntry } from '../../lib/registry/plan';
import type { PublicationRecord } from '../../lib/registry/schema';
import { KUZBASS } from '../../lib/regulation/profile';
import { addDays, dayOf, mondayOf, startOfDay } from '../../lib/regulation/zone';

/** Today where the accounts are. */
export const TODAY = dayOf(Date.now(), KUZBASS.timeZone);
export const MONDAY = mondayOf(TODAY);

const idOf = (kind: number, number: number) =>
  `01900000-0000-7000-${(0x8000 + kind).toString(16)}-${String(number).padStart(12, '0')}`;

export function body(number: number, fields: Partial<Body> = {}): Body {
  return {
    id: idOf(1, number),
    revision: 1,
    parent: null,
    name: `Министерство № ${number}`,
    kind: 'body',
    site: '',
    note: '',
    ...fields,
  };
}

export function account(number: number, fields: Partial<Account> = {}): Account {
  return {
    id: idOf(2, number),
    revision: 1,
    body: idOf(1, 1),
    network: 'vk',
    key: `account${number}`,
    address: `https://vk.com/account${number}`,
    owner: '',
    name: `Аккаунт № ${number}`,
    status: 'active',
    created: null,
    deleted: null,
    responsible: [],
    access: [],
    note: '',
    seen: null,
    broken: null,
    ...fields,
  };
}

export function planned(number: number, fields: Partial<PlanEntry> = {}): PlanEntry {
  return {
    id: idOf(3, number),
    revision: 1,
    day: TODAY,
    time: null,
    title: `Запись № ${number}`,
    occasion: '',
    accounts: [],
    format: null,
    rubric: '',
    responsible: '',
    state: 'idea',
    text: '',
    note: '',
    published: [],
    template: null,
    ...fields,
  };
}

/** A post of `-100` in VKontakte. @param day `YYYY-MM-DD` in the region */
export function published(
  number: number,
  day: string,
  hour: number,
  fields: Partial<PublicationRecord> = {},
): PublicationRecord {
  return {
    id: idOf(4, number),
    time: new Date(startOfDay(day, KUZBASS.timeZone) + hour * 3_600_000).toISOString(),
    operator: 'Анна',
    network: 'vk',
    account: '-100',
    postId: `-100_${1_000 + number}`,
    permalink: `https://vk.com/wall-100_${1_000 + number}`,
    kind: 'post',
    text: `Пост № ${number} о ремонте и новостях города`,
    score: 80,
    remarks: 1,
    ...fields,
  };
}

export { addDays };

type Rows = Partial<Record<KeptTable | 'publications', readonly object[]>>;

/** Puts rows into the registry's tables. `page` must be a page of ours that has the registry open. */
export async function putRows(page: Page, rows: Rows): Promise<void> {
  await page.evaluate(
    async (tables) => {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open('vakhta');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      const change = database.transaction([...Object.keys(tables), 'pageWeeks'], 'readwrite');
      // What was counted before these rows were there.
      change.objectStore('pageWeeks').clear();
      for (const [name, list] of Object.entries(tables))
        for (const row of list) change.objectStore(name).put(row);
      await new Promise<void>((done, fail) => {
        change.oncomplete = () => done();
        change.onerror = () => fail(change.error);
      });
      database.close();
    },
    rows as Record<string, object[]>,
  );
  await page.reload();
}
