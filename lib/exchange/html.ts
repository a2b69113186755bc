/** Markup that is already safe: made by `html` alone. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | null | readonly Part[];

const MEANING: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function shown(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(shown).join('');
  return String(part).replace(/[&<>"']/g, (sign) => MEANING[sign] ?? sign);
}

/**
 * Markup from a template. Whatever is put in is text, in elements and in quoted attributes alike; only
 * what `html` itself made goes in as markup. An address needs `webAddress` besides.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.map((piece, place) => piece + shown(parts[place] ?? null)).join(''));
}

/** An address that may stand in `href`: of the web only, never a script; null for any other. */
export function webAddress(address: string): string | null {
  return /^https?:\/\//i.test(address) ? address : null;
}
