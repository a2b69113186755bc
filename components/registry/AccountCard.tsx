import {
  Alert,
  Anchor,
  Button,
  Group,
  SegmentedControl,
  Select,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconExternalLink, IconLinkOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountFault } from '../../lib/registry/account-faults';
import { ACCOUNT_STATUSES, type Account } from '../../lib/registry/accounts';
import { openRegistry } from '../../lib/registry/database';
import { ADDRESS_LIMIT, LINE_LIMIT, NOTE_LIMIT } from '../../lib/registry/fields';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { ChoiceField } from '../form/ChoiceField';
import { SidePane } from '../pane/SidePane';
import { useDesk } from '../record/use-desk';
import type { RegistryRows } from '../record/use-registry';
import { Moment } from '../time/Moment';
import { AccountNotices } from './AccountNotices';
import { type AccountFields, accountOf, fieldsOf, linkOf, needsNetwork } from './account-fields';
import { CardFoot } from './CardFoot';
import { Clash } from './Clash';
import { History } from './History';
import { PeopleFields } from './PeopleFields';
import classes from './registry.module.css';
import { useEditing } from './use-editing';
import { useStoring } from './use-storing';

interface Props {
  rows: RegistryRows;
  /** The account as it is, or a new one. */
  account: Account;
  isNew: boolean;
  faults: readonly AccountFault[];
  onSaved(account: Account): void;
  /** It was saved, and one more new account is wanted. */
  onAnother(account: Account): void;
  onOpen(id: string): void;
  onClose(): void;
}

/** One account: link, people, days, notices, visits and everything that was changed. */
export function AccountCard({ rows, account, isNew, faults, ...on }: Props) {
  const { onSaved, onAnother, onOpen, onClose } = on;
  const { messages, profile } = useApp();
  const { account: words, form, statuses } = messages.registry;
  const desk = useDesk();
  const current = isNew ? undefined : account;
  const editing = useEditing(account, current, fieldsOf);
  const { fields, set } = editing;
  const store = useStoring({
    editing,
    deedOf: (put) => ({ table: 'accounts', put }),
    read: (id) => openRegistry().accounts.get(id),
  });
  const [asked, setAsked] = useState(false);
  const written = accountOf(editing.base, fields);
  const wrong = asked && written.faults ? written.faults : {};
  const complain = (fault: keyof typeof form.fault | undefined) => fault && form.fault[fault];

  const link = linkOf(fields);
  /** The account as it was stored; null where it was not. */
  const save = async () => {
    setAsked(true);
    if (!written.account) return null;
    const done = (isNew ? words.added : words.saved)(written.account.name);
    const stored = await store(written.account, done);
    if (stored) setAsked(false);
    return stored;
  };
  const remove = async () => {
    const deed = { table: 'accounts', remove: account.id, revision: account.revision } as const;
    if (await desk([deed], words.removed(account.name))) onClose();
  };
  return (
    <SidePane
      label={words.label}
      title={isNew ? words.newTitle : account.name}
      onClose={onClose}
      onSubmit={() => void save().then((stored) => stored && onSaved(stored))}
      foot={
        <CardFoot
          isNew={isNew}
          editing={editing}
          onAnother={
            isNew ? () => void save().then((stored) => stored && onAnother(stored)) : undefined
          }
          remove={{ name: words.remove, hint: words.removeHint }}
          onRemove={() => void remove()}
        />
      }
    >
      <Clash editing={editing} />
      {!isNew && faults.length > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle size={18} />}>
          {faults.map((fault) => (
            <div key={fault}>{messages.registry.faults[fault]}</div>
          ))}
        </Alert>
      )}
      <LinkField
        account={account}
        isNew={isNew}
        fields={fields}
        accounts={rows.accounts}
        error={complain(wrong.link)}
        onChange={set}
        onOpen={onOpen}
      />
      <Select
        label={words.body}
        required
        searchable
        allowDeselect={false}
        value={fields.body}
        error={complain(wrong.body)}
        nothingFoundMessage={words.noSuchBody}
        data={rows.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(body) => set({ body })}
      />
      <TextInput
        label={words.name}
        required
        maxLength={LINE_LIMIT}
        value={fields.name}
        error={complain(wrong.name)}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <ChoiceField
        label={words.status}
        value={fields.status}
        options={ACCOUNT_STATUSES.map((value) => ({ value, label: statuses[value] }))}
        onChange={(status) =>
          set({
            status,
            ...(status === 'deleted' &&
              fields.deleted === '' && { deleted: dayOf(Date.now(), profile.timeZone) }),
          })
        }
      />
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={words.created}
          value={fields.created}
          error={complain(wrong.created)}
          onChange={(event) => set({ created: event.currentTarget.value })}
        />
        {fields.status === 'deleted' && (
          <TextInput
            type="date"
            label={words.deleted}
            value={fields.deleted}
            error={complain(wrong.deleted)}
            onChange={(event) => set({ deleted: event.currentTarget.value })}
          />
        )}
      </Group>
      <PeopleFields
        label={words.people}
        add={words.addPerson}
        people={fields.responsible}
        blank={{ name: '', position: '', contact: '' }}
        fields={[
          { key: 'name', label: words.person },
          { key: 'position', label: words.position },
          { key: 'contact', label: words.contact },
        ]}
        error={complain(wrong.responsible)}
        onChange={(responsible) => set({ responsible })}
      />
      <PeopleFields
        label={words.access}
        add={words.addAccess}
        people={fields.access}
        blank={{ name: '', role: '' }}
        fields={[
          { key: 'name', label: words.person },
          { key: 'role', label: words.role },
        ]}
        error={complain(wrong.access)}
        onChange={(access) => set({ access })}
      />
      <Textarea
        label={words.note}
        description={words.private}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={NOTE_LIMIT}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <TextInput
        label={words.owner}
        description={words.ownerHint}
        maxLength={LINE_LIMIT}
        spellCheck={false}
        value={fields.owner}
        placeholder={link?.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      {!isNew && (
        <>
          <VisitsSection account={account} />
          <AccountNotices account={account} notices={rows.notices} />
          <History row={account.id} />
        </>
      )}
    </SidePane>
  );
}

