import { Button, Group, Kbd, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { dottedDay } from '../../lib/i18n/day';
import type { Check } from '../../lib/registry/checks';
import { NOTE_LIMIT } from '../../lib/registry/fields';
import type { LastLook } from '../../lib/registry/last-looks';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { SidePane } from '../pane/SidePane';
import { isWeb, Outside } from '../text/Outside';
import { Moment } from '../time/Moment';
import classes from './checks.module.css';
import { PointBadge } from './PointBadge';
import { type AccountPoint, useLooks } from './use-points';

/** The answers in the order of their keys. */
export const RESULTS = ['yes', 'no', 'unknown'] as const satisfies readonly Check['result'][];

/** What the account's page showed after the last person looked. */
export function seenOnPage({ looks }: AccountPoint): LastLook | undefined {
  return looks[0]?.origin === 'page' ? looks[0] : undefined;
}

interface Props {
  /** Undefined when there is no such point any more. */
  point: AccountPoint | undefined;
  evidence: string;
  onEvidence(evidence: string): void;
  onAnswer(result: Check['result']): void;
  onClose(): void;
}

/** One point: what is asked, three answers, what was seen, and who looked before. */
export function PointCard({ point, evidence, onEvidence, onAnswer, onClose }: Props) {
  const { locale, messages } = useApp();
  const words = messages.checks.card;
  return (
    <SidePane
      label={words.label}
      title={point ? point.item.title[locale] : words.label}
      onClose={onClose}
    >
      {!point && (
        <EmptyState icon={IconFileUnknown} title={words.missing} hint={words.missingHint} />
      )}
      {point && (
        <>
          <Facts {...point} />
          {seenOnPage(point) && (
            <div>
              <Title order={3} mb={4}>
                {words.fromPage}
              </Title>
              <div className={classes.page}>
                {seenOnPage(point)?.evidence || words.results[seenOnPage(point)?.result ?? 'no']}
              </div>
            </div>
          )}
          <Textarea
            label={words.evidence}
            description={words.evidenceHint}
            autosize
            minRows={2}
            maxLength={NOTE_LIMIT}
            value={evidence}
            onChange={(event) => onEvidence(event.currentTarget.value)}
          />
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <Text component="legend" size="sm" fw={500} mb={6}>
              {words.question}
            </Text>
            <div className={classes.answers}>
              {RESULTS.map((result, place) => (
                <Button
                  key={result}
                  variant={result === 'yes' ? 'filled' : 'default'}
                  rightSection={
                    <Kbd size="xs" aria-hidden="true">
                      {place + 1}
                    </Kbd>
                  }
                  onClick={() => onAnswer(result)}
                >
                  {words.results[result]}
                </Button>
              ))}
            </div>
          </fieldset>
          <History key={point.id} point={point} />
        </>
      )}
    </SidePane>
  );
}

function Facts({ account, checklist, item, state, due }: AccountPoint) {
  const { locale, messages } = useApp();
  const words = messages.checks.card;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <PointBadge state={state} />
        <Text size="sm" c="dimmed">
          {words.every(item.everyDays)}
          {due !== null && `, ${words.due(dottedDay(due))}`}
        </Text>
      </Group>
      <Text fw={550}>{account.name}</Text>
      <Text size="sm" c="dimmed">
        {messages.common.network[account.network]}
        {account.bodyName !== '' && ` · ${account.bodyName}`}
      </Text>
      {isWeb(account.address) && (
        <Outside href={account.address} size="sm">
          {words.open}
        </Outside>
      )}
      <Text size="sm" c="dimmed">
        {words.clause(checklist.title[locale], checklist.clause)}
      </Text>
    </Stack>
  );
}

function History({ point }: { point: AccountPoint }) {
  const words = useApp().messages.checks.card;
  const looks = useLooks(point);
  return (
    <section>
      <Title order={3}>{words.history}</Title>
      {looks?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.never}
        </Text>
      )}
      <ol className={classes.looks}>
        {looks?.map(({ id, time, operator, result, evidence, origin }) => (
          <li key={id}>
            <b>{words.results[result]}</b>
            {evidence !== '' && ` — ${evidence}`}
            <Text size="xs" c="dimmed">
              <Moment time={time} focusable />
              {` · ${origin === 'page' ? words.page : operator || '—'}`}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
