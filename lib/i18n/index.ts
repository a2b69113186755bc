import { chart as chartEn } from './en/chart';
import { common as commonEn } from './en/common';
import { dashboard as dashboardEn } from './en/dashboard';
import { desk as deskEn } from './en/desk';
import { draft as draftEn } from './en/draft';
import { drafting as draftingEn } from './en/drafting';
import { log as logEn } from './en/log';
import { page as pageEn } from './en/page';
import { panel as panelEn } from './en/panel';
import { plan as planEn } from './en/plan';
import { popup as popupEn } from './en/popup';
import { publications as publicationsEn } from './en/publications';
import { rules as rulesEn } from './en/rules';
import { safety as safetyEn } from './en/safety';
import { settings as settingsEn } from './en/settings';
import { table as tableEn } from './en/table';
import type { Locale } from './locale';
import { chart } from './ru/chart';
import { common } from './ru/common';
import { dashboard } from './ru/dashboard';
import { desk } from './ru/desk';
import { draft } from './ru/draft';
import { drafting } from './ru/drafting';
import { log } from './ru/log';
import { page } from './ru/page';
import { panel } from './ru/panel';
import { plan } from './ru/plan';
import { popup } from './ru/popup';
import { publications } from './ru/publications';
import { rules } from './ru/rules';
import { safety } from './ru/safety';
import { settings } from './ru/settings';
import { table } from './ru/table';

export type { Locale };

const ru = {
  chart,
  common,
  dashboard,
  desk,
  draft,
  drafting,
  log,
  page,
  panel,
  plan,
  popup,
  publications,
  rules,
  safety,
  settings,
  table,
};
/** Russian is the source; English must have the same keys and parameters, or it does not compile. */
export type Messages = typeof ru;
const en: Messages = {
  chart: chartEn,
  common: commonEn,
  dashboard: dashboardEn,
  desk: deskEn,
  draft: draftEn,
  drafting: draftingEn,
  log: logEn,
  popup: popupEn,
  publications: publicationsEn,
  rules: rulesEn,
  safety: safetyEn,
  settings: settingsEn,
  table: tableEn,
  page: pageEn,
  panel: panelEn,
  plan: planEn,
};

/** All words that people read, in one language. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'en' ? en : ru;
}
