/** One line of the table that `npm run bench` ends with. */
export interface Figure {
  what: string;
  /** What is to be reached, in words; absent for a figure that only informs. */
  target?: string;
  measured: string;
  /** Absent with the target. */
  reached?: boolean;
}

/** A figure with its bound: reached when `value` is at most `most`. */
export function atMost(what: string, value: number, most: number, unit: string): Figure {
  const digits = most < 10 ? 2 : 0;
  const words = (figure: number) => `${figure.toFixed(digits)} ${unit}`;
  return { what, target: `≤ ${most} ${unit}`, measured: words(value), reached: value <= most };
}

/** A figure with its bound from below. */
export function atLeast(what: string, value: number, least: number): Figure {
  return {
    what,
    target: `≥ ${least}`,
    measured: value.toFixed(2),
    reached: value >= least,
  };
}

/** Middle one of a list; 0 for an empty one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** The table, in columns. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['Что', 'Цель', 'Измерено', ''],
    ...figures.map(({ what, target, measured, reached }) => [
      what,
      target ?? '—',
      measured,
      reached === undefined ? '' : reached ? '✓' : '✗',
    ]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
