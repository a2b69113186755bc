import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { writeCsv } from '../../lib/exchange/csv';
import { safeFileName } from '../../lib/exchange/file-name';
import type { Sheet } from '../../lib/exchange/sheet';
import { writeXlsx } from '../../lib/exchange/xlsx';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { download } from '../files/download';
import type { TableColumn } from './column';

/** Rows written at a time. */
const BATCH = 500;
const WRITERS = { csv: writeCsv, xlsx: writeXlsx } as const;
const FORMATS = ['csv', 'xlsx'] as const;

/** Shorter tables are written before anybody has read how far it is. */
const LONG = 5_000;

async function* batches<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  onProgress: (done: number) => void,
) {
  for (let start = 0; start < rows.length; start += BATCH) {
    onProgress(start);
    // The screen draws and hears clicks between two batches.
    if (rows.length > LONG) await new Promise((done) => setTimeout(done));
    yield rows
      .slice(start, start + BATCH)
      .map((row) => columns.map(({ value }) => value?.(row) ?? null));
  }
}

interface Props<Row> {
  /** Of the file and the sheet in it. */
  title: string;
  /** Those of them that have values are written. */
  columns: readonly TableColumn<Row>[];
  /** What is seen, in its order. */
  rows: readonly Row[];
}

/** Saves what a table shows; a long one tells how far it is and can be stopped. */
export function SaveTable<Row>({ title, columns, rows }: Props<Row>) {
  const { messages, profile } = useApp();
  const words = messages.table;
  /** Rows written so far, while a long table is being written. */
  const [done, setDone] = useState<number | null>(null);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const save = async (format: (typeof FORMATS)[number]) => {
    const mine = new AbortController();
    abort.current = mine;
    const valued = columns.filter(({ value }) => value);
    const sheet: Sheet = {
      name: title,
      columns: valued.map((column) => ({ title: column.title, width: 24 })),
      batches: batches(rows, valued, (count) => {
        if (rows.length > LONG) setDone(count);
      }),
    };
    try {
      const blob = await WRITERS[format](sheet, mine.signal);
      const day = dayOf(Date.now(), profile.timeZone);
      download(new File([blob], safeFileName(title, day, format), { type: blob.type }));
    } catch (error) {
      if (mine.signal.aborted) return;
      console.error('Таблица не выгружена', error);
      notifications.show({
        color: 'red',
        autoClose: false,
        message: words.notSaved,
        closeButtonProps: { 'aria-label': messages.common.close },
      });
    } finally {
      setDone(null);
    }
  };
  if (done !== null)
    return (
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden="true" />}
        onClick={() => abort.current?.abort()}
      >
        {words.stop(Math.floor((done / rows.length) * 100))}
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          disabled={rows.length === 0}
        >
          {words.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.what(rows.length)}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {words[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
