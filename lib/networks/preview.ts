import { readAccountLink } from './account-link';

/** What an account's page says of itself to whoever shares its address. */
export interface Preview {
  /** Plain text, at most 2,000 UTF-16 code units; empty where the page gives none. */
  description: string;
  hasPicture: boolean;
}

const DESCRIPTION_LIMIT = 2_000;

/** Open Graph (ogp.me), written into the document by the server: it does not follow a router. */
const valueIn = (document: Document, property: string): string =>
  document.querySelector(`meta[property="og:${property}"]`)?.getAttribute('content')?.trim() ?? '';

/**
 * Reads the page's own preview, where it is of the account at `url`; null where there is none or where
 * it speaks of another page. That something is missing in it proves nothing.
 */
export function previewOf(document: Document, url: URL): Preview | null {
  const own = readAccountLink(url.href);
  const told = readAccountLink(valueIn(document, 'url'));
  if (!own || told?.network !== own.network || told.key !== own.key) return null;
  return {
    description: valueIn(document, 'description').slice(0, DESCRIPTION_LIMIT),
    hasPicture: valueIn(document, 'image') !== '',
  };
}
