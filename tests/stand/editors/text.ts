/** What stands in every neighbour editor at the start, a paragraph each. */
export const PARAGRAPHS = [
  'Осуществляется проведение мероприятия сегодня.',
  'Ёлка 🎄 стоит в связи с праздником. Всё ещё осуществляется уборка.',
];

/** The neighbour editors by their address on the practice page. */
export const EDITORS = ['plain', 'textarea', 'draft', 'lexical', 'prosemirror', 'quill'] as const;
export type EditorName = (typeof EDITORS)[number];

declare global {
  interface Window {
    /** The text by the editor's own model, paragraphs joined by a line feed. */
    model(): string;
  }
}
