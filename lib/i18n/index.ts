import { common as commonEn } from './en/common';
import { dashboard as dashboardEn } from './en/dashboard';
import { draft as draftEn } from './en/draft';
import { page as pageEn } from './en/page';
import { panel as panelEn } from './en/panel';
import { common } from './ru/common';
import { dashboard } from './ru/dashboard';
import { draft } from './ru/draft';
import { page } from './ru/page';
import { panel } from './ru/panel';

export type Locale = 'ru' | 'en';

const ru = { common, dashboard, draft, page, panel };
/** Russian is the source; English must have the same keys and parameters, or it does not compile. */
export type Messages = typeof ru;
const en: Messages = {
  common: commonEn,
  dashboard: dashboardEn,
  draft: draftEn,
  page: pageEn,
  panel: panelEn,
};

/** All words that people read, in one language. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'en' ? en : ru;
}
