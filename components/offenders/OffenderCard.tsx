import {
  Alert,
  Anchor,
  Button,
  Group,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconFileUnknown } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import { dottedDay } from '../../lib/i18n/day';
import { kindName } from '../../lib/i18n/kind-name';
import { VIOLATIONS } from '../../lib/registry/authors';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { NOTE_LIMIT } from '../../lib/registry/fields';
import { type OffenderRule, offenderOf } from '../../lib/registry/offenders';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { addressOf } from '../log/address';
import { Ground } from '../log/Ground';
import { SidePane } from '../pane/SidePane';
import { decisionOn } from '../record/append';
import { useAppend } from '../record/use-append';
import { isWeb, Outside } from '../text/Outside';
import shared from '../text/text.module.css';
import { Moment } from '../time/Moment';
import { BlacklistBadge } from './BlacklistBadge';
import { ErasePerson } from './ErasePerson';
import classes from './offenders.module.css';

/** A field that comes at the operator's wish takes the keyboard; the same function, so once. */
const focusOnce = (field: HTMLElement | null) => field?.focus();

/** So many rows are shown on the card. */
const SHOWN = 100;

interface Card {
  offender: NonNullable<ReturnType<typeof offenderOf>>;
  /** Newest first. */
  rows: readonly LogRow[];
}

/** Everything about one author; null when nothing stands against them. */
function useCard(key: string, { violations, since, today }: OffenderRule): Card | null | undefined {
  return useLiveQuery(async () => {
    const registry = openRegistry();
    const author = await registry.authors.get(key);
    const rows = await registry.log
      .where('[authorKey+time]')
      .between([key, ''], [key, '\uffff'])
      .reverse()
      .toArray();
    const offender = author && offenderOf(author, rows, { violations, since, today });
    return offender ? { offender, rows } : null;
  }, [key, violations, since, today]);
}

interface Props {
  /** `authorKey`. */
  id: string;
  rule: OffenderRule;
  onClose(): void;
}

/** One author: how they stand, what they did, what was decided and noted. */
export function OffenderCard({ id, rule, onClose }: Props) {
  const { messages } = useApp();
  const words = messages.offenders.card;
  const card = useCard(id, rule);
  const body = useRef<HTMLElement>(null);
  /** A form that goes takes the keyboard's place with it. */
  const comeBack = () => body.current?.focus();
  return (
    <SidePane
      label={words.label}
      title={card?.offender.name || messages.offenders.column.name}
      body={body}
      onClose={onClose}
    >
      {card === null && (
        <EmptyState icon={IconFileUnknown} title={words.missingTitle} hint={words.missingHint} />
      )}
      {card && (
        <Stack gap="lg">
          <Head {...card} />
          <Blacklist {...card} comeBack={comeBack} />
          <Notes {...card} comeBack={comeBack} />
          <History {...card} />
          {card.offender.url !== '' && (
            <div>
              <ErasePerson author={card.offender.key} onDone={onClose} />
            </div>
          )}
        </Stack>
      )}
    </SidePane>
  );
}

function Head({ offender }: Card) {
  const { messages, profile } = useApp();
  const words = messages.offenders.card;
  const { days, violations, clause } = profile.offenders;
  return (
    <Stack gap={6}>
      <Text>{words.counts(offender.recent, days, offender.violations)}</Text>
      <Group gap="md">
        <Text size="sm" c="dimmed">
          {messages.common.network[offender.network]}
        </Text>
        {isWeb(offender.url) && (
          <Outside href={offender.url} size="sm">
            {words.page}
          </Outside>
        )}
        <Anchor component={Link} href={addressOf({ author: offender.key })} size="sm">
          {words.inLog}
        </Anchor>
      </Group>
      {offender.state === 'due' && (
        <Alert
          mt="xs"
          color="orange"
          variant="light"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={words.suggestTitle}
          classNames={{ title: classes.badge ?? '' }}
        >
          {words.suggest(violations, days, clause)}
        </Alert>
      )}
    </Stack>
  );
}

function Blacklist({ offender, rows, comeBack }: Card & { comeBack(): void }) {
  const { messages } = useApp();
  const words = messages.offenders.card;
  const [deciding, setDeciding] = useState(false);
  const { ban, state } = offender;
  const listed = state === 'listed' || state === 'over';
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={3}>{words.blacklist}</Title>
        <BlacklistBadge {...offender} />
      </Group>
      {listed && ban && (
        <dl className={`${shared.facts} ${classes.small}`}>
          <dt>{words.listedSince}</dt>
          <dd>
            <Anchor component={Link} href={addressOf({ entry: ban.id })}>
              <Moment time={ban.time} />
            </Anchor>
          </dd>
          <dt>{words.ground}</dt>
          <dd>
            {ban.ground === null && ban.criterion === null ? words.noGround : <Ground {...ban} />}
          </dd>
          <dt>{words.untilFact}</dt>
          <dd>{ban.until ? dottedDay(ban.until) : words.unlimited}</dd>
          {ban.operator !== '' && (
            <>
              <dt>{words.by}</dt>
              <dd>{ban.operator}</dd>
            </>
          )}
        </dl>
      )}
      {listed && !ban && (
        <Text size="sm" c="dimmed">
          {words.erased}
        </Text>
      )}
      {state === 'over' && (
        <Text size="sm" mt="xs">
          {words.overHint}
        </Text>
      )}
      {rows.length > 0 &&
        (deciding ? (
          <DecisionForm
            listed={listed}
            offender={offender}
            rows={rows}
            onDone={() => {
              setDeciding(false);
              comeBack();
            }}
          />
        ) : (
          <Button
            mt="sm"
            variant={state === 'due' || state === 'over' ? 'filled' : 'default'}
            onClick={() => setDeciding(true)}
          >
            {listed ? words.lift : words.put}
          </Button>
        ))}
    </section>
  );
}

