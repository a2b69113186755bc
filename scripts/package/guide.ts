import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { guideAnchor } from '../../lib/i18n/guide';
import { ROOT } from '../project';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#e1e6e8, #323b43); --key: light-dark(#f4f6f7, #1f262c); --link: light-dark(#05636c, #79bfc6); }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1.5rem 5rem; font: 16px/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: light-dark(#222b31, #e4e8ea); background: light-dark(#fff, #191f24); }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; font-size: 1.25rem; scroll-margin-top: 1rem; } h3 { font-size: 1.05rem; }
a { color: var(--link); } nav ul { padding-inline-start: 1.2rem; }
table { border-collapse: collapse; } th, td { padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
code { padding: 0.1em 0.35em; border-radius: 5px; background: var(--key); overflow-wrap: anywhere; }
`;

/**
 * The operators' guide as a page of the extension: readable without a network. Pictures stay in the
 * project, where the same screens are one press away, and links that lead out of the guide become words.
 */
export function guidePage(): string {
  const source = readFileSync(join(ROOT, 'docs/guide.ru.md'), 'utf8');
  const headings: string[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        if (depth === 2) headings.push(text);
        return `<h${depth} id="${guideAnchor(text)}">${text}</h${depth}>\n`;
      },
      image: () => '',
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        return href.startsWith('#') ? `<a href="${href}">${text}</a>` : text;
      },
    },
  });
  const body = marked.parse(source, { async: false });
  const list = headings
    .map((heading) => `<li><a href="#${guideAnchor(heading)}">${heading}</a></li>`)
    .join('');
  const [title = '', rest = ''] = body.split(/(?<=<\/h1>)/, 2);
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Руководство оператора — Вахта</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${title}
<nav aria-label="Разделы"><ul>${list}</ul></nav>
${rest}
</main>
</body>
</html>
`;
}
