import { Button, Group, Paper, Table, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { ReportTable } from '../../lib/exchange/report/tables';
import { useApp } from '../app/app-context';

interface Props {
  /** The same figures as in the chart, for those who do not see it and for exact reading. */
  table: ReportTable;
  children: ReactNode;
}

/** A chart that can be read as a table, by eye and by a screen reader. */
export function ChartCard({ table, children }: Props) {
  const words = useApp().messages.report;
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} id={id} fz="sm" c="dimmed" fw={550}>
          {table.title}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.asChart : words.asTable}
        </Button>
      </Group>
      {asTable ? <Figures {...table} /> : children}
    </Paper>
  );
}

/** Texts at the left, numbers at the right. */
export function Figures({ title, head, rows, total = false }: ReportTable & { total?: boolean }) {
  const { locale } = useApp();
  const number = new Intl.NumberFormat(locale);
  return (
    // What scrolls must take the keyboard, so that it can be scrolled without a mouse.
    <Table.ScrollContainer
      minWidth={320}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <Table aria-label={title} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {head.map((name, place) => (
              <Table.Th key={name} ta={place === 0 ? 'start' : 'end'}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, line) => (
            <Table.Tr
              // biome-ignore lint/suspicious/noArrayIndexKey: two bodies may bear one name
              key={line}
              fw={total && line === rows.length - 1 ? 650 : undefined}
            >
              {cells.map((cell, place) =>
                typeof cell === 'string' ? (
                  <Table.Th
                    key={head[place]}
                    scope="row"
                    fw="inherit"
                    style={{ whiteSpace: 'pre-wrap' }}
                  >
                    {cell}
                  </Table.Th>
                ) : (
                  <Table.Td key={head[place]} ta="end">
                    {number.format(cell)}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
