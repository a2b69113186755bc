import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { EDITORS } from './text';

/** The practice page with neighbour editors, each at an address of its own: `/lexical`. */
export interface EditorStand {
  origin: string;
  /** Script that puts the draft check into the page's isolated world, as the extension does. */
  harness: string;
  close(): Promise<void>;
}

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const SCRIPTS: Readonly<Record<(typeof EDITORS)[number], string>> = {
  plain: 'plain.ts',
  textarea: 'textarea.tsx',
  draft: 'draft.tsx',
  lexical: 'lexical.ts',
  prosemirror: 'prosemirror.ts',
  quill: 'quill.ts',
};

async function bundle(entryPoints: Record<string, string>): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    outdir: 'out',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    alias: {
      'wxt/utils/storage': file('memory-storage.ts'),
      'wxt/browser': file('no-browser.ts'),
    },
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]));
}

const html = (name: string) => `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"></head><body><script src="/${name}.js"></script></body></html>`;

/** Bundles the editors and serves them on a free port of this machine. */
export async function serveEditors(): Promise<EditorStand> {
  const pages = Object.entries(SCRIPTS).map(([name, script]) => [name, file(`page/${script}`)]);
  const assets = await bundle({
    ...Object.fromEntries(pages),
    page: file('page/page.css'),
    harness: file('harness.ts'),
  });
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1).replace(/\?.*$/, '');
    const asset = assets.get(name);
    const known = EDITORS.some((editor) => editor === name);
    const type = name.endsWith('.css') ? 'css' : asset === undefined ? 'html' : 'javascript';
    response.writeHead(asset !== undefined || known ? 200 : 404, {
      'content-type': `text/${type}; charset=utf-8`,
    });
    response.end(asset ?? (known ? html(name) : ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    harness: assets.get('harness.js') ?? '',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
