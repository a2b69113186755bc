import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Code,
  CopyButton,
  Group,
  Menu,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconCopy,
  IconFileUnknown,
  IconScale,
} from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NetworkId } from '../../lib/networks/hosts';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { changesTo } from '../../lib/registry/projection';
import type { LedgerEntry } from '../../lib/registry/schema';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { ErasePerson } from '../offenders/ErasePerson';
import { PaneSteps } from '../pane/PaneSteps';
import { SidePane } from '../pane/SidePane';
import { amendOf, undoOf } from '../record/append';
import { useAccountName } from '../record/use-account-name';
import { useAppend } from '../record/use-append';
import { CriterionBadge } from '../text/CriterionBadge';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import shared from '../text/text.module.css';
import { Moment } from '../time/Moment';
import { addressOf } from './address';
import { CaseMenu } from './CaseMenu';
import { Ground } from './Ground';
import { KIND_ICONS } from './kinds';
import classes from './log.module.css';

interface Props {
  id: string;
  onClose(): void;
  /** Go to the row before and after; absent at the ends of the list. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

interface Evidence {
  row: LogRow;
  entry: LedgerEntry | undefined;
  /** Later entries that speak of this one, oldest first. */
  changes: LedgerEntry[];
}

function useEvidence(id: string): Evidence | null | undefined {
  return useLiveQuery(async () => {
    const registry = openRegistry();
    const row = await registry.log.get(id);
    if (!row) return null;
    return {
      row,
      entry: await registry.entries.get(id),
      changes: await changesTo(registry, id),
    };
  }, [id]);
}

/** One entry with its evidence and everything that can still be done about it. */
export function EntryView({ id, onClose, onPrevious, onNext }: Props) {
  const { messages } = useApp();
  const words = messages.log.entry;
  const evidence = useEvidence(id);
  return (
    <SidePane
      label={words.label}
      title={words.title}
      onClose={onClose}
      tools={<PaneSteps words={words} onPrevious={onPrevious} onNext={onNext} />}
    >
      {evidence === null && (
        <EmptyState icon={IconFileUnknown} title={words.missing} hint={words.missingHint} />
      )}
      {evidence && <EvidenceOf {...evidence} />}
    </SidePane>
  );
}

function EvidenceOf({ row, entry, changes }: Evidence) {
  const { messages } = useApp();
  const words = messages.log.entry;
  const Icon = KIND_ICONS[row.kind];
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Badge
          size="lg"
          radius="sm"
          variant="light"
          color={row.undone ? 'gray' : 'petrol'}
          tt="none"
          leftSection={Icon && <Icon size={15} aria-hidden="true" />}
        >
          {messages.common.kind[row.kind]}
        </Badge>
        {row.undone && (
          <Badge size="lg" radius="sm" variant="outline" color="gray" tt="none">
            {messages.log.undone}
          </Badge>
        )}
        <Text c="dimmed" size="sm">
          <Moment time={row.time} focusable />
        </Text>
      </Group>

      {row.text !== '' && (
        <section aria-label={words.text}>
          <Label>{words.text}</Label>
          <blockquote
            className={`${shared.quote} ${classes.quote}`}
            data-undone={row.undone || undefined}
          >
            <MarkedText text={row.text} findings={row.findings} />
          </blockquote>
        </section>
      )}
      {row.note !== '' && (
        <section>
          <Label>{words.note}</Label>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{row.note}</Text>
        </section>
      )}
      <Findings row={row} />
      <Facts row={row} />
      <Deeds row={row} />
      <Ledger entry={entry} changes={changes} />
      {row.authorKey !== '' && row.authorUrl !== '' && (
        <div>
          <ErasePerson author={row.authorKey} />
        </div>
      )}
    </Stack>
  );
}

