import { ActionIcon, Button, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import {
  LONGEST_OWN_FIELD,
  MOST_OWN_REPLACEMENTS,
  type OwnReplacement,
  ownKey,
  ownRule,
} from '../../lib/style/own';
import { useApp } from '../app/app-context';
import type { Judged } from './desk';
import classes from './draft.module.css';

interface Props {
  list: readonly OwnReplacement[];
  judged: Judged;
  /** Stores another list; false when that failed, which the author has been told. */
  save(list: readonly OwnReplacement[]): Promise<boolean>;
  onRemove(line: OwnReplacement): void;
}

const FIELDS = ['was', 'becomes', 'why'] as const;
type Field = (typeof FIELDS)[number];
const EMPTY: OwnReplacement = { was: '', becomes: '', why: '' };

type Fault = 'needsWords' | 'sameWords' | 'duplicate';

/** What stands against a line among the others, or null. */
function faultOf(line: OwnReplacement, others: readonly OwnReplacement[]): Fault | null {
  const key = ownKey(line.was);
  if (key === '') return 'needsWords';
  if (line.becomes.trim() === line.was.trim()) return 'sameWords';
  return others.some(({ was }) => ownKey(was) === key) ? 'duplicate' : null;
}

/** The body's own replacements: one line to add, all lines to change in place. */
export function OwnPane({ list, judged, save, onRemove }: Props) {
  const { messages } = useApp();
  const words = messages.drafting.own;
  const [line, setLine] = useState(EMPTY);
  const [fault, setFault] = useState<Fault | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const isFull = list.length >= MOST_OWN_REPLACEMENTS;

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(line, list);
    setFault(found);
    first.current?.focus();
    if (found || !(await save([trimmed(line), ...list]))) return;
    setLine(EMPTY);
  };
  return (
    <div className={classes.own}>
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed" mt={4} mb="sm">
        {words.hint}
      </Text>
      <form className={classes.ownForm} onSubmit={(event) => void add(event)}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            ref={field === 'was' ? first : undefined}
            label={words[field]}
            placeholder={words[`${field}Placeholder`]}
            maxLength={LONGEST_OWN_FIELD}
            value={line[field]}
            disabled={isFull}
            error={field === 'was' && fault ? words[fault] : undefined}
            onChange={(event) => {
              setLine({ ...line, [field]: event.currentTarget.value });
              setFault(null);
            }}
          />
        ))}
        <div className={classes.ownAdd}>
          <Button type="submit" size="sm" leftSection={<IconPlus size={15} />} disabled={isFull}>
            {words.add}
          </Button>
          <Text size="sm" c="dimmed">
            {isFull ? words.full(MOST_OWN_REPLACEMENTS) : words.becomesHint}
          </Text>
        </div>
      </form>
      {list.length === 0 ? (
        <Text c="dimmed" mt="md">
          {words.empty}
        </Text>
      ) : (
        <table className={classes.ownTable} aria-label={words.list}>
          <thead>
            <tr>
              {FIELDS.map((field) => (
                <th key={field} scope="col">
                  {words[field]}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {list.map((own, index) => (
              <OwnRow
                key={ownKey(own.was)}
                line={own}
                found={judged.remarks.filter(({ rule }) => rule === ownRule(own.was)).length}
                others={list.filter((other) => other !== own)}
                save={(changed) => save(list.with(index, changed))}
                onRemove={() => onRemove(own)}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

const trimmed = ({ was, becomes, why }: OwnReplacement): OwnReplacement => ({
  was: was.trim(),
  becomes: becomes.trim(),
  why: why.trim(),
});

interface RowProps {
  line: OwnReplacement;
  /** How often its words are in the draft. */
  found: number;
  others: readonly OwnReplacement[];
  save(line: OwnReplacement): Promise<boolean>;
  onRemove(): void;
}

function OwnRow({ line, found, others, save, onRemove }: RowProps) {
  const { messages } = useApp();
  const words = messages.drafting.own;
  const [typed, setTyped] = useState(line);
  const [fault, setFault] = useState<Fault | null>(null);

  /** Stored when the author leaves the field or presses Enter; nonsense goes back to what was. */
  const store = async () => {
    const next = trimmed(typed);
    if (FIELDS.every((field) => next[field] === line[field])) return;
    const wrong = faultOf(next, others);
    setFault(wrong);
    if (!wrong && !(await save(next))) setTyped(line);
  };
  const input = (field: Field) => (
    <TextInput
      variant="unstyled"
      className={classes.ownInput ?? ''}
      aria-label={words.edit(words[field], line.was)}
      maxLength={LONGEST_OWN_FIELD}
      value={typed[field]}
      placeholder={field === 'becomes' ? messages.draft.leaveOut.toLowerCase() : '—'}
      error={field === 'was' && fault ? words[fault] : undefined}
      onChange={(event) => {
        setTyped({ ...typed, [field]: event.currentTarget.value });
        setFault(null);
      }}
      onBlur={() => void store()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void store();
        if (event.key === 'Escape') {
          setTyped(line);
          setFault(null);
        }
      }}
    />
  );
  return (
    <tr>
      <th scope="row">
        {input('was')}
        {found > 0 && <span className={classes.found}>{words.found(found)}</span>}
      </th>
      <td>{input('becomes')}</td>
      <td>{input('why')}</td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.remove(line.was)}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </td>
    </tr>
  );
}
