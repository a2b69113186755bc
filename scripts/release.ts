/**
 * Makes what the stores ask for, in `release/`: the archives of both browsers, the sources, the words and
 * the pictures. Everything is checked first; what is wrong is told at once, and then nothing is made.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod/mini';
import { lintFirefox } from './lint-firefox';
import { archivesFrom, archivesIn, compareArchives, sha256 } from './package/archives';
import { faultsOf } from './package/contents';
import {
  LISTING_LOCALES,
  type Listing,
  type ListingLocale,
  listingFaults,
  listingIn,
  permissionReasons,
} from './package/listing';
import { isNoticeRight } from './package/notice';
import { unexplainedBuilt } from './package/privacy';
import { topOfChangelog, versionFaults } from './package/versions';
import { EXTENSION, FIREFOX_EXTENSION, ROOT, zipExtension } from './project';
import { takeStorePictures } from './release/store-pictures';

const FOLDER = join(ROOT, 'release');
const versioned = z.object({ version: z.string() });
const say = (text: string) => process.stdout.write(`${text}\n`);
const versionIn = (path: string) => versioned.parse(JSON.parse(readFileSync(path, 'utf8'))).version;

/** Ends the release with what is wrong. */
class Faulty extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}
const refuse = (title: string, faults: readonly string[]) => {
  say(`${faults.length === 0 ? '✓' : '✗'} ${title}`);
  if (faults.length > 0) throw new Faulty(faults);
};

/** Files that differ from the last commit, or are not in it. */
function uncommitted(): string[] {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) return ['нужен git: выпуск делается из сохранённого состояния'];
  return stdout.split('\n').filter((line) => line !== '');
}

/** Builds the archives of both browsers, and the sources beside Firefox's. */
async function build(): Promise<void> {
  mkdirSync(join(ROOT, '.output'), { recursive: true });
  for (const name of readdirSync(join(ROOT, '.output')).filter((one) => one.endsWith('.zip')))
    rmSync(join(ROOT, '.output', name));
  for (const browser of ['chrome', 'firefox'] as const)
    if ((await zipExtension(browser)) !== 0) throw new Faulty([`архив для ${browser} не собрался`]);
}

/** The archive of the sources that WXT has made. */
function sourcesArchive(): { name: string; bytes: Uint8Array } {
  const name = readdirSync(join(ROOT, '.output')).find((one) => one.endsWith('-sources.zip'));
  if (!name) throw new Faulty(['нет архива исходников']);
  return { name, bytes: readFileSync(join(ROOT, '.output', name)) };
}

/** Whether the sources as a store gets them give the very archives that it gets. */
function buildsTheSame(sources: Uint8Array): boolean {
  const place = mkdtempSync(join(tmpdir(), 'vakhta-release-'));
  try {
    for (const [path, bytes] of Object.entries(unzipSync(sources))) {
      if (path.endsWith('/')) continue;
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    return compareArchives(archivesIn(ROOT), archivesFrom(place), say);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What is put into the fields of a store's form. */
function listingText(listing: Listing, locale: ListingLocale): string {
  const { name, summary, description, purpose, firefoxNotes } = listing;
  return [
    name,
    summary,
    description,
    purpose,
    permissionReasons(locale).join('\n'),
    firefoxNotes,
  ].join(`\n\n${'-'.repeat(60)}\n\n`);
}

async function release(): Promise<void> {
  refuse('Всё сохранено в git', uncommitted());
  const listings = LISTING_LOCALES.map((locale) => ({ locale, listing: listingIn(locale) }));
  refuse(
    'Тексты для магазинов',
    listings.flatMap(({ locale, listing }) =>
      listingFaults(listing).map((fault) => `listing.${locale}.md: ${fault}`),
    ),
  );
  const changelog = topOfChangelog(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'));
  const version = versionIn(join(ROOT, 'package.json'));
  refuse(
    'Версия в CHANGELOG',
    versionFaults({ package: version, changelog: changelog?.version ?? null, manifests: {} }),
  );

  await build();
  refuse(
    'Версия в манифестах',
    versionFaults({
      package: version,
      changelog: version,
      manifests: {
        'манифест Chromium': versionIn(join(EXTENSION, 'manifest.json')),
        'манифест Firefox': versionIn(join(FIREFOX_EXTENSION, 'manifest.json')),
      },
    }),
  );
  refuse('Состав сборки', [EXTENSION, FIREFOX_EXTENSION].flatMap(faultsOf));
  refuse('Разрешения объяснены', unexplainedBuilt(EXTENSION));
  refuse('Лицензии', isNoticeRight() ? [] : ['NOTICE отстал от сборки: запустите npm run notice']);
  refuse('Проверка Mozilla', (await lintFirefox(say)) ? [] : ['смотрите выше']);
  const sources = sourcesArchive();
  refuse(
    'Исходники дают те же архивы',
    buildsTheSame(sources.bytes) ? [] : ['архивы из исходников другие'],
  );

  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'pictures'), { recursive: true });
  const archives = new Map([...archivesIn(ROOT), [sources.name, sources.bytes]]);
  for (const [name, bytes] of archives) writeFileSync(join(FOLDER, name), bytes);
  writeFileSync(
    join(FOLDER, 'SHA256SUMS'),
    [...archives].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join(''),
  );
  for (const { locale, listing } of listings)
    writeFileSync(join(FOLDER, `listing.${locale}.txt`), `${listingText(listing, locale)}\n`);
  await takeStorePictures(join(FOLDER, 'pictures'), say);
  say(`\nГотово: release/, версия ${version}.`);
  if (!changelog?.dated) say(`Напоминание: у ${version} в CHANGELOG.md нет дня выпуска.`);
}

release().catch((error: unknown) => {
  if (error instanceof Faulty) for (const fault of error.faults) say(`  ${fault}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  say('Выпуск не собран.');
  process.exitCode = 1;
});
