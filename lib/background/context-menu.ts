import { browser } from 'wxt/browser';
import { messagesOf } from '../i18n';
import { PHRASE_LIMIT } from '../moderation/dictionary';
import { matchesOf } from '../networks/hosts';
import { loadSettings, type Settings } from '../settings/settings';
import { openDashboard } from './open';

const ADD = 'add-to-dictionary';

/** Puts the item into the menu of a selection on the networks' pages, in the language that is set. */
export async function showDictionaryItem(): Promise<void> {
  const { locale } = await loadSettings();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: ADD,
    title: messagesOf(locale).rules.contextMenu,
    contexts: ['selection'],
    documentUrlPatterns: matchesOf('given'),
  });
}

/** The language was changed, perhaps. */
export async function renameDictionaryItem({ locale }: Settings): Promise<void> {
  await browser.contextMenus.update(ADD, { title: messagesOf(locale).rules.contextMenu });
}

/** What the browser tells of a chosen item; the selected text is the page's. */
export interface MenuChoice {
  menuItemId: string | number;
  selectionText?: string | undefined;
}

/** Opens the dashboard's form with the selected words; what is more than a phrase is left out. */
export async function onMenuChoice({ menuItemId, selectionText }: MenuChoice): Promise<void> {
  if (menuItemId !== ADD) return;
  const phrase = (selectionText ?? '').replace(/\s+/g, ' ').trim().slice(0, PHRASE_LIMIT);
  await openDashboard(`#/rules?${new URLSearchParams({ add: phrase.toWellFormed() })}`);
}
