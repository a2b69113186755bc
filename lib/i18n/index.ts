import { checks as checksEn } from './en/checks';
import { common as commonEn } from './en/common';
import { dashboard as dashboardEn } from './en/dashboard';
import { desk as deskEn } from './en/desk';
import { draft as draftEn } from './en/draft';
import { drafting as draftingEn } from './en/drafting';
import { log as logEn } from './en/log';
import { offenders as offendersEn } from './en/offenders';
import { page as pageEn } from './en/page';
import { panel as panelEn } from './en/panel';
import { popup as popupEn } from './en/popup';
import { publish as publishEn } from './en/publish';
import { regulation as regulationEn } from './en/regulation';
import { rules as rulesEn } from './en/rules';
import { safety as safetyEn } from './en/safety';
import { settings as settingsEn } from './en/settings';
import { table as tableEn } from './en/table';
import type { Locale } from './locale';
import { checks } from './ru/checks';
import { common } from './ru/common';
import { dashboard } from './ru/dashboard';
import { desk } from './ru/desk';
import { draft } from './ru/draft';
import { drafting } from './ru/drafting';
import { log } from './ru/log';
import { offenders } from './ru/offenders';
import { page } from './ru/page';
import { panel } from './ru/panel';
import { popup } from './ru/popup';
import { publish } from './ru/publish';
import { regulation } from './ru/regulation';
import { rules } from './ru/rules';
import { safety } from './ru/safety';
import { settings } from './ru/settings';
import { table } from './ru/table';

export type { Locale };

const ru = {
  checks,
  common,
  dashboard,
  desk,
  draft,
  drafting,
  log,
  offenders,
  page,
  panel,
  popup,
  publish,
  regulation,
  rules,
  safety,
  settings,
  table,
};
/** Russian is the source; English must have the same keys and parameters, or it does not compile. */
export type Messages = typeof ru;
const en: Messages = {
  checks: checksEn,
  common: commonEn,
  dashboard: dashboardEn,
  desk: deskEn,
  draft: draftEn,
  drafting: draftingEn,
  log: logEn,
  offenders: offendersEn,
  popup: popupEn,
  publish: publishEn,
  regulation: regulationEn,
  rules: rulesEn,
  safety: safetyEn,
  settings: settingsEn,
  table: tableEn,
  page: pageEn,
  panel: panelEn,
};

/** All words that people read, in one language. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'en' ? en : ru;
}
