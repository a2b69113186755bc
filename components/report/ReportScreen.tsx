import { BarChart } from '@mantine/charts';
import { dayInWords } from '../../lib/i18n/day';
import '@mantine/charts/styles.css';
import {
  Button,
  Group,
  Loader,
  Menu,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Report } from '../../lib/exchange/report/figures';
import { REPORT_FORMATS, type ReportFormat, reportFile } from '../../lib/exchange/report/files';
import {
  bodyTable,
  figuresOf,
  otherTables,
  type ReportTable,
} from '../../lib/exchange/report/tables';
import { formatNumber } from '../../lib/i18n/plural';
import { addDays, mondayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import { ChartFigure } from '../chart/ChartFigure';
import { download } from '../files/download';
import { useView } from '../screen/use-view';
import { useToday } from '../time/today';
import { LENGTHS, mondaysOf, readReport, reportAddress } from './address';
import { Figures } from './Figures';
import { drawPicture } from './picture';
import classes from './report.module.css';
import { useReport } from './use-report';

/** Some weeks in figures, and the same as a file. */
export function ReportScreen() {
  const { locale, messages, profile } = useApp();
  const words = messages.report;
  const { view, change } = useView(readReport, reportAddress);
  const today = useToday();
  const mondays = useMemo(() => mondaysOf(view, today), [view, today]);
  const report = useReport({ profile, today, mondays });
  const last = mondays.at(-1) ?? today;
  const step = (weeks: number) => {
    const week = addDays(last, 7 * weeks);
    change({ week: week >= mondayOf(today) ? null : week });
  };
  return (
    <Stack gap="md" p="lg" maw="90rem">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>{words.title}</Title>
          <Text c="dimmed">
            {dayInWords(mondays[0] ?? today, locale)} — {dayInWords(addDays(last, 6), locale)}
          </Text>
        </div>
        {report && <Download report={report} />}
      </Group>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
          onClick={() => step(-view.weeks)}
        >
          {words.previous}
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={16} aria-hidden="true" />}
          disabled={last >= mondayOf(today)}
          onClick={() => step(view.weeks)}
        >
          {words.next}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={words.length}
          value={String(view.weeks)}
          data={LENGTHS.map((weeks) => ({ value: String(weeks), label: words.weeks(weeks) }))}
          onChange={(weeks) => change({ weeks: LENGTHS.find((one) => String(one) === weeks) ?? 1 })}
        />
      </Group>
      {report ? (
        <Body report={report} />
      ) : (
        <Loader size="sm" type="dots" aria-label={words.loading} />
      )}
    </Stack>
  );
}

function Download({ report }: { report: Report }) {
  const { locale, messages, profile } = useApp();
  const words = messages.report;
  const tell = useTell();
  const save = async (format: ReportFormat) => {
    try {
      const file = await reportFile({
        report,
        locale,
        profile,
        format,
        now: Date.now(),
        draw: drawPicture,
      });
      download(file);
      tell.done(words.ready(file.name));
    } catch (error) {
      console.error('Отчёт не собрался', error);
      tell.trouble(words.failedHint, words.failed);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} aria-hidden="true" />}>
          {words.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {REPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {words.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Body({ report }: { report: Report }) {
  const { locale, messages, profile } = useApp();
  const words = messages.report;
  const number = (value: number | null) => (value === null ? '—' : formatNumber(locale, value));
  const { criteria, formats, days } = otherTables({ report, locale, profile });
  return (
    <>
      <Paper {...CARD} component="section" aria-label={words.summary}>
        <dl className={classes.figures}>
          {figuresOf({ report, locale }).map(({ id, label, value, of }) => (
            <div key={id} data-figure={id}>
              <dt>{label}</dt>
              <dd>{of === undefined ? number(value) : words.outOf(number(value), number(of))}</dd>
            </div>
          ))}
        </dl>
      </Paper>
      <div className={classes.charts}>
        <DayChart table={days} column={1} />
        <DayChart table={days} column={2} />
        <ShareChart table={criteria} />
        <ShareChart table={formats} />
      </div>
      <Paper {...CARD} component="section">
        <Title order={2} mb="xs">
          {words.byBody}
        </Title>
        <Figures {...bodyTable({ report, locale })} />
      </Paper>
    </>
  );
}

/** As the charts look between them. */
const CARD = { withBorder: true, p: 'md', radius: 'md', bg: 'var(--vakhta-raised)' } as const;

const CHART = {
  h: 220,
  gridAxis: 'x',
  withTooltip: true,
  tickLine: 'none',
  barChartProps: { accessibilityLayer: false },
} as const;

/** One figure of every day. */
function DayChart({ table, column }: { table: ReportTable; column: 1 | 2 }) {
  const name = table.head[column] ?? '';
  const own: ReportTable = {
    title: name,
    head: [table.head[0] ?? '', name],
    rows: table.rows.map((cells) => [cells[0] ?? '', cells[column] ?? 0]),
  };
  return (
    <ChartFigure title={own.title} columns={own.head} rows={own.rows}>
      <BarChart
        {...CHART}
        data={own.rows.map(([day, value]) => ({ day, [name]: value }))}
        dataKey="day"
        series={[{ name, color: 'petrol.6' }]}
        yAxisProps={{ allowDecimals: false, width: 36 }}
      />
    </ChartFigure>
  );
}

/** How much of each there is, most first. */
function ShareChart({ table }: { table: ReportTable }) {
  const [, name = ''] = table.head;
  return (
    <ChartFigure title={table.title} columns={table.head} rows={table.rows}>
      <BarChart
        {...CHART}
        h={Math.max(120, 40 + table.rows.length * 26)}
        orientation="vertical"
        gridAxis="y"
        data={table.rows.map(([what, value]) => ({ what, [name]: value }))}
        dataKey="what"
        series={[{ name, color: 'petrol.6' }]}
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 130 }}
      />
    </ChartFigure>
  );
}
