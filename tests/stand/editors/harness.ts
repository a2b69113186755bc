import { fieldOf } from '../../../lib/page/draft/field-of';
import { replaceText } from '../../../lib/page/draft/replace';

/** What a test asks of the draft check in the isolated world of a neighbour's page. */
export interface Harness {
  text(): string;
  selection(): { start: number; end: number } | null;
  select(start: number, end: number): boolean;
  replace(words: string, replacement: string): Promise<string>;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const layer = document.createElement('div');
document.documentElement.append(layer);

function field() {
  const editor = document.querySelector('[contenteditable="true"], textarea');
  const found = editor && fieldOf(editor, layer);
  if (!found) throw new Error('no editor on the page');
  return found;
}

window.harness = {
  text: () => field().read(),
  selection() {
    const at = field();
    at.read();
    return at.selection();
  },
  select(start, end) {
    const at = field();
    at.read();
    return at.select({ start, end });
  },
  replace(words, replacement) {
    const at = field();
    const start = at.read().indexOf(words);
    return replaceText(at, { start, end: start + words.length }, words, replacement);
  },
};
