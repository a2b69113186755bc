/** Characters that the site's editors draw as pictures. */
const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/u;

const pictureOf = (emoji: string) =>
  `<img class="emoji" alt="${emoji}" src="/drawings/emoji/${emoji.codePointAt(0)?.toString(16)}.svg" width="16">`;

/**
 * The scripts of the site's editors that run over what is typed: an emoji becomes a picture, pasted
 * text comes without its looks. They use the browser's own editing, so that undo goes on working.
 */
export function installInputScripts(editor: HTMLElement): void {
  let busy = false;
  editor.addEventListener('input', (event) => {
    const { isComposing, inputType } = event as InputEvent;
    if (busy || isComposing || inputType === 'historyUndo') return;
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const found = EMOJI.exec((node as Text).data);
      if (!found) continue;
      const selection = getSelection();
      selection?.setBaseAndExtent(node, found.index, node, found.index + found[0].length);
      busy = true;
      document.execCommand('insertHTML', false, pictureOf(found[0]));
      busy = false;
      return;
    }
  });
  editor.addEventListener('paste', (event) => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  });
}

/** What was written, without the white space around it. */
export const writtenIn = (editor: Node): string =>
  linesIn(editor)
    .replaceAll('\u00a0', ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** What stands in an editor: pictures of emoji as characters, blocks and breaks as ends of lines. */
export function linesIn(editor: Node): string {
  let text = '';
  const read = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) text += node.data;
      else if (node instanceof HTMLImageElement) text += node.alt;
      else if (node instanceof HTMLBRElement) text += '\n';
      else {
        const isLine = node instanceof HTMLDivElement || node instanceof HTMLParagraphElement;
        // A block begins a line, unless it is an empty one's only break that already did.
        if (isLine && text !== '' && !text.endsWith('\n')) text += '\n';
        const before = text.length;
        read(node);
        if (isLine && text.length === before) text += '\n';
      }
    }
  };
  read(editor);
  return text;
}
