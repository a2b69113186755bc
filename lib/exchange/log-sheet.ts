import { type Locale, messagesOf } from '../i18n';
import { kindName } from '../i18n/kind-name';
import type { LogRow, Registry } from '../registry/database';
import { rowsOf } from '../registry/queries';
import type { RegulationProfile } from '../regulation/profile';
import { dayOf, offsetName, wallTime, zoneOffset } from '../regulation/zone';
import { safeFileName } from './file-name';
import { type TableFormat, writeSheet } from './formats';
import { maskAction } from './masking';
import type { Cell, Column, Sheet } from './sheet';

/** Rows read and written at a time: a few milliseconds of work, so that the screen stays alive. */
const BATCH = 500;

export interface LogExport {
  registry: Registry;
  /** Ids of the rows in the order of the file. */
  ids: readonly string[];
  format: TableFormat;
  /** Third persons as they are, see `masking.ts`; they are masked without it. */
  thirdPersons: boolean;
  locale: Locale;
  profile: RegulationProfile;
  /** Milliseconds since the epoch; gives the name its day. */
  now: number;
  signal: AbortSignal;
  /** Called after each batch with the number of rows written. */
  onProgress(done: number): void;
}

/** What a column is called, how wide it is and what a row has in it. */
interface LogColumn extends Column {
  cell(row: LogRow): Cell;
}

/** The title of a ground as the profile has it; its id when the profile knows it no more. */
function groundTitle(profile: RegulationProfile, id: string | null, locale: Locale): string | null {
  if (id === null) return null;
  return profile.grounds.find((ground) => ground.id === id)?.title[locale] ?? id;
}

function columnsOf(locale: Locale, profile: RegulationProfile, now: number): LogColumn[] {
  const { log, common } = messagesOf(locale);
  const { column } = log.export;
  const zone = offsetName(zoneOffset(now, profile.timeZone));
  return [
    { title: column.seq, width: 8, cell: (row) => row.seq },
    {
      title: column.time(zone),
      width: 20,
      cell: (row) => wallTime(Date.parse(row.time), profile.timeZone),
    },
    { title: column.kind, width: 18, cell: (row) => kindName(messagesOf(locale), row) },
    {
      title: column.criterion,
      width: 16,
      cell: (row) => (row.criterion === null ? null : common.criterion[row.criterion]),
    },
    { title: column.ground, width: 24, cell: (row) => groundTitle(profile, row.ground, locale) },
    { title: column.clause, width: 8, cell: (row) => row.clause },
    { title: column.text, width: 70, cell: (row) => row.text },
    { title: column.author, width: 24, cell: (row) => row.author },
    { title: column.authorUrl, width: 28, cell: (row) => row.authorUrl },
    { title: column.network, width: 14, cell: (row) => common.network[row.network] },
    { title: column.permalink, width: 40, cell: (row) => row.permalink },
    { title: column.commentTime, width: 20, cell: (row) => row.commentTime },
    { title: column.account, width: 14, cell: (row) => row.account },
    { title: column.thread, width: 16, cell: (row) => row.thread },
    { title: column.operator, width: 22, cell: (row) => row.operator },
    { title: column.origin, width: 22, cell: (row) => log.entry.origins[row.origin] },
    { title: column.findings, width: 50, cell: findingsOf(locale) },
    { title: column.note, width: 40, cell: (row) => row.note },
    {
      title: column.state,
      width: 20,
      cell: (row) => (row.undone ? log.undone : row.amended ? log.amended : null),
    },
    { title: column.id, width: 38, cell: (row) => row.id },
  ];
}

/** «Оскорбление, точно: стадо» a line each. */
function findingsOf(locale: Locale) {
  const { common } = messagesOf(locale);
  return (row: LogRow): string =>
    row.findings
      .map(({ criterion, strength, start, end }) => {
        const words = row.text.slice(start, end);
        return `${common.criterion[criterion]}, ${common.strength[strength]}: ${words}`;
      })
      .join('\n');
}

async function* batchesOf(
  { registry, ids, thirdPersons, signal, onProgress }: LogExport,
  columns: readonly LogColumn[],
): Sheet['batches'] {
  for (let start = 0; start < ids.length; start += BATCH) {
    signal.throwIfAborted();
    const rows = await rowsOf(registry, ids.slice(start, start + BATCH));
    yield rows.flatMap((row) => {
      if (!row) return [];
      const shown = thirdPersons ? row : maskAction(row, { withdrawn: row.undone });
      return [columns.map(({ cell }) => cell(shown))];
    });
    onProgress(Math.min(start + BATCH, ids.length));
  }
}

/**
 * The given rows of the log as a file with its name. Times are those of the profile's zone, said in
 * the heading. Rejects with the signal's reason when it aborts, with a RangeError when a workbook
 * cannot hold so many rows, and with the database's error.
 */
export async function exportLog(job: LogExport): Promise<File> {
  const { log } = messagesOf(job.locale);
  const columns = columnsOf(job.locale, job.profile, job.now);
  const sheet: Sheet = { name: log.export.sheet, columns, batches: batchesOf(job, columns) };
  const blob = await writeSheet(job.format, sheet, job.signal);
  const day = dayOf(job.now, job.profile.timeZone);
  return new File([blob], safeFileName(log.export.fileTitle, day, job.format), {
    type: blob.type,
  });
}
