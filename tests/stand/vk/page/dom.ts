type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Builds an element. `true` gives an empty attribute, `false` and `null` none. The only way in which
 * the practice pages make markup: text can never become tags.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button with a label and what it does. */
export function button(
  label: string,
  onClick: (event: MouseEvent) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', onClick);
  return element;
}

const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/gu;

/** Text as the network shows it: emoji as images with `alt`, line breaks as `<br>`. */
export function richText(text: string): Node[] {
  const nodes: Node[] = [];
  text.split('\n').forEach((line, index) => {
    if (index > 0) nodes.push(h('br'));
    let end = 0;
    for (const match of line.matchAll(EMOJI)) {
      if (match.index > end) nodes.push(new Text(line.slice(end, match.index)));
      const code = match[0].codePointAt(0)?.toString(16);
      nodes.push(
        h('img', { class: 'emoji', alt: match[0], src: `/drawings/emoji/${code}.svg`, width: 16 }),
      );
      end = match.index + match[0].length;
    }
    if (end < line.length) nodes.push(new Text(line.slice(end)));
  });
  return nodes;
}

/** 1 комментарий, 2 комментария, 5 комментариев. */
export function plural(count: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules('ru').select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

/** Russian time of day for the comments and posts that appear while the page is open. */
export function timeNow(): string {
  const time = new Date().toLocaleTimeString('ru', { hour: 'numeric', minute: '2-digit' });
  return `сегодня в ${time}`;
}

/** What was written in a plain contenteditable, paragraphs as line breaks. */
export function writtenText(editor: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only the rendered text knows where paragraphs end
  return editor.innerText.replace(/\n{3,}/g, '\n\n').trim();
}
