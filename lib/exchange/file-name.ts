/** Signs that Windows, macOS or Linux refuse in a name, and those that would hide its end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const REFUSED = /[\\/:*?"<>|\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Names that belong to Windows, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 100;

/**
 * A name that every system takes: `<title> <day>.<extension>`.
 * @param day `YYYY-MM-DD`
 */
export function safeFileName(title: string, day: string, extension: string): string {
  const clean = title
    .toWellFormed()
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = Array.from(clean).slice(0, LONGEST).join('').trim();
  const name = short === '' || DEVICE.test(short) ? `vakhta ${short}`.trim() : short;
  return `${name} ${day}.${extension}`;
}
