import { Button, Group, Loader, Menu, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCopy, IconDownload, IconWorldUpload } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { v7 as uuidv7 } from 'uuid';
import { Link } from 'wouter';
import type { PublishedRegistry } from '../../lib/exchange/published/data';
import {
  PUBLISHED_FORMATS,
  type PublishedFormat,
  publishedFile,
} from '../../lib/exchange/published/files';
import { publishedFragment, publishedPage } from '../../lib/exchange/published/page';
import { dayInWords } from '../../lib/i18n/day';
import { openRegistry } from '../../lib/registry/database';
import { countChanges } from '../../lib/registry/published';
import { listSnapshots, type Snapshot } from '../../lib/registry/snapshots';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { useTell } from '../app/use-tell';
import { download } from '../files/download';
import { useDesk } from '../record/use-desk';
import { Moment } from '../time/Moment';
import { ChangesList } from './ChangesList';
import classes from './publish.module.css';
import { type Published, usePublished } from './use-published';

/** So many publications are listed. */
const SHOWN = 12;

/** A tab of the registry: the registry on its way to the official site: how it looks, what is new, files, and the mark. */
export function PublishTab() {
  const { messages, profile } = useApp();
  const words = messages.publish;
  const published = usePublished();
  const isEmpty = published?.registry.accounts.length === 0 && !published.last;
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <div>
          <Title order={2}>{words.title}</Title>
          <Text size="sm" c="dimmed" maw="44rem">
            {words.why(profile.publishing.clause)}
          </Text>
        </div>
        {published && !isEmpty && <Deeds registry={published.registry} />}
      </header>
      {!published && (
        <Group justify="center" p="xl">
          <Loader size="sm" type="dots" aria-label={messages.table.loading} />
        </Group>
      )}
      {isEmpty && (
        <EmptyState icon={IconWorldUpload} title={words.empty.title} hint={words.empty.hint}>
          <Button component={Link} href="/registry">
            {words.empty.link}
          </Button>
        </EmptyState>
      )}
      {published && !isEmpty && (
        <div className={classes.split}>
          {/* A scrolling place must take the keyboard even where nothing in it does. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <section className={classes.news} tabIndex={0} aria-label={words.changes}>
            <State {...published} />
            <ChangesList changes={published.registry.changes} />
            <History />
          </section>
          <Preview registry={published.registry} />
        </div>
      )}
    </div>
  );
}

/** Saving, copying and marking. */
function Deeds({ registry }: { registry: PublishedRegistry }) {
  const { locale, messages, settings } = useApp();
  const words = messages.publish;
  const apply = useDesk();
  const tell = useTell();
  const save = async (format: PublishedFormat) => {
    try {
      const file = await publishedFile(registry, format, locale);
      download(file);
      tell.done(words.saved(file.name));
    } catch (error) {
      console.error('Реестр не выгружен', error);
      tell.trouble(words.notSaved);
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(publishedFragment({ registry, locale }));
      tell.done(words.copied);
    } catch {
      tell.trouble(words.notCopied);
    }
  };
  const mark = () => {
    const now = Date.now();
    const snapshot: Snapshot = {
      id: uuidv7({ msecs: now }),
      revision: 1,
      time: new Date(now).toISOString(),
      operator: settings.operator,
      day: registry.asOf,
      accounts: registry.accounts,
    };
    void apply([{ table: 'snapshots', put: snapshot }], words.marked(registry.accounts.length));
  };
  return (
    <Group gap="xs" className={classes.deeds}>
      <Button
        variant="default"
        leftSection={<IconCopy size={16} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        {words.copy}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />}>
            {words.save}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PUBLISHED_FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => void save(format)}>
              {words.formats[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<IconCircleCheck size={16} aria-hidden="true" />} onClick={mark}>
        {words.mark}
      </Button>
    </Group>
  );
}

/** Whether the site shows what the registry holds. */
function State({ registry, last }: Published) {
  const { messages } = useApp();
  const words = messages.publish;
  const [before = '', after = ''] = words.last.was('\u0000', last?.operator ?? '').split('\u0000');
  const differences = registry.changes ? countChanges(registry.changes) : 0;
  return (
    <div>
      <Text fw={550} c={last && differences === 0 ? 'var(--vakhta-good)' : 'inherit'}>
        {!last && words.last.never}
        {last && (differences === 0 ? words.last.same : words.last.differs(differences))}
      </Text>
      {last && (
        <Text size="sm" c="dimmed">
          {before}
          <Moment time={last.time} focusable />
          {after}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        {words.private}
      </Text>
    </div>
  );
}

function History() {
  const { locale, messages } = useApp();
  const words = messages.publish;
  const snapshots = useLiveQuery(() => listSnapshots(openRegistry()), []);
  if (!snapshots?.length) return null;
  return (
    <section>
      <Title order={2}>{words.history}</Title>
      <ul className={classes.list}>
        {snapshots.slice(0, SHOWN).map(({ id, day, accounts, operator }) => (
          <li key={id}>{words.historyRow(dayInWords(day, locale), accounts.length, operator)}</li>
        ))}
        {snapshots.length > SHOWN && <li>{words.more(snapshots.length - SHOWN)}</li>}
      </ul>
    </section>
  );
}

/** The very page that goes to the site. */
function Preview({ registry }: { registry: PublishedRegistry }) {
  const { locale, messages } = useApp();
  const words = messages.publish;
  return (
    <figure className={classes.preview}>
      <figcaption>
        <Title order={2}>{words.preview}</Title>
      </figcaption>
      {/* Sandboxed: nothing in it may run or lead away. */}
      <iframe title={words.preview} sandbox="" srcDoc={publishedPage({ registry, locale })} />
    </figure>
  );
}
