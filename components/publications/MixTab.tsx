import '@mantine/charts/styles.css';
import { BarChart, Heatmap, LineChart } from '@mantine/charts';
import { useComputedColorScheme } from '@mantine/core';
import { fullDay, shortDay, weekName } from '../../lib/i18n/day';
import { formatMix, postsByDay, scoreByWeek } from '../../lib/regulation/mix';
import { isoWeek, sumFigures, type WeekFigures } from '../../lib/regulation/norm';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { ChartFigure } from '../chart/ChartFigure';
import classes from './publications.module.css';
import type { Post } from './seen';

interface Props {
  /** What is counted, see `countedPosts`. */
  posts: readonly Post[];
  mondays: readonly string[];
  /** Of the accounts seen, one a week. */
  figures: readonly WeekFigures[];
}

const HEIGHT = 280;
/** The picture is hidden from screen readers, which read the table: nothing in it takes the focus. */
const SILENT = { accessibilityLayer: false };
/** So many posts on one day are a full shade at least, lest a quiet account look busy. */
const FULL_DAY = 4;
/** Shades of the heat map from few to many, in either theme apart from the ground. */
const SHADES = {
  light: ['#a9d5d9', '#52adb6', '#107983', '#00494f'],
  dark: ['#1f4f55', '#25909b', '#79bfc6', '#d5eaec'],
};

/** What the publications are like: four charts, each with the table of its figures. */
export function MixTab({ posts, mondays, figures }: Props) {
  return (
    <div className={classes.charts}>
      <Weeks mondays={mondays} figures={figures} />
      <Formats posts={posts} />
      <Scores posts={posts} mondays={mondays} />
      <Days posts={posts} mondays={mondays} />
    </div>
  );
}

/** Names of weeks: short for an axis, whole for a table. */
function useWeekNames() {
  const { locale, messages } = useApp();
  return {
    short: (monday: string) => messages.publications.norm.week(isoWeek(monday).week),
    whole: (monday: string) => weekName(monday, addDays(monday, 6), locale),
  };
}

function Weeks({ mondays, figures }: Pick<Props, 'mondays' | 'figures'>) {
  const words = useApp().messages.publications.mix;
  const { short, whole } = useWeekNames();
  const sum = sumFigures(figures);
  return (
    <ChartFigure
      title={words.weeks}
      summary={words.weeksSummary(sum.done, sum.norm)}
      columns={[words.week, words.done, words.planned, words.norm, words.behind]}
      rows={mondays.map((monday, place) => {
        const { done = 0, planned = 0, norm = 0, behind = 0 } = figures[place] ?? {};
        return [whole(monday), done, planned, norm, behind];
      })}
    >
      <BarChart
        h={HEIGHT}
        barChartProps={SILENT}
        type="stacked"
        withLegend
        dataKey="week"
        data={mondays.map((monday, place) => ({
          week: short(monday),
          done: figures[place]?.done ?? 0,
          planned: figures[place]?.planned ?? 0,
          behind: figures[place]?.behind ?? 0,
        }))}
        series={[
          { name: 'done', label: words.done, color: 'petrol.6' },
          { name: 'planned', label: words.planned, color: 'petrol.3' },
          { name: 'behind', label: words.behind, color: 'orange.4' },
        ]}
        yAxisProps={{ allowDecimals: false, width: 36 }}
      />
    </ChartFigure>
  );
}

function Formats({ posts }: Pick<Props, 'posts'>) {
  const { locale, messages, profile } = useApp();
  const words = messages.publications.mix;
  const titles = new Map(profile.formats.list.map(({ id, title }) => [id, title[locale]]));
  const mix = formatMix(posts, [...titles.keys()]).map(({ format, count }) => ({
    name: format === null ? messages.publications.unsaid : (titles.get(format) ?? format),
    count,
    isSaid: format !== null,
  }));
  const said = mix.reduce((sum, { count, isSaid }) => sum + (isSaid ? count : 0), 0);
  return (
    <ChartFigure
      title={words.formats}
      summary={words.formatsSummary(said, posts.length)}
      columns={[messages.publications.format, words.count]}
      rows={mix.map(({ name, count }) => [name, count])}
    >
      <BarChart
        h={HEIGHT}
        barChartProps={SILENT}
        orientation="vertical"
        dataKey="name"
        data={mix.map(({ name, count }) => ({ name, count }))}
        series={[{ name: 'count', label: words.count, color: 'petrol.6' }]}
        withBarValueLabel
        gridAxis="x"
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 110, interval: 0 }}
      />
    </ChartFigure>
  );
}

function Scores({ posts, mondays }: Pick<Props, 'posts' | 'mondays'>) {
  const { messages, profile } = useApp();
  const words = messages.publications.mix;
  const { short, whole } = useWeekNames();
  const scores = scoreByWeek(posts, mondays, profile.timeZone);
  const known = scores.flatMap((score) => score ?? []);
  const [first] = known;
  const last = known.at(-1);
  return (
    <ChartFigure
      title={words.score}
      summary={
        first === undefined || last === undefined
          ? words.scoreNone
          : words.scoreSummary(first, last)
      }
      columns={[words.week, words.mean]}
      rows={mondays.map((monday, place) => [whole(monday), scores[place] ?? '—'])}
    >
      <LineChart
        h={HEIGHT}
        lineChartProps={SILENT}
        dataKey="week"
        data={mondays.map((monday, place) => ({
          week: short(monday),
          score: scores[place] ?? null,
        }))}
        series={[{ name: 'score', label: words.mean, color: 'petrol.6' }]}
        connectNulls
        curveType="linear"
        yAxisProps={{ domain: [0, 100], width: 36 }}
      />
    </ChartFigure>
  );
}

function Days({ posts, mondays }: Pick<Props, 'posts' | 'mondays'>) {
  const { locale, messages, profile } = useApp();
  const words = messages.publications.mix;
  const scheme = useComputedColorScheme('light');
  const days = postsByDay(posts, profile.timeZone);
  const [first = ''] = mondays;
  const last = addDays(mondays.at(-1) ?? first, 6);
  const best = [...days].sort((a, b) => b[1] - a[1])[0];
  return (
    <ChartFigure
      title={words.days}
      summary={
        best ? words.daysSummary(days.size, shortDay(best[0], locale), best[1]) : words.daysNone
      }
      columns={[words.day, words.count]}
      rows={[...days].sort().map(([day, count]) => [fullDay(day, locale), count])}
    >
      <div className={classes.heat}>
        <Heatmap
          data={Object.fromEntries(days)}
          startDate={first}
          endDate={last}
          withOutsideDates={false}
          withWeekdayLabels
          weekdayLabels={[messages.plan.weekdays[6] ?? '', ...messages.plan.weekdays.slice(0, 6)]}
          weekdaysLabelsWidth={32}
          firstDayOfWeek={1}
          rectSize={mondays.length > 12 ? 14 : 26}
          domain={[0, Math.max(FULL_DAY, best?.[1] ?? 0)]}
          gap={3}
          fontSize={12}
          colors={SHADES[scheme]}
          withTooltip
          getTooltipLabel={({ date, value }) => words.tooltip(shortDay(date, locale), value ?? 0)}
          withLegend
          legendLabels={[words.less, words.more]}
        />
      </div>
    </ChartFigure>
  );
}
