import { common as commonEn } from './en/common';
import { draft as draftEn } from './en/draft';
import { page as pageEn } from './en/page';
import type { Messages } from './index';
import type { Locale } from './locale';
import { common } from './ru/common';
import { draft } from './ru/draft';
import { page } from './ru/page';

/** The words that are read on a network's own page. */
export type PageMessages = Pick<Messages, 'common' | 'draft' | 'page'>;

const ru: PageMessages = { common, draft, page };
const en: PageMessages = { common: commonEn, draft: draftEn, page: pageEn };

/** The words of the content script, which must not carry those of every screen. */
export const pageMessagesOf = (locale: Locale): PageMessages => (locale === 'en' ? en : ru);
