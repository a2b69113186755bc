import { common as commonEn } from './en/common';
import { dashboard as dashboardEn } from './en/dashboard';
import { desk as deskEn } from './en/desk';
import { draft as draftEn } from './en/draft';
import { drafting as draftingEn } from './en/drafting';
import { example as exampleEn } from './en/example';
import { log as logEn } from './en/log';
import { page as pageEn } from './en/page';
import { panel as panelEn } from './en/panel';
import { popup as popupEn } from './en/popup';
import { report as reportEn } from './en/report';
import { rules as rulesEn } from './en/rules';
import { safety as safetyEn } from './en/safety';
import { settings as settingsEn } from './en/settings';
import { table as tableEn } from './en/table';
import { today as todayEn } from './en/today';
import type { Locale } from './locale';
import { common } from './ru/common';
import { dashboard } from './ru/dashboard';
import { desk } from './ru/desk';
import { draft } from './ru/draft';
import { drafting } from './ru/drafting';
import { example } from './ru/example';
import { log } from './ru/log';
import { page } from './ru/page';
import { panel } from './ru/panel';
import { popup } from './ru/popup';
import { report } from './ru/report';
import { rules } from './ru/rules';
import { safety } from './ru/safety';
import { settings } from './ru/settings';
import { table } from './ru/table';
import { today } from './ru/today';

export type { Locale };

const ru = {
  common,
  dashboard,
  desk,
  draft,
  drafting,
  example,
  log,
  page,
  panel,
  popup,
  report,
  rules,
  safety,
  settings,
  table,
  today,
};
/** Russian is the source; English must have the same keys and parameters, or it does not compile. */
export type Messages = typeof ru;
const en: Messages = {
  common: commonEn,
  dashboard: dashboardEn,
  desk: deskEn,
  draft: draftEn,
  drafting: draftingEn,
  example: exampleEn,
  log: logEn,
  popup: popupEn,
  report: reportEn,
  rules: rulesEn,
  safety: safetyEn,
  settings: settingsEn,
  table: tableEn,
  today: todayEn,
  page: pageEn,
  panel: panelEn,
};

/** All words that people read, in one language. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'en' ? en : ru;
}
