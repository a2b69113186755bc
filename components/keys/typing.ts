const TEXT_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);
/** Inputs on which letters do nothing. */
const DEAF_INPUTS = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit', 'image']);

/** True where letters are typed or choose, so that Vakhta's keys must be silent. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !DEAF_INPUTS.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    TEXT_ROLES.has(target.getAttribute('role') ?? '') ||
    target.closest('[role=menu], [role=listbox], [role=dialog]') !== null
  );
}
