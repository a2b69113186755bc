import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generate } from 'selfsigned';
import type { NetworkId } from '../../lib/networks/hosts';
import { drawing } from './drawings';
import { instagramSite } from './instagram/site';
import { okSite } from './ok/site';
import type { Site } from './site';
import { vkSite } from './vk/site';
import { xSite } from './x/site';

/** The practice pages, served for the real hosts from this machine. */
export interface Stand {
  port: number;
  /** Value of Chromium's `--host-resolver-rules`: the networks' hosts lead here. */
  resolverRules: string;
  close(): Promise<void>;
}

const SITES_OF = {
  vk: vkSite,
  ok: okSite,
  instagram: instagramSite,
  x: xSite,
} satisfies Record<NetworkId, Site>;
/** The practice pages of every network. */
const SITES: readonly Site[] = Object.values(SITES_OF);
const HOSTS = SITES.flatMap(({ hosts }) => hosts);
/** As strict as the networks' own: no inline script or style of the page gets through. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** Bundles the pages' scripts; keys are addresses, e.g. `/assets/vk/desktop.js`. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(
      SITES.flatMap(({ network, pages }) =>
        Object.entries(pages).map(([name, script]) => [
          `${network}/${name}`,
          fileURLToPath(script),
        ]),
      ),
    ),
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    outdir: '/assets',
    // The real editors and React ask for it.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'warning',
  });
  return new Map(
    outputFiles.map((file) => [
      `/assets/${file.path.split(/[\\/]/).slice(-2).join('/')}`,
      file.text,
    ]),
  );
}

const metaOf = (preview: Record<string, string> | null | undefined) =>
  Object.entries(preview ?? {})
    .map(([name, content]) => `<meta property="og:${name}" content="${content}">`)
    .join('');

const html = (page: string, hasStyle: boolean, meta: string, version: string) => `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${meta}
<title>Учебная площадка</title><link rel="icon" href="/drawings/avatar/-100.svg">${hasStyle ? `<link rel="stylesheet" href="/assets/${page}.css?${version}">` : ''}</head>
<body><script src="/assets/${page}.js?${version}"></script></body></html>`;

/** Starts the practice pages on a free port of this machine, with a certificate made for this run. */
export async function startStand(): Promise<Stand> {
  const [assets, certificate] = await Promise.all([
    bundle(),
    generate([{ name: 'commonName', value: 'vakhta practice pages' }], {
      extensions: [
        { name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2, value })) },
      ],
    }),
  ]);
  // What a browser has kept of an earlier run is not taken for this one's.
  const version = Date.now().toString(36);
  const server = createServer(
    { key: certificate.private, cert: certificate.cert },
    (request, response) => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      const { pathname, searchParams } = new URL(
        request.url ?? '/',
        `https://${host || 'localhost'}`,
      );
      const send = (status: number, type: string, body: string, keeps = false) => {
        response.writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          // A page of the practice thread asks for half a hundred pictures, and a run opens hundreds of pages.
          'cache-control': keeps ? 'max-age=86400, immutable' : 'no-store',
          ...(searchParams.get('csp') === '0' ? {} : { 'content-security-policy': POLICY }),
        });
        response.end(body);
      };
      const site = SITES.find(({ hosts }) => hosts.includes(host));
      if (!site) return send(404, 'text/plain', 'unknown host');
      const asset = assets.get(pathname);
      if (asset)
        return send(200, pathname.endsWith('.css') ? 'text/css' : 'text/javascript', asset, true);
      const picture = drawing(pathname);
      if (picture) return send(200, 'image/svg+xml', picture, true);
      const name = site.pageAt(host, pathname);
      const page = `${site.network}/${name}`;
      if (name)
        return send(
          200,
          'text/html',
          html(
            page,
            assets.has(`/assets/${page}.css`),
            metaOf(site.previewAt?.(pathname)),
            version,
          ),
        );
      response.writeHead(302, { location: site.home });
      response.end();
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    resolverRules: HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(','),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
