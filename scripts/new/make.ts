import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Kind, Line } from './kinds';

const TEMPLATES = join(import.meta.dirname, 'templates');

/** What cannot be made, said for a person. */
export class CannotMake extends Error {
  override name = 'CannotMake';
}

/** The forms of a name that templates ask for. */
function formsOf(root: string, id: string): Readonly<Record<string, string>> {
  const words = id.split('-');
  const Name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const name = Name.charAt(0).toLowerCase() + Name.slice(1);
  const database = readFileSync(join(root, 'lib/registry/database.ts'), 'utf8');
  const versions = [...database.matchAll(/this\.version\((\d+)\)/g)].map(([, n]) => Number(n));
  return {
    id,
    Name,
    name,
    letter: Name.charAt(0),
    NAME: words.join('_').toUpperCase(),
    snake: words.join('_'),
    entry: words.length > 1 ? `'${id}': ${name}` : name,
    property: words.length > 1 ? `'${id}'` : id,
    month: new Date().toISOString().slice(0, 7),
    version: String(Math.max(...versions) + 1),
  };
}

const filled = (text: string, forms: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (whole, form: string) => forms[form] ?? whole);

/** Where a line goes, as an index into the lines of the file; -1 where its place is not found. */
function placeOf(lines: readonly string[], { before, below }: Line): number {
  const from = below === undefined ? 0 : lines.findIndex((line) => line.includes(below)) + 1;
  if (below !== undefined && from === 0) return -1;
  return lines.findIndex(
    (line, place) => place >= from && (line.startsWith(before) || line.trim().startsWith(before)),
  );
}

/**
 * Makes one thing: its files, and its line in every list that it stands in.
 * @param root folder of the project
 * @param id lower-case Latin words with hyphens
 * @returns paths that were written, relative to `root`
 * @throws CannotMake before anything is written
 */
export function makeNew(root: string, { files, lines }: Kind, id: string): string[] {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    throw new CannotMake(`«${id}» is no name: lower-case Latin letters, digits and hyphens`);
  const forms = formsOf(root, id);
  const written = new Map<string, string>();
  for (const [template, target] of Object.entries(files)) {
    const path = filled(target, forms);
    if (existsSync(join(root, path))) throw new CannotMake(`${path} is there already`);
    written.set(path, filled(readFileSync(join(TEMPLATES, template), 'utf8'), forms));
  }
  for (const line of lines) {
    const text = written.get(line.file) ?? readFileSync(join(root, line.file), 'utf8');
    const known = text.split('\n');
    const place = placeOf(known, line);
    if (place < 0) throw new CannotMake(`${line.file}: no place for «${filled(line.add, forms)}»`);
    known.splice(place, 0, filled(line.add, forms));
    written.set(line.file, known.join('\n'));
  }
  for (const [path, text] of written) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...written.keys()];
}
