import { about as aboutEn } from './en/about';
import { chart as chartEn } from './en/chart';
import { checks as checksEn } from './en/checks';
import { common as commonEn } from './en/common';
import { dashboard as dashboardEn } from './en/dashboard';
import { desk as deskEn } from './en/desk';
import { draft as draftEn } from './en/draft';
import { drafting as draftingEn } from './en/drafting';
import { example as exampleEn } from './en/example';
import { hats as hatsEn } from './en/hats';
import { health as healthEn } from './en/health';
import { help as helpEn } from './en/help';
import { log as logEn } from './en/log';
import { managed as managedEn } from './en/managed';
import { notices as noticesEn } from './en/notices';
import { offenders as offendersEn } from './en/offenders';
import { page as pageEn } from './en/page';
import { panel as panelEn } from './en/panel';
import { plan as planEn } from './en/plan';
import { popup as popupEn } from './en/popup';
import { publications as publicationsEn } from './en/publications';
import { publish as publishEn } from './en/publish';
import { registry as registryEn } from './en/registry';
import { regulation as regulationEn } from './en/regulation';
import { reminders as remindersEn } from './en/reminders';
import { report as reportEn } from './en/report';
import { rules as rulesEn } from './en/rules';
import { safety as safetyEn } from './en/safety';
import { screen as screenEn } from './en/screen';
import { settings as settingsEn } from './en/settings';
import { table as tableEn } from './en/table';
import { teaching as teachingEn } from './en/teaching';
import { today as todayEn } from './en/today';
import { welcome as welcomeEn } from './en/welcome';
import type { Locale } from './locale';
import { about } from './ru/about';
import { chart } from './ru/chart';
import { checks } from './ru/checks';
import { common } from './ru/common';
import { dashboard } from './ru/dashboard';
import { desk } from './ru/desk';
import { draft } from './ru/draft';
import { drafting } from './ru/drafting';
import { example } from './ru/example';
import { hats } from './ru/hats';
import { health } from './ru/health';
import { help } from './ru/help';
import { log } from './ru/log';
import { managed } from './ru/managed';
import { notices } from './ru/notices';
import { offenders } from './ru/offenders';
import { page } from './ru/page';
import { panel } from './ru/panel';
import { plan } from './ru/plan';
import { popup } from './ru/popup';
import { publications } from './ru/publications';
import { publish } from './ru/publish';
import { registry } from './ru/registry';
import { regulation } from './ru/regulation';
import { reminders } from './ru/reminders';
import { report } from './ru/report';
import { rules } from './ru/rules';
import { safety } from './ru/safety';
import { screen } from './ru/screen';
import { settings } from './ru/settings';
import { table } from './ru/table';
import { teaching } from './ru/teaching';
import { today } from './ru/today';
import { welcome } from './ru/welcome';

export type { Locale };

const ru = {
  checks,
  chart,
  common,
  dashboard,
  desk,
  draft,
  drafting,
  example,
  hats,
  health,
  help,
  about,
  log,
  managed,
  offenders,
  page,
  panel,
  plan,
  popup,
  publish,
  notices,
  registry,
  publications,
  reminders,
  report,
  regulation,
  rules,
  safety,
  screen,
  settings,
  table,
  teaching,
  today,
  welcome,
};
/** Russian is the source; English must have the same keys and parameters, or it does not compile. */
export type Messages = typeof ru;
const en: Messages = {
  checks: checksEn,
  chart: chartEn,
  common: commonEn,
  dashboard: dashboardEn,
  desk: deskEn,
  draft: draftEn,
  drafting: draftingEn,
  example: exampleEn,
  hats: hatsEn,
  health: healthEn,
  help: helpEn,
  about: aboutEn,
  log: logEn,
  managed: managedEn,
  offenders: offendersEn,
  popup: popupEn,
  publish: publishEn,
  notices: noticesEn,
  registry: registryEn,
  publications: publicationsEn,
  reminders: remindersEn,
  report: reportEn,
  regulation: regulationEn,
  rules: rulesEn,
  safety: safetyEn,
  screen: screenEn,
  settings: settingsEn,
  table: tableEn,
  teaching: teachingEn,
  today: todayEn,
  welcome: welcomeEn,
  page: pageEn,
  panel: panelEn,
  plan: planEn,
};

/** All words that people read, in one language. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'en' ? en : ru;
}