interface FormProps extends Card {
  listed: boolean;
  onDone(): void;
}

/** Puts the author on the blacklist with a ground and an end, or takes them off it. */
function DecisionForm({ listed, offender, rows, onDone }: FormProps) {
  const { locale, messages, profile, settings } = useApp();
  const words = messages.offenders.card;
  const append = useAppend();
  const base = rows.find(({ kind, undone }) => !undone && VIOLATIONS.has(kind)) ?? rows[0];
  const [ground, setGround] = useState<string | null>(base?.ground ?? null);
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const now = Date.now();
  const past = until !== '' && until < dayOf(now, profile.timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!base || past) return;
    const decision = decisionOn(
      base,
      {
        kind: listed ? 'unban' : 'ban',
        note: note.trim(),
        ground: profile.grounds.find(({ id }) => id === ground) ?? null,
        ...(listed || until === '' ? {} : { until }),
      },
      settings.operator,
      now,
    );
    void append(decision, (listed ? words.liftDone : words.putDone)(offender.name));
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="sm">
        {!listed && (
          <>
            <Select
              label={words.ground}
              data={profile.grounds.map(({ id, title }) => ({ value: id, label: title[locale] }))}
              value={ground}
              onChange={setGround}
              ref={focusOnce}
            />
            <TextInput
              type="date"
              label={words.untilField}
              description={words.untilHint}
              error={past ? words.pastDay : null}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </>
        )}
        <Textarea
          label={words.noteField}
          autosize
          minRows={2}
          maxLength={NOTE_LIMIT}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {listed ? words.liftHint : words.putHint}
        </Text>
        <Group gap="xs">
          <Button type="submit" disabled={past}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {messages.common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Notes({ rows, comeBack }: Card & { comeBack(): void }) {
  const { messages, settings } = useApp();
  const words = messages.offenders.card;
  const append = useAppend();
  const [text, setText] = useState<string | null>(null);
  const notes = rows.filter(({ kind, undone }) => kind === 'note' && !undone);
  const [base] = rows;
  const close = () => {
    setText(null);
    comeBack();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const note = text?.trim() ?? '';
    if (!base || note === '') return;
    const decision = decisionOn(
      base,
      { kind: 'note', note, ground: null },
      settings.operator,
      Date.now(),
    );
    void append(decision, words.noteDone);
    close();
  };
  if (!base) return null;
  return (
    <section>
      <Title order={3} className={classes.label}>
        {words.notes}
      </Title>
      <ul className={classes.rows}>
        {notes.slice(0, SHOWN).map(({ id, note, time, operator }) => (
          <li key={id}>
            <div className={classes.note}>
              {note}
              <Text size="xs" c="dimmed">
                <Moment time={time} />
                {operator !== '' && ` · ${operator}`}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      {text === null ? (
        <Button mt={4} variant="default" onClick={() => setText('')}>
          {words.addNote}
        </Button>
      ) : (
        <form onSubmit={submit}>
          <Textarea
            mt="xs"
            aria-label={words.noteField}
            autosize
            minRows={2}
            maxLength={NOTE_LIMIT}
            value={text}
            ref={focusOnce}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group gap="xs" mt="xs">
            <Button type="submit" disabled={text.trim() === ''}>
              {words.save}
            </Button>
            <Button variant="subtle" onClick={close}>
              {messages.common.cancel}
            </Button>
          </Group>
        </form>
      )}
    </section>
  );
}

/** What they did and what was decided, each with its evidence in the log. */
function History({ rows }: Card) {
  const { messages } = useApp();
  const words = messages.offenders.card;
  const deeds = rows.filter(({ kind }) => kind !== 'note');
  return (
    <section>
      <Title order={3} className={classes.label}>
        {words.history}
      </Title>
      <ol className={classes.rows}>
        {deeds.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <Link href={addressOf({ entry: row.id })} className={classes.deed ?? ''}>
              <span className={classes.deedHead}>
                <span>{row.undone ? messages.log.undone : kindName(messages, row)}</span>
                <span className={classes.quiet}>
                  <Moment time={row.time} />
                </span>
              </span>
              <span className={classes.text} data-undone={row.undone || undefined}>
                {row.text || row.note || <i className={classes.quiet}>{words.noText}</i>}
              </span>
              <Ground {...row} />
            </Link>
          </li>
        ))}
      </ol>
      {deeds.length > SHOWN && (
        <Text size="xs" c="dimmed" mt={6}>
          {words.more(SHOWN)}
        </Text>
      )}
    </section>
  );
}
