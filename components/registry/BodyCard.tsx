import { Alert, Select, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { type Body, idsUnder } from '../../lib/registry/bodies';
import { openRegistry } from '../../lib/registry/database';
import { ADDRESS_LIMIT, LINE_LIMIT, NOTE_LIMIT } from '../../lib/registry/fields';
import { bodyKind } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import { SidePane } from '../pane/SidePane';
import { useDesk } from '../record/use-desk';
import type { RegistryRows } from '../record/use-registry';
import { CardFoot } from './CardFoot';
import { Clash } from './Clash';
import { History } from './History';
import { useEditing } from './use-editing';
import { useStoring } from './use-storing';

interface Props {
  rows: RegistryRows;
  /** The body as it is, or a new one. */
  body: Body;
  isNew: boolean;
  onSaved(body: Body): void;
  onClose(): void;
}

const fieldsOf = ({ name, kind, parent, site, note }: Body) => ({ name, kind, parent, site, note });

/** One body: what it is called, whom it is subordinate to, what was changed. */
export function BodyCard({ rows, body, isNew, onSaved, onClose }: Props) {
  const { locale, messages, profile } = useApp();
  const words = messages.registry.body;
  const form = messages.registry.form;
  const desk = useDesk();
  const current = isNew ? undefined : body;
  const editing = useEditing(body, current, fieldsOf);
  const { fields, set } = editing;
  const store = useStoring({
    editing,
    deedOf: (put) => ({ table: 'bodies', put }),
    read: (id) => openRegistry().bodies.get(id),
  });
  const [asked, setAsked] = useState(false);

  const name = fields.name.trim();
  const site = fields.site.trim();
  const siteIsWrong = site !== '' && !/^https?:\/\/\S+$/i.test(site);
  const isWrong = name === '' || siteIsWrong;
  const twin = rows.bodies.find(
    (other) => other.id !== body.id && other.name.toLowerCase() === name.toLowerCase(),
  );
  const under = idsUnder(rows.bodies, body.id);
  const isUsed = under.size > 1 || rows.accounts.some((account) => account.body === body.id);
  const kind = bodyKind(profile, fields.kind);

  const save = async () => {
    setAsked(true);
    if (isWrong) return;
    const done = (isNew ? words.added : words.saved)(name);
    const stored = await store({ ...editing.base, ...fields, name, site }, done);
    if (stored) onSaved(stored);
  };
  const remove = async () => {
    const deed = { table: 'bodies', remove: body.id, revision: body.revision } as const;
    if (await desk([deed], words.removed(body.name))) onClose();
  };

  return (
    <SidePane
      label={words.label}
      title={isNew ? words.newTitle : words.title}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <CardFoot
          isNew={isNew}
          editing={editing}
          remove={{ name: words.remove, disabled: isUsed }}
          onRemove={() => void remove()}
        />
      }
    >
      <Clash editing={editing} />
      <TextInput
        data-autofocus
        autoFocus={isNew}
        required
        label={words.name}
        maxLength={LINE_LIMIT}
        value={fields.name}
        error={asked && name === '' ? form.required : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {twin && (
        <Alert color="orange" icon={<IconAlertTriangle size={18} />}>
          {words.twin}
        </Alert>
      )}
      <Select
        label={words.kind}
        description={words.kindHint(kind.weeklyNorm, profile.norm.clause)}
        allowDeselect={false}
        value={kind.id}
        data={profile.norm.kinds.map(({ id, title }) => ({ value: id, label: title[locale] }))}
        onChange={(chosen) => chosen && set({ kind: chosen })}
      />
      <Select
        label={words.parent}
        placeholder={words.noParent}
        searchable
        clearable
        value={fields.parent}
        data={rows.bodies
          .filter(({ id }) => !under.has(id))
          .map((other) => ({ value: other.id, label: other.name }))}
        onChange={(parent) => set({ parent })}
      />
      <TextInput
        label={words.site}
        type="url"
        placeholder="https://"
        maxLength={ADDRESS_LIMIT}
        value={fields.site}
        error={asked && siteIsWrong ? form.badSite : undefined}
        onChange={(event) => set({ site: event.currentTarget.value })}
      />
      <Textarea
        label={words.note}
        description={words.notePrivate}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={NOTE_LIMIT}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {!isNew && isUsed && (
        <Text size="xs" c="dimmed">
          {words.inUse}
        </Text>
      )}
      {!isNew && <History row={body.id} />}
    </SidePane>
  );
}