interface LinkFieldProps extends Pick<Props, 'account' | 'isNew' | 'onOpen'> {
  fields: AccountFields;
  accounts: readonly Account[];
  error: string | undefined;
  onChange(part: Partial<AccountFields>): void;
}

/** The link, which network it is of where it does not say, and what was understood of it. */
function LinkField({ account, isNew, fields, accounts, error, onChange, onOpen }: LinkFieldProps) {
  const { messages, profile } = useApp();
  const { account: words } = messages.registry;
  const link = linkOf(fields);
  const double = link
    ? accounts.find(
        ({ id, network, key, owner, status }) =>
          id !== account.id &&
          status !== 'deleted' &&
          network === link.network &&
          (key === link.key || (owner !== '' && owner === link.owner)),
      )
    : undefined;
  const isForeign = link !== null && !profile.networks.ids.includes(link.network);
  return (
    <div>
      <TextInput
        autoFocus={isNew}
        required
        label={words.link}
        description={isNew ? words.linkHint : undefined}
        maxLength={ADDRESS_LIMIT}
        spellCheck={false}
        value={fields.link}
        error={error}
        onChange={(event) => onChange({ link: event.currentTarget.value })}
        rightSection={
          !isNew && (
            <Anchor
              href={account.address}
              target="_blank"
              rel="noreferrer"
              aria-label={words.open}
              title={words.open}
            >
              <IconExternalLink size={16} aria-hidden="true" />
            </Anchor>
          )
        }
      />
      {needsNetwork(fields) && (
        <Group gap="xs" mt={6}>
          <Text size="sm">{words.bareName}</Text>
          <SegmentedControl
            size="xs"
            aria-label={words.bareName}
            value={fields.network ?? ''}
            data={profile.networks.ids.map((id) => ({
              value: id,
              label: messages.common.network[id],
            }))}
            onChange={(network) =>
              onChange({ network: profile.networks.ids.find((id) => id === network) ?? null })
            }
          />
        </Group>
      )}
      <div role="status">
        {link && fields.link.trim() !== account.address && (
          <Text size="sm" mt={6} className={classes.understood ?? ''}>
            <IconCheck size={15} aria-hidden="true" />
            {words.understood(messages.common.network[link.network], link.address)}
          </Text>
        )}
        {!link && fields.link.trim() !== '' && !needsNetwork(fields) && (
          <Text size="sm" mt={6} c="var(--vakhta-warn)">
            {words.notUnderstood}
          </Text>
        )}
        {double && (
          <Text size="sm" mt={6} c="var(--vakhta-warn)">
            {words.double(double.name)}{' '}
            <Anchor component="button" type="button" inherit onClick={() => onOpen(double.id)}>
              {words.openDouble}
            </Anchor>
          </Text>
        )}
        {isForeign && (
          <Text size="sm" mt={6} c="var(--vakhta-warn)">
            {messages.registry.faults.foreign}
          </Text>
        )}
      </div>
    </div>
  );
}

/** When the operator stood on the account's page, and whether the page is there. */
function VisitsSection({ account }: Pick<Props, 'account'>) {
  const { account: words } = useApp().messages.registry;
  const desk = useDesk();
  const isBroken = account.broken !== null;
  const markBroken = async () => {
    const broken = isBroken ? null : new Date().toISOString();
    await desk(
      [{ table: 'accounts', put: { ...account, broken } }],
      isBroken ? words.markedWorking : words.markedBroken,
    );
  };

  return (
    <section aria-label={words.seen}>
      <Text size="sm" c="dimmed">
        {account.seen === null ? (
          words.seenNever
        ) : (
          <>
            {words.seen}: <Moment time={account.seen} focusable />
          </>
        )}
      </Text>
      {account.broken !== null && (
        <Text size="sm" c="var(--vakhta-warn)">
          {words.brokenSince} <Moment time={account.broken} focusable />
        </Text>
      )}
      <Button
        mt={6}
        size="compact-sm"
        variant="default"
        leftSection={
          isBroken ? (
            <IconCheck size={14} aria-hidden="true" />
          ) : (
            <IconLinkOff size={14} aria-hidden="true" />
          )
        }
        onClick={() => void markBroken()}
      >
        {isBroken ? words.markWorking : words.markBroken}
      </Button>
    </section>
  );
}
