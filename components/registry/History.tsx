import { Button, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { changesOf, type FieldChange } from '../../lib/registry/changes';
import { openRegistry } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { Moment } from '../time/Moment';
import { useFieldWords } from './field-words';
import classes from './registry.module.css';

/** Changes that are shown at first. */
const SHOWN = 4;

/** Everything that was ever changed of one row: who, when, before and after. */
export function History({ row }: { row: string }) {
  const words = useApp().messages.registry.history;
  const changes = useLiveQuery(() => changesOf(openRegistry(), row), [row]);
  const [all, setAll] = useState(false);
  const { fieldName, valueWords } = useFieldWords();
  if (!changes) return null;
  return (
    <section aria-label={words.title}>
      <Title order={3} mb={6}>
        {words.title}
      </Title>
      {changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      <ol className={classes.history}>
        {changes.slice(0, all ? undefined : SHOWN).map(({ id, time, operator, kind, fields }) => (
          <li key={id}>
            <Text size="xs" c="dimmed">
              <Moment time={time} focusable /> · {operator || words.nobody} · {words[kind]}
            </Text>
            {kind === 'change' ? (
              <ul className={classes.fields}>
                {fields.map((change) => (
                  <li key={change.field}>
                    <Changed
                      name={fieldName(change.field)}
                      before={valueWords(change.field, change.before)}
                      after={valueWords(change.field, change.after)}
                    />
                  </li>
                ))}
              </ul>
            ) : (
              <Whole fields={fields} kind={kind} words={{ fieldName, valueWords }} />
            )}
          </li>
        ))}
      </ol>
      {!all && changes.length > SHOWN && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {words.more(changes.length)}
        </Button>
      )}
    </section>
  );
}

function Changed({ name, before, after }: { name: string; before: string; after: string }) {
  const words = useApp().messages.registry.history;
  return (
    <>
      <span className={classes.fieldName}>{name}:</span>{' '}
      {before === '' ? (
        <span className={classes.quiet}>{words.empty}</span>
      ) : (
        <del className={classes.before}>{before}</del>
      )}{' '}
      <span aria-hidden="true">→</span>{' '}
      {after === '' ? (
        <span className={classes.quiet}>{words.empty}</span>
      ) : (
        <ins className={classes.after}>{after}</ins>
      )}
    </>
  );
}

interface WholeProps {
  fields: readonly FieldChange[];
  kind: 'add' | 'remove';
  words: ReturnType<typeof useFieldWords>;
}

/** All fields of a row that came or went, in one paragraph. */
function Whole({ fields, kind, words }: WholeProps) {
  const parts = fields
    .map(({ field, before, after }) => {
      const value = words.valueWords(field, kind === 'add' ? after : before);
      return value === '' ? '' : `${words.fieldName(field)}: ${value}`;
    })
    .filter((part) => part !== '');
  return (
    <Text size="sm" className={classes.whole ?? ''}>
      {parts.join('; ')}
    </Text>
  );
}
