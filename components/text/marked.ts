import { byWeight, type Finding } from '../../lib/moderation/contract';

export interface Segment {
  /** UTF-16 index into the whole text. */
  start: number;
  text: string;
  /** The weightiest finding that covers it, or null. */
  finding: Finding | null;
}

/** The text in pieces, each under at most one finding: where several meet, the weightiest wins. */
export function segmentsOf(text: string, findings: readonly Finding[]): Segment[] {
  const ordered = findings
    .filter(({ start, end }) => start < end && start < text.length)
    .sort(byWeight);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of ordered) cuts.add(start).add(Math.min(end, text.length));
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    const finding = ordered.find((one) => one.start <= start && one.end >= end) ?? null;
    const before = segments.at(-1);
    if (before && before.finding === finding) before.text += text.slice(start, end);
    else segments.push({ start, text: text.slice(start, end), finding });
  }
  return segments;
}

/** Characters kept before the first words found, so that one sees what they belong to. */
const LEAD = 16;

/** How much of a text a place can show, UTF-16 code units. */
export interface Space {
  /** What is surely seen: words found beyond are brought nearer. */
  reach: number;
  /** What may be seen at most. */
  room: number;
}

/** A piece of a text that shows the weightiest words found, with findings moved to match. */
export function excerptOf(
  text: string,
  findings: readonly Finding[],
  { reach, room }: Space,
): { text: string; findings: Finding[] } {
  const first = [...findings].sort(byWeight)[0];
  if (!first || first.end <= reach || first.start <= LEAD)
    return { text: text.slice(0, room), findings: [...findings] };
  const wanted = first.start - LEAD;
  const space = text.lastIndexOf(' ', first.start - 1);
  // From the start of a word where one begins nearby, else in the middle of a very long one.
  const nearby = text.indexOf(' ', wanted);
  const from = nearby >= 0 && nearby <= space ? nearby + 1 : wanted;
  const shift = from - 2;
  return {
    text: `… ${text.slice(from, from + room)}`,
    findings: findings
      .filter(({ start }) => start >= from)
      .map((one) => ({ ...one, start: one.start - shift, end: one.end - shift })),
  };
}