function Findings({ row }: { row: LogRow }) {
  const { messages } = useApp();
  const words = messages.log.entry;
  if (row.kind === 'note' || row.text === '') return null;
  return (
    <section>
      <Label>{words.findings}</Label>
      {row.findings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noFindings}
        </Text>
      ) : (
        <ul className={classes.findings}>
          {row.findings.map((finding) => (
            <li key={`${finding.rule}:${finding.start}`}>
              <Group gap={6}>
                <CriterionBadge criterion={finding.criterion} strength={finding.strength} />
                <Text size="sm" c="dimmed">
                  {words.strength[finding.strength]}
                </Text>
              </Group>
              <Text size="sm">
                «{row.text.slice(finding.start, finding.end)}» — {finding.why}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ row }: { row: LogRow }) {
  const { messages } = useApp();
  const words = messages.log.entry;
  return (
    <dl className={shared.facts}>
      <Fact name={words.ground}>
        {row.ground === null && row.criterion === null ? words.noGround : <Ground {...row} />}
        {row.amended && (
          <Text span size="xs" c="dimmed">
            {' '}
            {messages.log.amended}
          </Text>
        )}
      </Fact>
      <Fact name={words.author}>
        <Outside href={row.authorUrl}>{row.author || messages.log.noAuthor}</Outside>
        {row.authorKey !== '' && (
          <div>
            <Anchor component={Link} size="sm" href={addressOf({ author: row.authorKey })}>
              {words.history}
            </Anchor>
          </div>
        )}
      </Fact>
      <Fact name={row.subject ? words.message : words.comment}>
        {row.permalink === '' ? '—' : <Outside href={row.permalink}>{words.open}</Outside>}
      </Fact>
      {row.commentTime !== '' && (
        <Fact name={words.written}>
          <Moment time={row.commentTime} focusable />
        </Fact>
      )}
      <Fact name={messages.screen.network}>
        {messages.common.network[row.network]}
        {row.account !== '' && <AccountName network={row.network} owner={row.account} />}
      </Fact>
      <Fact name={words.operator}>{row.operator || words.noOperator}</Fact>
      <Fact name={words.origin}>{words.origins[row.origin]}</Fact>
    </dl>
  );
}

function AccountName({ network, owner }: { network: NetworkId; owner: string }) {
  return ` · ${useAccountName(network, owner)}`;
}

function Deeds({ row }: { row: LogRow }) {
  const { locale, messages, profile, settings } = useApp();
  const words = messages.log.entry;
  const append = useAppend();
  if (row.undone) return null;
  return (
    <Group gap="xs">
      {row.kind !== 'note' && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconScale size={16} aria-hidden="true" />}>
              {words.amend}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {profile.grounds.map((ground) => (
              <Menu.Item
                key={ground.id}
                disabled={ground.id === row.ground}
                onClick={() =>
                  void append(amendOf(row, ground, settings.operator, Date.now()), words.amendedNow)
                }
              >
                {ground.title[locale]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Tooltip
        label={words.undoHint}
        multiline
        maw={280}
        events={{ hover: true, focus: true, touch: false }}
      >
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
          onClick={() => void append(undoOf(row, settings.operator, Date.now()), words.undoneNow)}
        >
          {words.undo}
        </Button>
      </Tooltip>
    </Group>
  );
}

function Ledger({ entry, changes }: Pick<Evidence, 'entry' | 'changes'>) {
  const { locale, messages, profile } = useApp();
  const words = messages.log.entry;
  if (!entry) return null;
  const ground = (id: string | null) =>
    profile.grounds.find((one) => one.id === id)?.title[locale] ?? id ?? words.noGround;
  return (
    <section className={classes.ledger}>
      {changes.length > 0 && (
        <>
          <Label>{words.changes}</Label>
          <ul className={classes.changes}>
            {changes.map((change) => (
              <li key={change.id}>
                <Moment time={change.time} />
                {' — '}
                {change.kind === 'undo'
                  ? words.becameUndone
                  : words.becameAmended(ground(change.ground))}
                {change.operator !== '' && `, ${change.operator}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Label>{words.ledger}</Label>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {words.position(entry.seq)}
        </Text>
        <Code className={classes.hash} title={`${words.hash}: ${entry.hash}`}>
          {entry.hash}
        </Code>
        <CopyButton value={entry.hash}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={copied ? words.copied : words.copyHash}
              onClick={copy}
            >
              {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
            </ActionIcon>
          )}
        </CopyButton>
      </Group>
      <CaseMenu id={entry.id} />
    </section>
  );
}

function Label({ children }: { children: ReactNode }) {
  return (
    <Title order={3} className={classes.label}>
      {children}
    </Title>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
