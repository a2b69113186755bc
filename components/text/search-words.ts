/** A text as it is searched: without case, «ё» as «е». */
export const foldedText = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/**
 * Makes the test of a text for all words of a search, in any order; an empty search lets all through.
 * @param search as it was typed
 */
export function wordSearch(search: string): (text: string) => boolean {
  const words = foldedText(search).split(/\s+/).filter(Boolean);
  return (text) => {
    if (words.length === 0) return true;
    const folded = foldedText(text);
    return words.every((word) => folded.includes(word));
  };
}
