/** Channels of a computed colour, 0–255; null for notations other than `rgb()`. */
function channels(colour: string): [number, number, number] | null {
  const match = /^rgba?\(\s*([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)/.exec(colour);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}

/**
 * Whether the editor's ink is light, so that it stands on a dark sheet. Networks have a theme of their
 * own that need not be the system's; null when the colour does not tell.
 */
export function isLightInk(colour: string): boolean | null {
  const rgb = channels(colour);
  if (!rgb) return null;
  const [red, green, blue] = rgb;
  // Luma of Rec. 601: enough to tell ink from paper.
  return 0.299 * red + 0.587 * green + 0.114 * blue > 127;
}
