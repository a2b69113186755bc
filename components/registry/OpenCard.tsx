import { IconFileUnknown } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import type { AccountFault } from '../../lib/registry/account-faults';
import { blankAccount } from '../../lib/registry/accounts';
import { blankBody } from '../../lib/registry/bodies';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { SidePane } from '../pane/SidePane';
import type { RegistryRows } from '../record/use-registry';
import { AccountCard } from './AccountCard';
import type { RegistryView } from './address';
import { BodyCard } from './BodyCard';

interface Props {
  rows: RegistryRows;
  view: RegistryView;
  /** Grows with each new card, so that it begins empty. */
  turn: number;
  faults: ReadonlyMap<string, AccountFault[]>;
  onOpen(id: string): void;
  onOpenBody(id: string): void;
  onAdd(what: 'new-account' | 'new-body'): void;
  onClose(): void;
}

/** The card that the address names. */
export function OpenCard({ rows, view, turn, faults, ...props }: Props) {
  const { onOpen, onOpenBody, onAdd, onClose } = props;
  const { profile } = useApp();
  const { open, body: chosenBody } = view;
  const plainest = profile.norm.kinds.at(-1)?.id ?? '';
  /** Where the last account went: the next one is mostly of the same body. */
  const lastBody = useRef<string | null>(null);
  const only = rows.bodies.length === 1 ? (rows.bodies[0]?.id ?? null) : null;
  // A new row keeps its id while its card stands open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another new row
  const fresh = useMemo(
    () => ({
      body: { ...blankBody(plainest), parent: chosenBody },
      account: blankAccount(chosenBody ?? lastBody.current ?? only ?? ''),
    }),
    [turn],
  );
  if (open === null || open.what === 'import') return null;
  if (open.what === 'new-body' || open.what === 'body') {
    const isNew = open.what === 'new-body';
    const body = isNew ? fresh.body : rows.bodies.find(({ id }) => id === open.id);
    if (!body) return <Missing onClose={onClose} />;
    return (
      <BodyCard
        key={body.id}
        rows={rows}
        body={body}
        isNew={isNew}
        onSaved={({ id }) => isNew && onOpenBody(id)}
        onClose={onClose}
      />
    );
  }
  const isNew = open.what === 'new-account';
  const account = isNew ? fresh.account : rows.accounts.find(({ id }) => id === open.id);
  if (!account) return <Missing onClose={onClose} />;
  return (
    <AccountCard
      key={account.id}
      rows={rows}
      account={account}
      isNew={isNew}
      faults={faults.get(account.id) ?? []}
      onSaved={({ id, body }) => {
        lastBody.current = body;
        if (isNew) onOpen(id);
      }}
      onAnother={({ body }) => {
        lastBody.current = body;
        onAdd('new-account');
      }}
      onOpen={onOpen}
      onClose={onClose}
    />
  );
}

/** The address names what is not there any more, or never was in this browser. */
function Missing({ onClose }: { onClose(): void }) {
  const { form, account } = useApp().messages.registry;
  return (
    <SidePane label={account.label} title={form.missing} onClose={onClose}>
      <EmptyState icon={IconFileUnknown} title={form.missing} hint={form.missingHint} />
    </SidePane>
  );
}
