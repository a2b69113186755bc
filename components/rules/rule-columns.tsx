import { useMemo } from 'react';
import {
  compileDictionary,
  type Entry,
  silencerOf,
  type WordEntry,
} from '../../lib/moderation/dictionary';
import { suggestedGround } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import type { TableColumn } from '../table/column';
import { type ColumnChoice, useColumns } from '../table/use-columns';
import { CriterionBadge } from '../text/CriterionBadge';
import classes from './rules.module.css';

/** The dictionary before it is read. */
export const NO_ENTRIES: readonly Entry[] = [];

/** Columns of the dictionary; `entries` are all of it. */
export function useRuleColumns(entries: readonly Entry[]): ColumnChoice<Entry> {
  const { locale, messages, profile } = useApp();
  const words = messages.rules;
  const groundOf = (entry: Entry) =>
    entry.kind === 'exception'
      ? ''
      : (suggestedGround(profile, {
          criterion: entry.criterion,
          ...(entry.ground === null ? {} : { ground: entry.ground }),
        })?.title[locale] ?? '');
  const exceptions = useMemo(
    () => compileDictionary(entries.filter(({ kind }) => kind === 'exception')),
    [entries],
  );
  const silence = (rule: string | null) => (rule === null ? words.silent : words.silentRule(rule));
  const columns: TableColumn<Entry>[] = [
    {
      id: 'phrase',
      title: words.column.phrase,
      width: 'minmax(8rem, 1.2fr)',
      fixed: true,
      value: (entry) => entry.phrase,
      cell: (entry) => <span className={classes.phrase}>{entry.phrase}</span>,
    },
    {
      id: 'effect',
      title: words.column.effect,
      width: 'clamp(8rem, 22cqi, 14rem)',
      value: (entry) =>
        entry.kind === 'exception'
          ? silence(entry.rule)
          : messages.common.criterion[entry.criterion],
      cell: (entry) =>
        entry.kind === 'exception' ? (
          <span className={classes.quiet}>{silence(entry.rule)}</span>
        ) : (
          <Effect entry={entry} silencer={silencerOf(entry, exceptions)?.phrase} />
        ),
    },
    {
      id: 'ground',
      title: words.column.ground,
      width: 'clamp(8rem, 18cqi, 12rem)',
      from: 32,
      value: groundOf,
      cell: (entry) => {
        const own = entry.kind === 'word' && entry.ground !== null;
        return <span className={own ? undefined : classes.quiet}>{groundOf(entry)}</span>;
      },
    },
    {
      id: 'note',
      title: words.column.note,
      width: 'minmax(0, 1fr)',
      from: 46,
      value: (entry) => entry.note,
      cell: (entry) => <span className={classes.quiet}>{entry.note}</span>,
    },
  ];
  return useColumns('rules', columns);
}

/** What an own word is marked as, or why it is not: an exception that covers it wins. */
function Effect({ entry, silencer }: { entry: WordEntry; silencer: string | undefined }) {
  const { messages } = useApp();
  if (silencer !== undefined)
    return <span className={classes.quiet}>{messages.rules.silencedBy(silencer)}</span>;
  return (
    <CriterionBadge
      criterion={entry.criterion}
      strength={entry.strength}
      title={`${messages.common.criterion[entry.criterion]}, ${messages.common.strength[entry.strength]}`}
    />
  );
}
