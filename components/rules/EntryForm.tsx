import { Anchor, Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { CRITERIA, type Criterion, STRENGTHS, type Strength } from '../../lib/moderation/contract';
import {
  ENTRY_KINDS,
  type Entry,
  entryKey,
  entrySchema,
  PHRASE_LIMIT,
} from '../../lib/moderation/dictionary';
import { groundOf } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import { ChoiceField } from '../form/ChoiceField';
import { SidePane } from '../pane/SidePane';
import { FormsFound } from './FormsFound';
import { TryIt } from './TryIt';

interface Props {
  entries: readonly Entry[];
  /** The entry to change; null for a new one. */
  entry: Entry | null;
  /** Words that a new entry begins with. */
  phrase: string;
  onSave(entry: Entry): Promise<boolean>;
  onRemove(entry: Entry): void;
  onOpen(id: string): void;
  onClose(): void;
}

/** All that the form holds; only what the kind needs goes into the entry. */
interface Fields {
  kind: Entry['kind'];
  phrase: string;
  criterion: Criterion;
  ground: string | null;
  strength: Strength;
  rule: string | null;
  note: string;
}

const fieldsOf = (entry: Entry | null, phrase: string): Fields => ({
  kind: 'word',
  phrase,
  criterion: 'custom',
  ground: null,
  strength: 'certain',
  rule: null,
  note: '',
  ...entry,
});

/** One entry, new or known, with what it finds as one types. */
export function EntryForm({ entries, entry, phrase, onSave, onRemove, onOpen, onClose }: Props) {
  const { locale, messages, profile } = useApp();
  const words = messages.rules.form;
  const [id] = useState(() => entry?.id ?? uuidv7());
  const [fields, setFields] = useState(() => fieldsOf(entry, phrase));
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<Fields>) => setFields((known) => ({ ...known, ...part }));

  const parsed = entrySchema.safeParse({ ...fields, id });
  const written = parsed.success ? parsed.data : null;
  const key = written && entryKey(written);
  const twin = entries.find((other) => other.id !== id && entryKey(other) === key);
  const ground = groundOf(profile, fields.criterion);
  const problem = twin ? words.already : !written && asked ? words.wrongPhrase : null;

  const save = async () => {
    setAsked(true);
    if (written && !twin && (await onSave(written))) onClose();
  };
  return (
    <SidePane
      label={entry ? words.editTitle : words.newTitle}
      title={entry ? words.editTitle : words.newTitle}
      closeLabel={words.close}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button type="submit" disabled={twin !== undefined}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {messages.common.cancel}
          </Button>
          {entry && (
            <Button variant="subtle" color="red" ml="auto" onClick={() => onRemove(entry)}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <ChoiceField
        label={words.kind}
        value={fields.kind}
        options={ENTRY_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(kind) => set({ kind })}
      />
      <div>
        <TextInput
          autoFocus={!entry}
          label={words.phrase}
          description={words.phraseHint}
          maxLength={PHRASE_LIMIT}
          value={fields.phrase}
          onChange={(event) => set({ phrase: event.currentTarget.value })}
          error={
            problem && (
              <>
                {problem}{' '}
                {twin && (
                  <Anchor component="button" type="button" inherit onClick={() => onOpen(twin.id)}>
                    {words.openIt}
                  </Anchor>
                )}
              </>
            )
          }
        />
        <FormsFound phrase={fields.phrase} />
      </div>
      <TryIt entries={entries} written={written} />
      {fields.kind === 'word' ? (
        <>
          <Group align="flex-end" gap="sm" wrap="wrap">
            <Select
              flex="1 1 10rem"
              label={words.criterion}
              allowDeselect={false}
              value={fields.criterion}
              data={CRITERIA.map((one) => ({
                value: one,
                label: messages.common.criterion[one],
              }))}
              onChange={(criterion) => criterion && set({ criterion: criterion as Criterion })}
            />
            <ChoiceField
              label={words.strength}
              size="sm"
              value={fields.strength}
              options={STRENGTHS.map((one) => ({ value: one, label: words.strengths[one] }))}
              onChange={(strength) => set({ strength })}
            />
          </Group>
          <Select
            label={words.ground}
            clearable
            placeholder={ground && words.groundByCriterion(ground.title[locale])}
            value={fields.ground}
            data={profile.grounds.map((one) => ({ value: one.id, label: one.title[locale] }))}
            onChange={(chosen) => set({ ground: chosen })}
          />
        </>
      ) : (
        entry?.kind === 'exception' &&
        entry.rule !== null && (
          <Select
            label={words.onlyRule}
            clearable
            placeholder={words.everyRule}
            value={fields.rule}
            data={[entry.rule]}
            onChange={(rule) => set({ rule })}
          />
        )
      )}
      <Textarea
        label={words.note}
        description={words.noteHint[fields.kind]}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </SidePane>
  );
}
