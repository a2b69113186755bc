import { messagesOf } from '../../lib/i18n';
import { isExample } from '../../lib/registry/database';

/** Nobody must take a file of invented records for a real one. */
function nameOf(file: File): string {
  if (!isExample()) return file.name;
  const { title } = messagesOf(document.documentElement.lang === 'en' ? 'en' : 'ru').example;
  return `${title} — ${file.name}`;
}

/** Gives a file to the browser's own download. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = nameOf(file);
  link.click();
  // The browser has taken the blob once the click is through; a minute covers a slow disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
