// `npm run new <kind> <id>`: makes a thing of the kind with its test, its example and its line in every
// list and in the catalogue. What it makes compiles and passes the tests; what it says is written then.
import { KINDS } from './new/kinds';
import { CannotMake, makeNew } from './new/make';
import { ROOT, runTool } from './project';

const USAGE = `npm run new <kind> <id>\n${Object.entries(KINDS)
  .map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  .join('\n')}\n`;

const [name = '', id = ''] = process.argv.slice(2);
const kind = KINDS[name];
if (!kind || id === '') {
  process.stderr.write(USAGE);
  process.exit(2);
}
try {
  const paths = makeNew(ROOT, kind, id);
  const sources = paths.filter((path) => /\.tsx?$/.test(path));
  for (const [tool = '', ...args] of [
    ['biome', 'check', '--write', ...sources],
    ...(kind.after ?? []),
  ])
    process.exitCode ||= await runTool(tool, args);
  process.stdout.write(
    `${paths.join('\n')}\n\nNext:\n${kind.next.map((step) => `- ${step}\n`).join('')}`,
  );
} catch (error) {
  if (!(error instanceof CannotMake)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
