import { common as commonEn } from './en/common';
import { draft as draftEn } from './en/draft';
import { hats as hatsEn } from './en/hats';
import { page as pageEn } from './en/page';
import { teaching as teachingEn } from './en/teaching';
import type { Messages } from './index';
import type { Locale } from './locale';
import { common } from './ru/common';
import { draft } from './ru/draft';
import { hats } from './ru/hats';
import { page } from './ru/page';
import { teaching } from './ru/teaching';

/** The words that are read on a network's own page. */
export type PageMessages = Pick<Messages, 'common' | 'draft' | 'hats' | 'page' | 'teaching'>;

const ru: PageMessages = { common, draft, hats, page, teaching };
const en: PageMessages = {
  common: commonEn,
  draft: draftEn,
  hats: hatsEn,
  page: pageEn,
  teaching: teachingEn,
};

/** The words of the content script, which must not carry those of every screen. */
export const pageMessagesOf = (locale: Locale): PageMessages => (locale === 'en' ? en : ru);
