/**
 * Looks of the marks in a draft. Waves are used nowhere else: comments are marked by straight lines.
 * A remark with a ready replacement has a thick wave and a tint, advice a thin wave alone, so colour
 * is never the only carrier. The hue keeps 3:1 on white and on the networks' dark sheets.
 */
export const FIX = 'style-fix';
export const ADVICE = 'style-advice';
/** The remark whose card is open. */
export const CURRENT = 'style-current';
export const STYLE_MARKS = [FIX, ADVICE, CURRENT] as const;

const HUE = 'oklch(60% 0.17 275)';

/** Declarations by mark name, for `addMarkLooks`. */
export function draftLooks(forcedColours: boolean): Record<string, string> {
  const line = forcedColours ? 'CanvasText' : HUE;
  const wave = (thickness: number) =>
    `text-decoration: underline wavy ${thickness}px ${line}; text-decoration-skip-ink: none;`;
  return {
    [FIX]: `${wave(1.5)} ${forcedColours ? '' : 'background-color: oklch(60% 0.17 275 / 10%);'}`,
    [ADVICE]: wave(1),
    [CURRENT]: forcedColours
      ? 'background-color: Highlight; color: HighlightText;'
      : 'background-color: oklch(60% 0.17 275 / 26%);',
  };
}
