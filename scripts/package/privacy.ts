import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ROOT } from '../project';

const manifestSchema = z.object({
  permissions: z.optional(z.array(z.string())),
  optional_permissions: z.optional(z.array(z.string())),
  host_permissions: z.optional(z.array(z.string())),
});

/**
 * Permissions and hosts that a manifest asks for and a text about privacy does not explain, and permissions
 * that the text explains though nothing asks for them.
 */
export function unexplainedIn(manifest: z.infer<typeof manifestSchema>, text: string): string[] {
  const { permissions: given = [], optional_permissions = [], host_permissions = [] } = manifest;
  const permissions = [...given, ...optional_permissions];
  const explained = [...text.matchAll(/^\| `(\w+)` \| (?=\S)/gm)].map(([, name = '']) => name);
  const hosts = host_permissions.map((pattern) => pattern.replace(/^https:\/\/|\/\*$/g, ''));
  return [
    ...permissions.filter((name) => !explained.includes(name)),
    ...explained.filter((name) => !permissions.includes(name)),
    ...hosts.filter((host) => !text.includes(`\`${host}\``)),
  ];
}

/** What the built extension in `folder` may do without an explanation in either language. */
export function unexplainedBuilt(folder: string): string[] {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
  );
  return ['privacy.md', 'privacy.en.md'].flatMap((name) => {
    const text = readFileSync(join(ROOT, 'docs', name), 'utf8');
    return unexplainedIn(manifest, text).map((what) => `docs/${name}: ${what}`);
  });
}
