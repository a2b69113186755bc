/** The longest post by weight. */
export const MOST_WEIGHT = 280;

/** Letters of these code points weigh one, all others two (the network's published rule). */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4_351],
  [8_192, 8_205],
  [8_208, 8_223],
  [8_242, 8_247],
];
/** Every address weighs the same, however long. */
const ADDRESS_WEIGHT = 23;
const ADDRESS = /https?:\/\/\S+|\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:\/\S*)?/gu;
const PICTURE = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/gu;

const weightOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  return LIGHT.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
};

/** How much of a post's room a text takes. */
export function textWeight(text: string): number {
  let weight = 0;
  const rest = text
    .normalize('NFC')
    .replace(ADDRESS, () => {
      weight += ADDRESS_WEIGHT;
      return '';
    })
    .replace(PICTURE, () => {
      weight += 2;
      return '';
    });
  for (const letter of rest) weight += weightOf(letter);
  return weight;
}
