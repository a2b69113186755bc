import { browser } from 'wxt/browser';
import { bringsRecords } from '../messages/outbox';
import { receive } from '../messages/receive';
import { tabStateKey } from '../messages/tab-state';
import { addException } from '../settings/dictionary';
import { keepManaged } from '../settings/managed';
import { watchRegulation } from '../settings/regulation';
import { watchSettings } from '../settings/settings';
import { showBadge } from './badge';
import { onMenuChoice, renameDictionaryItem, showDictionaryItem } from './context-menu';
import { Delivery, FLUSH_ALARM } from './delivery';
import { bringDraftEngine } from './draft-engine';
import { openDashboard, openPanel } from './open';
import { oursAmong } from './ours';
import { reinject } from './reinject';
import { REMINDER_ALARM, Reminders } from './reminders';
import { onVisit } from './visits';
import { welcome } from './welcome';

const RETENTION_ALARM = 'retention';
const DAY_MINUTES = 24 * 60;

/**
 * Registers every listener in the first turn, as a worker that is woken by an event must; each awaits
 * what it needs by itself.
 */
export function startBackground(): void {
  keepManaged();
  const delivery = new Delivery();
  const reminders = new Reminders();
  reminders.listen();

  receive('append', (record) => delivery.deliver(record));
  receive('standing', (query) => delivery.standings(query));
  receive('visited', onVisit);
  receive('ours', oursAmong);
  receive('except', addException);
  receive('bringDraftEngine', (_, sender) => bringDraftEngine(sender));
  receive('tabState', (state, sender) => showBadge(sender.tab?.id, state));
  // No await before the opening: the operator's gesture is only good for the first turn.
  receive('openPanel', (_, sender) => openPanel(sender.tab?.id));
  receive('openDashboard', ({ hash }) => openDashboard(hash));
  receive('erasePerson', (author) => delivery.erasePerson(author));
  receive('dueChanged', () => reminders.look());
  // Without the permission there was nothing to listen to.
  browser.permissions.onAdded.addListener(() => reminders.listen());

  browser.storage.local.onChanged.addListener((changes) => {
    if (bringsRecords(changes)) void delivery.flush();
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === FLUSH_ALARM) void delivery.flush();
    if (alarm.name === RETENTION_ALARM) void delivery.eraseExpired(Date.now());
    if (alarm.name === REMINDER_ALARM) void reminders.look();
  });
  // The listener alone is what starts this worker with the browser: what waited in the outbox when the
  // browser died is taken below.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.contextMenus.onClicked.addListener((choice) => void onMenuChoice(choice));
  watchSettings((settings) => {
    void renameDictionaryItem(settings);
    void reminders.look();
  });
  watchRegulation(() => void reminders.look());
  browser.runtime.onInstalled.addListener((installed) => {
    void showDictionaryItem();
    void browser.alarms.create(FLUSH_ALARM, { periodInMinutes: 1 });
    void browser.alarms.create(RETENTION_ALARM, {
      delayInMinutes: 1,
      periodInMinutes: DAY_MINUTES,
    });
    void reinject();
    void welcome(installed);
  });
  browser.tabs.onRemoved.addListener(
    (tabId) => void browser.storage.session.remove(tabStateKey(tabId)),
  );

  void delivery.flush().then(() => delivery.keepUp());
  void keepRetention();
  void reminders.keep();
}

/** Alarms may be forgotten with the browser's restart, so each start of the worker looks. */
async function keepRetention(): Promise<void> {
  if (await browser.alarms.get(RETENTION_ALARM)) return;
  await browser.alarms.create(RETENTION_ALARM, {
    delayInMinutes: 1,
    periodInMinutes: DAY_MINUTES,
  });
}
