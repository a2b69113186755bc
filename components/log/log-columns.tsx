import { VisuallyHidden } from '@mantine/core';
import { useResizeObserver } from '@mantine/hooks';
import { kindName } from '../../lib/i18n/kind-name';
import type { LogRow } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import type { TableColumn } from '../table/column';
import { type ColumnChoice, useColumns } from '../table/use-columns';
import { MarkedText } from '../text/MarkedText';
import { excerptOf } from '../text/marked';
import { Moment } from '../time/Moment';
import { Ground } from './Ground';
import { KIND_ICONS } from './kinds';
import classes from './log.module.css';

/** CSS pixels that a letter of a comment takes at most, on average. */
const LETTER = 8.5;
/** UTF-16 code units of a comment that the widest screen may show. */
const ROOM = 220;

/** Columns of the log; where there is less room, the least needed give way. */
export function useLogColumns(): ColumnChoice<LogRow> {
  const { messages } = useApp();
  const words = messages.log;
  const [textColumn, { width }] = useResizeObserver<HTMLTableCellElement>();
  const reach = Math.floor(width / LETTER);
  const columns: TableColumn<LogRow>[] = [
    {
      id: 'time',
      title: words.column.time,
      width: 'clamp(7.25rem, 12cqi, 8.5rem)',
      fixed: true,
      value: (row) => row.time,
      cell: (row) => (
        <span className={classes.quiet}>
          <Moment time={row.time} />
        </span>
      ),
    },
    {
      id: 'author',
      title: words.column.author,
      width: 'clamp(6rem, 14cqi, 11rem)',
      from: 40,
      cell: (row) => row.author || <i className={classes.quiet}>{words.noAuthor}</i>,
    },
    {
      id: 'text',
      title: words.column.text,
      width: 'minmax(0, 1fr)',
      fixed: true,
      headRef: textColumn,
      cell: (row) => (
        <span data-undone={row.undone || undefined}>
          <Line row={row} reach={reach} />
          {/* A line through the words is nothing to a screen reader. */}
          {row.undone && <VisuallyHidden>{words.undone}</VisuallyHidden>}
        </span>
      ),
    },
    {
      id: 'ground',
      title: words.column.ground,
      width: 'clamp(7rem, 18cqi, 16rem)',
      cell: (row) => <Ground {...row} />,
    },
    {
      id: 'kind',
      title: words.column.kind,
      width: 'clamp(10rem, 14cqi, 11rem)',
      from: 56,
      cell: (row) => <Kind row={row} />,
    },
    {
      id: 'operator',
      title: words.column.operator,
      width: '9rem',
      from: 68,
      cell: (row) => <span className={classes.quiet}>{row.operator}</span>,
    },
    {
      id: 'network',
      title: messages.screen.network,
      width: '8rem',
      extra: true,
      cell: (row) => <span className={classes.quiet}>{messages.common.network[row.network]}</span>,
    },
  ];
  return useColumns('log', columns, NEWEST_FIRST);
}

const NEWEST_FIRST = { column: 'time', descending: true };

function Kind({ row }: { row: LogRow }) {
  const { messages } = useApp();
  const Icon = KIND_ICONS[row.kind];
  return (
    <span className={classes.kind}>
      {Icon && <Icon size={16} stroke={1.7} aria-hidden="true" />}
      <span>{row.undone ? messages.log.undone : kindName(messages, row)}</span>
    </span>
  );
}

/** One line of what the row is about: the comment, or the note where there is none. */
function Line({ row, reach }: { row: LogRow; reach: number }) {
  const words = useApp().messages.log;
  const isNote = row.kind === 'note' && row.note !== '';
  const text = (isNote ? row.note : row.text || row.note).replaceAll('\n', ' ');
  if (text === '')
    return (
      <i className={classes.quiet}>
        {row.author === '' && row.authorUrl === '' ? words.erased : words.noText}
      </i>
    );
  const { text: line, findings } = excerptOf(text, isNote || row.text === '' ? [] : row.findings, {
    reach,
    room: ROOM,
  });
  return <MarkedText text={line} findings={findings} />;
}
