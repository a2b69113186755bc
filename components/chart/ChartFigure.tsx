import { Group, SegmentedControl, Title, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { formatNumber } from '../../lib/i18n/plural';
import { useApp } from '../app/app-context';
import classes from './chart.module.css';

interface Props {
  title: string;
  /** What the picture says, in a sentence or two; absent where the title says all. */
  summary?: string;
  /** Headings of the table, the first for what a row is about. */
  columns: readonly string[];
  /** The same figures as the picture's, a row each. */
  rows: readonly (readonly (string | number)[])[];
  children: ReactNode;
}

/**
 * A chart with the table of its figures: whoever does not see the picture reads the table, whoever
 * wants the figures has it shown.
 */
export function ChartFigure({ title, summary, columns, rows, children }: Props) {
  const { locale, messages } = useApp();
  const words = messages.chart;
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  const table = (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{title}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column alone
              <td key={place}>{typeof cell === 'number' ? formatNumber(locale, cell) : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" mb={4} align="flex-start">
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {summary !== undefined && <p className={classes.summary}>{summary}</p>}
        </div>
        <SegmentedControl
          size="xs"
          flex="none"
          aria-label={words.view(title)}
          value={isTable ? 'table' : 'chart'}
          data={[
            { value: 'chart', label: words.chart },
            { value: 'table', label: words.table },
          ]}
          onChange={(value) => setIsTable(value === 'table')}
        />
      </Group>
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table must be scrolled by key
        <section className={classes.scroller} aria-labelledby={id} tabIndex={0}>
          {table}
        </section>
      ) : (
        <>
          <div aria-hidden="true">{children}</div>
          <VisuallyHidden>{table}</VisuallyHidden>
        </>
      )}
    </figure>
  );
}
