import type { Field } from './field';
import { PlainField } from './plain-field';
import { RichField } from './rich-field';

/** Types of `<input>` that hold words. */
const TEXT_INPUTS = new Set(['text', 'search', '']);

/**
 * The editor as a field, or null when people do not write text into this element.
 * @param layer where the twin of a form field stands; asked for one alone
 */
export function fieldOf(element: Element, layer: () => HTMLElement): Field | null {
  if (element instanceof HTMLTextAreaElement) return new PlainField(element, layer());
  if (element instanceof HTMLInputElement)
    return TEXT_INPUTS.has(element.type) ? new PlainField(element, layer()) : null;
  return element instanceof HTMLElement && element.isContentEditable
    ? new RichField(element)
    : null;
}
