import { Table } from '@mantine/core';
import type { ReportTable } from '../../lib/exchange/report/tables';
import { useApp } from '../app/app-context';

/** A table of the report: texts at the left, numbers at the right, the whole in the last row. */
export function Figures({ title, head, rows }: ReportTable) {
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
              fw={line === rows.length - 1 ? 650 : undefined}
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
