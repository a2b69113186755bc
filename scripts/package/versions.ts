/** The version that the top section of a changelog is about, and whether its day is told. */
export function topOfChangelog(text: string): { version: string; dated: boolean } | null {
  const [, version, rest = ''] = /^## (\d+\.\d+\.\d+)(.*)$/m.exec(text) ?? [];
  return version === undefined ? null : { version, dated: /\d{4}-\d\d-\d\d/.test(rest) };
}

/** Where the version is told, and what is told there. */
export interface Versions {
  package: string;
  changelog: string | null;
  /** By browser. */
  manifests: Readonly<Record<string, string>>;
}

/** Places that tell another version than package.json, in Russian. */
export function versionFaults({ package: wanted, changelog, manifests }: Versions): string[] {
  const told = { 'CHANGELOG.md': changelog ?? 'ничего', ...manifests };
  return Object.entries(told)
    .filter(([, version]) => version !== wanted)
    .map(([place, version]) => `${place}: ${version}, а в package.json ${wanted}`);
}
