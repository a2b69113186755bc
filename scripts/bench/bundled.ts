import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { CACHE, ROOT } from '../project';

/**
 * Loads a module of this folder as it would be shipped: one bundle. The loader of the scripts keeps the name
 * of each function by a call wherever one is made, which the extension does not, and which takes a third of
 * the time of code as dense with closures as the draft check.
 * @param file its path in the project
 */
export async function importBundled<Module>(file: string): Promise<Module> {
  mkdirSync(CACHE, { recursive: true });
  const outfile = join(CACHE, `${file.replaceAll('/', '-').replace(/\.ts$/u, '')}.mjs`);
  await build({
    entryPoints: [join(ROOT, file)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
  });
  return (await import(pathToFileURL(outfile).href)) as Module;
}
