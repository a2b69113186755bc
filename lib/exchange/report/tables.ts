import { type Locale, messagesOf } from '../../i18n';
import { shortDay } from '../../i18n/day';
import type { RegulationProfile } from '../../regulation/profile';
import type { BodyFigures, Report } from './figures';

/** One figure of the report with its name; a second number where it is a part of something. */
export interface Figure {
  id: string;
  label: string;
  /** Null where there is nothing to say. */
  value: number | null;
  of?: number;
}

/** A table of the report: texts at the left, numbers after them. */
export interface ReportTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export interface ReportWords {
  report: Report;
  locale: Locale;
  profile: RegulationProfile;
}

/** The report's main figures in the order in which they are read, for screens and files alike. */
export function figuresOf({ report, locale }: Pick<ReportWords, 'report' | 'locale'>): Figure[] {
  const { figure } = messagesOf(locale).report;
  const { norm, accounts, moderation, notices, score } = report;
  return [
    { id: 'done', label: figure.done, value: norm.done, of: norm.norm },
    { id: 'behind', label: figure.behind, value: norm.behind },
    {
      id: 'accountsBehind',
      label: figure.accountsBehind,
      value: accounts.behind,
      of: accounts.expected,
    },
    { id: 'score', label: figure.score, value: score },
    { id: 'handled', label: figure.handled, value: moderation.handled },
    { id: 'violations', label: figure.violations, value: moderation.violationsAll },
    { id: 'kept', label: figure.kept, value: moderation.kept },
    { id: 'noticesSent', label: figure.noticesSent, value: notices.sent },
    { id: 'noticesWaiting', label: figure.noticesWaiting, value: notices.waiting },
    { id: 'noticesOverdue', label: figure.noticesOverdue, value: notices.overdue },
  ];
}

/** What is counted of bodies and accounts alike. */
type Counted = Pick<BodyFigures, 'norm' | 'moderation'>;

const numbersOf = ({ norm, moderation }: Counted) => [
  norm.norm,
  norm.done,
  norm.behind,
  moderation.handled,
  moderation.violationsAll,
  moderation.kept,
];

/** Headings of `numbersOf`, in its order. */
const numberHeads = (locale: Locale) => {
  const { figure } = messagesOf(locale).report;
  return [figure.norm, figure.done, figure.behind, figure.handled, figure.violations, figure.kept];
};

/** One line a body, the whole at the end. */
export function bodyTable({ report, locale }: Pick<ReportWords, 'report' | 'locale'>): ReportTable {
  const words = messagesOf(locale).report;
  const accounts = report.bodies.reduce((sum, body) => sum + body.accounts, 0);
  return {
    title: words.byBody,
    head: [words.body, words.accounts, ...numberHeads(locale)],
    rows: [
      ...report.bodies.map((line) => [
        `${'   '.repeat(line.depth)}${line.body?.name ?? words.strangers}`,
        line.accounts,
        ...numbersOf(line),
      ]),
      [words.total, accounts, ...numbersOf(report)],
    ],
  };
}

/** One line an account, the whole at the end: more than a page should hold, for a workbook. */
export function accountTable({
  report,
  locale,
}: Pick<ReportWords, 'report' | 'locale'>): ReportTable {
  const { report: words, common } = messagesOf(locale);
  return {
    title: words.byAccount,
    head: [words.account, words.network, words.body, ...numberHeads(locale)],
    rows: [
      ...report.byAccount.map((line) => [
        line.account?.name ?? words.strangers,
        line.account ? common.network[line.account.network] : '',
        line.body,
        ...numbersOf(line),
      ]),
      [words.total, '', '', ...numbersOf(report)],
    ],
  };
}

/** Violations by criterion, formats, days. */
export function otherTables({ report, locale, profile }: ReportWords): {
  criteria: ReportTable;
  formats: ReportTable;
  days: ReportTable;
} {
  const { report: words, common } = messagesOf(locale);
  const titles = new Map(profile.formats.list.map(({ id, title }) => [id, title[locale]]));
  return {
    criteria: {
      title: words.byCriterion,
      head: [words.criterion, words.count],
      rows: report.moderation.violations.map(({ criterion, count }) => [
        criterion === null ? words.noCriterion : common.criterion[criterion],
        count,
      ]),
    },
    formats: {
      title: words.byFormat,
      head: [words.format, words.count],
      rows: report.formats
        .filter(({ count }) => count > 0)
        .map(({ format, count }) => [
          format === null ? words.noFormat : (titles.get(format) ?? format),
          count,
        ]),
    },
    days: {
      title: words.byDay,
      head: [words.day, words.posts, words.handled],
      rows: report.days.map(({ day, posts, handled }) => [shortDay(day, locale), posts, handled]),
    },
  };
}
