// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { browser } from 'wxt/browser';
import { useHashPath, useHashSearch } from '../../components/app/hash-location';
import { readRules, rulesAddress, WHOLE_DICTIONARY } from '../../components/rules/address';
import { seenEntries } from '../../components/rules/filter';
import { RulesScreen } from '../../components/rules/RulesScreen';
import type { Entry } from '../../lib/moderation/dictionary';
import { changeEntries, loadEntries } from '../../lib/settings/dictionary';
import { changeSettings } from '../../lib/settings/settings';
import { freshBrowser, show } from './screen';

freshBrowser();
const user = userEvent.setup();
beforeEach(() => {
  // happy-dom has no locks; a lone page never waits for one.
  Object.defineProperty(navigator, 'locks', {
    value: { request: (_name: string, hold: () => Promise<unknown>) => hold() },
    configurable: true,
  });
});

const ID = '00000000-0000-4000-8000-000000000001';
const IDLER: Entry = {
  id: ID,
  kind: 'word',
  phrase: 'лодырь',
  criterion: 'insult',
  ground: null,
  strength: 'certain',
  note: 'Так решили',
};
const EXCEPTION: Entry = {
  id: '00000000-0000-4000-8000-000000000002',
  kind: 'exception',
  phrase: 'Свинья и Ко',
  rule: 'insult/abuse',
  note: '',
};

function open(address: string) {
  location.hash = address;
  return show(
    <Router hook={useHashPath} searchHook={useHashSearch}>
      <RulesScreen />
    </Router>,
  );
}
const phrase = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Слово или фраза' });
const save = () => user.click(screen.getByRole('button', { name: 'Сохранить' }));

describe('the form', () => {
  it('stores nothing until there is a word, and says so', async () => {
    open('/rules?add=');
    await user.type(await phrase(), '!!!');
    await save();
    await screen.findByText('Нужно хотя бы одно слово и не больше двенадцати.');
    expect(await loadEntries()).toEqual([]);
    await user.clear(await phrase());
    await user.type(await phrase(), 'лодырь');
    await save();
    await waitFor(async () => expect(await loadEntries()).toMatchObject([{ phrase: 'лодырь' }]));
    await waitFor(() => expect(location.hash).toBe('#/rules'));
  });

  it('changes an entry in its place', async () => {
    await changeEntries(() => [IDLER, EXCEPTION]);
    open(`/rules?entry=${ID}`);
    await user.clear(await phrase());
    await user.type(await phrase(), 'лентяй');
    await save();
    await waitFor(async () =>
      expect(await loadEntries()).toEqual([{ ...IDLER, phrase: 'лентяй' }, EXCEPTION]),
    );
  });

  it('keeps what was written when the disk is full', async () => {
    open('/rules?add=лодырь');
    await phrase();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    await save();
    await screen.findByText('Словарь не сохранился');
    expect((await phrase()).value).toBe('лодырь');
    expect(await loadEntries()).toEqual([]);
  });

  it('tells of an entry that says the same, and opens it', async () => {
    await changeEntries(() => [IDLER]);
    open('/rules?add=ЛОДЫРЬ');
    await user.click(await screen.findByRole('button', { name: 'Открыть её' }));
    await waitFor(() => expect(location.hash).toBe(`#/rules?entry=${ID}`));
  });

  it('an entry opened while the dictionary changes elsewhere is found again by its id', async () => {
    await changeEntries(() => [IDLER]);
    open(`/rules?entry=${ID}`);
    await phrase();
    await changeEntries(() => []);
    await screen.findByRole('heading', { name: 'Словарь пока пуст' });
    expect(screen.queryByRole('textbox', { name: 'Слово или фраза' })).toBeNull();
  });

  it('speaks English when it is set', async () => {
    await changeSettings({ locale: 'en' });
    open('/rules?add=idler');
    await screen.findByRole('heading', { name: 'New entry' });
    expect(screen.getByRole('button', { name: 'Import' })).toBeTruthy();
  });
});

describe('the address', () => {
  it('is read back as it was written', () => {
    const view = {
      search: 'ло дырь&',
      kind: 'exception' as const,
      criteria: ['spam' as const, 'insult' as const],
      entry: ID,
      add: 'с & «кавычками»',
    };
    expect(readRules(rulesAddress(view).split('?')[1] ?? '')).toEqual(view);
    expect(rulesAddress(WHOLE_DICTIONARY)).toBe('/rules');
  });

  it('leaves out what does not parse', () => {
    expect(readRules('kind=x&criterion=x&entry=x')).toEqual(WHOLE_DICTIONARY);
    expect(readRules(`add=${'а'.repeat(201)}`).add).toBeNull();
  });
});

describe('the filter', () => {
  const phrases = (view: Partial<typeof WHOLE_DICTIONARY>) =>
    seenEntries([IDLER, EXCEPTION], { ...WHOLE_DICTIONARY, ...view }).map((one) => one.phrase);

  it('lets through by kind, criterion and words of the phrase or note; newest first', () => {
    expect(phrases({})).toEqual(['Свинья и Ко', 'лодырь']);
    expect(phrases({ kind: 'exception' })).toEqual(['Свинья и Ко']);
    expect(phrases({ criteria: ['insult'] })).toEqual(['лодырь']);
    expect(phrases({ criteria: ['spam'] })).toEqual([]);
    expect(phrases({ search: ' СВИНЬЯ' })).toEqual(['Свинья и Ко']);
    expect(phrases({ search: 'решили' })).toEqual(['лодырь']);
  });
});
