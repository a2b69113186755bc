import {
  ActionIcon,
  Button,
  Group,
  Input,
  Loader,
  Menu,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { LINE_LIMIT, NOTE_LIMIT } from '../../lib/registry/fields';
import { PLAN_STATES, type PlanEntry, type PlanState } from '../../lib/registry/plan';
import { offsetName, zoneOffset } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { SidePane } from '../pane/SidePane';
import type { RegistryRows } from '../record/use-registry';
import { Outside } from '../text/Outside';
import shared from '../text/text.module.css';
import { AccountsField } from './AccountsField';
import { FormatField, RecalledField, TimeField } from './entry-fields';

/** With the whole draft check behind it. */
const DraftText = lazy(async () => ({ default: (await import('./DraftText')).DraftText }));

/** A title made of a text that has none, UTF-16 code units. */
const TITLE_FROM_TEXT = 80;

type Fields = Omit<PlanEntry, 'id' | 'revision' | 'published' | 'template'>;

interface Props extends Pick<RegistryRows, 'accounts' | 'bodies'> {
  /** The entry as it is stored, or a blank one. */
  entry: PlanEntry;
  isNew: boolean;
  /** What was written before in these fields, to choose from. */
  rubrics: readonly string[];
  people: readonly string[];
  /** Stores what was written; called at the latest when the form goes. */
  onSave(entry: PlanEntry): void;
  onRemove(entry: PlanEntry): void;
  onTemplate(entry: PlanEntry): void;
  onDuplicate(entry: PlanEntry): void;
  onClose(): void;
}

const isNothing = ({ title, text, note, occasion }: Fields) =>
  [title, text, note, occasion].every((words) => words.trim() === '');

/**
 * One entry of the plan. What is written is never lost: leaving the form in whatever way stores it,
 * unless the operator says otherwise.
 */
export function EntryForm(props: Props) {
  const { entry, isNew, accounts, bodies, rubrics, people, onSave, onRemove, onClose } = props;
  const { messages, profile } = useApp();
  const words = messages.plan.form;
  const textId = useId();
  /** What was changed here; the rest is the stored row's, which others may change meanwhile. */
  const [changed, setChanged] = useState<Partial<Fields>>({});
  const fields: PlanEntry = { ...entry, ...changed };
  const set = (part: Partial<Fields>) => setChanged((known) => ({ ...known, ...part }));

  const written = (): PlanEntry | null => {
    const isChanged = Object.keys(changed).length > 0;
    if (!isChanged || (isNew && isNothing(fields))) return null;
    const [line = ''] = fields.text.trim().split('\n');
    const title = fields.title.trim() || line.slice(0, TITLE_FROM_TEXT) || words.untitled;
    // An idea with a text is a draft; nobody should have to say so.
    const isDraft = changed.state === undefined && fields.state === 'idea' && line !== '';
    return { ...fields, title, state: isDraft ? 'draft' : fields.state };
  };
  const save = () => {
    const row = written();
    if (row) onSave(row);
    setChanged({});
  };

  const latest = useRef({ written, onSave });
  latest.current = { written, onSave };
  const isDropped = useRef(false);
  useEffect(
    () => () => {
      const row = isDropped.current ? null : latest.current.written();
      if (row) latest.current.onSave(row);
    },
    [],
  );
  const leave = () => {
    save();
    isDropped.current = true;
    onClose();
  };

  const zone = offsetName(zoneOffset(Date.parse(`${fields.day}T12:00:00Z`), profile.timeZone));
  const own = accounts.filter(({ id }) => fields.accounts.includes(id));
  return (
    <SidePane
      label={isNew ? words.newTitle : words.editTitle}
      title={isNew ? words.newTitle : words.editTitle}
      closeLabel={words.close}
      onClose={leave}
      onSubmit={leave}
      tools={
        !isNew && (
          <EntryMenu
            entry={fields}
            accounts={own}
            onTemplate={props.onTemplate}
            onDuplicate={props.onDuplicate}
            onRemove={() => {
              isDropped.current = true;
              onRemove(entry);
            }}
          />
        )
      }
      foot={
        <>
          <Button type="submit">{words.save}</Button>
          <Button
            variant="default"
            onClick={() => {
              isDropped.current = true;
              onClose();
            }}
          >
            {words.revert}
          </Button>
        </>
      }
    >
      <TextInput
        autoFocus={isNew}
        label={words.title}
        placeholder={words.titlePlaceholder}
        maxLength={LINE_LIMIT}
        value={fields.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Group gap="sm" align="flex-start" grow wrap="wrap" preventGrowOverflow={false}>
        <DateInput
          flex="1 1 8rem"
          label={words.day}
          valueFormat="D MMMM YYYY"
          value={fields.day}
          onChange={(day) => {
            if (day) set({ day });
          }}
        />
        <TimeField
          value={fields.time}
          hint={words.timeHint(zone)}
          onChange={(time) => set({ time })}
        />
        <Select
          flex="1 1 9rem"
          label={words.state}
          allowDeselect={false}
          value={fields.state}
          data={PLAN_STATES.map((state) => ({
            value: state,
            label: messages.plan.states[state],
          }))}
          onChange={(state) => set({ state: (state ?? 'idea') as PlanState })}
        />
      </Group>
      <AccountsField
        chosen={fields.accounts}
        accounts={accounts}
        bodies={bodies}
        onChange={(chosen) => set({ accounts: chosen })}
      />
      <div>
        <Input.Label labelElement="div" display="block" mb={4} id={textId}>
          {words.text}
        </Input.Label>
        <Suspense fallback={<Loader size="sm" type="dots" aria-label={messages.table.loading} />}>
          <DraftText
            text={entry.text}
            networks={[...new Set(own.map(({ network }) => network))]}
            onText={(text) => set({ text })}
          />
        </Suspense>
      </div>
      <Group gap="sm" align="flex-start" grow wrap="wrap" preventGrowOverflow={false}>
        <FormatField value={fields.format} onChange={(format) => set({ format })} />
        <RecalledField
          label={words.rubric}
          known={rubrics}
          value={fields.rubric}
          onChange={(rubric) => set({ rubric })}
        />
      </Group>
      <Group gap="sm" align="flex-start" grow wrap="wrap" preventGrowOverflow={false}>
        <RecalledField
          label={words.responsible}
          known={people}
          value={fields.responsible}
          onChange={(responsible) => set({ responsible })}
        />
        <TextInput
          flex="1 1 9rem"
          label={words.occasion}
          placeholder={words.occasionPlaceholder}
          maxLength={LINE_LIMIT}
          value={fields.occasion}
          onChange={(event) => set({ occasion: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        label={words.note}
        description={words.noteHint}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={NOTE_LIMIT}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <PublishedList entry={entry} accounts={accounts} />
    </SidePane>
  );
}

interface MenuProps extends Pick<Props, 'accounts' | 'onTemplate' | 'onDuplicate'> {
  /** As it is written by now. */
  entry: PlanEntry;
  onRemove(): void;
}

/** What can be done with an entry besides writing it; `accounts` are those it is meant for. */
function EntryMenu({ entry, accounts, onTemplate, onDuplicate, onRemove }: MenuProps) {
  const words = useApp().messages.plan.form;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.more}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size={15} aria-hidden="true" />}
          onClick={() => onDuplicate(entry)}
        >
          {words.duplicate}
        </Menu.Item>
        <Menu.Item onClick={() => onTemplate(entry)}>{words.template}</Menu.Item>
        <Menu.Item
          disabled={entry.text === ''}
          onClick={() => void navigator.clipboard.writeText(entry.text)}
        >
          {words.copyText}
        </Menu.Item>
        {accounts.slice(0, 8).map((account) => (
          <Menu.Item
            key={account.id}
            component="a"
            href={account.address}
            target="_blank"
            rel="noreferrer"
          >
            {words.openAccount}: {account.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} aria-hidden="true" />}
          onClick={onRemove}
        >
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where the entry has come out, with a link to each post. */
function PublishedList({ entry, accounts }: Pick<Props, 'entry' | 'accounts'>) {
  const words = useApp().messages.plan.form;
  const ids = entry.published.map(({ publication }) => publication);
  const posts = useLiveQuery(() => openRegistry().publications.bulkGet(ids), [ids.join()]);
  if (entry.published.length === 0) return null;
  return (
    <div>
      <Input.Label labelElement="div" display="block" mb={4}>
        {words.published}
      </Input.Label>
      <ul className={shared.lines}>
        {entry.published.map(({ account, publication }, place) => {
          const name = accounts.find(({ id }) => id === account)?.name ?? '';
          const permalink = posts?.[place]?.permalink ?? '';
          return (
            <li key={publication}>
              {name}{' '}
              {permalink !== '' && (
                <Outside href={permalink} size="sm" underline="always">
                  {words.openPost}
                </Outside>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
