import { CRITERIA, type Criterion, STRENGTHS, type Strength } from '../moderation/contract';

/**
 * One look per criterion and strength. Colour is never the only carrier: certain is solid with a
 * tint, probable dotted or dashed without; criteria differ by the lines' number, place and thickness
 * and by the letter in the chip. Hues keep 4.5:1 as chip text on both themes.
 */
interface Look {
  /** Letter in the chip, first of the criterion's Russian name where it is free. */
  letter: string;
  /** Hue in degrees (OKLCH). */
  hue: number;
  lines: 'underline' | 'underline overline';
  shape: 'single' | 'double';
  /** CSS pixels. */
  thickness: number;
}

export const LOOKS: Readonly<Record<Criterion, Look>> = {
  obscenity: { letter: 'М', hue: 25, lines: 'underline', shape: 'single', thickness: 2 },
  insult: { letter: 'О', hue: 50, lines: 'underline', shape: 'double', thickness: 1 },
  threat: { letter: 'У', hue: 5, lines: 'underline overline', shape: 'single', thickness: 2 },
  hate: { letter: 'В', hue: 330, lines: 'underline overline', shape: 'double', thickness: 1 },
  spam: { letter: 'С', hue: 255, lines: 'underline', shape: 'single', thickness: 3 },
  'personal-data': { letter: 'Л', hue: 200, lines: 'underline', shape: 'single', thickness: 1 },
  drugs: { letter: 'Н', hue: 145, lines: 'underline overline', shape: 'single', thickness: 1 },
  fraud: { letter: 'Ф', hue: 295, lines: 'underline', shape: 'double', thickness: 2 },
  custom: { letter: 'И', hue: 230, lines: 'underline overline', shape: 'single', thickness: 3 },
};

/** Name of the mark for `setMark`. */
export const lookName = (criterion: Criterion, strength: Strength) => `${criterion}-${strength}`;

const LINE_STYLE = {
  certain: { single: 'solid', double: 'double' },
  probable: { single: 'dotted', double: 'dashed' },
} as const;

/**
 * Declarations of every look by mark name, for `addMarkLooks`.
 * @param marks `line` leaves the tint out
 */
export function markLooks(marks: 'tint' | 'line'): Record<string, string> {
  const looks: Record<string, string> = {};
  for (const criterion of CRITERIA) {
    for (const strength of STRENGTHS) {
      const { hue, lines, shape, thickness } = LOOKS[criterion];
      const line = `oklch(60% 0.19 ${hue})`;
      const tint =
        strength === 'certain' && marks === 'tint'
          ? `background-color: oklch(65% 0.19 ${hue} / 22%);`
          : '';
      looks[lookName(criterion, strength)] =
        `text-decoration: ${lines} ${LINE_STYLE[strength][shape]} ${thickness}px ${line}; ${tint}`;
    }
  }
  return looks;
}
