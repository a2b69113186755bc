/**
 * Text of a file's bytes: UTF-8, UTF-16 with its mark, else windows-1251 as Russian spreadsheets save
 * it. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  let text: string;
  try {
    text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (utf16) return null;
    text = new TextDecoder('windows-1251').decode(bytes);
  }
  // A picture or an archive has zero bytes; a text has none.
  return text.includes('\0') ? null : text;
}

/** An apostrophe that our own writer puts before what a spreadsheet would run. */
const GUARDED = /^'(?=\s*[=+\-@＝＋－＠\t\r])/;

/** A cell of a CSV file without the apostrophe that `csvLine` puts before what looks like a formula. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, '');
}
