import { IconFilterOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanEntry } from '../../lib/registry/plan';
import { blankEntry, copies, templateFrom } from '../../lib/registry/planning';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import type { WeeksRows } from '../norm/use-norm';
import { SidePane } from '../pane/SidePane';
import { useDesk } from '../record/use-desk';
import { EntryForm } from './EntryForm';
import { useEntry, usePlanDeeds } from './use-plan';
import type { Recalled } from './use-plan-seen';

interface Props {
  rows: WeeksRows;
  recalled: Recalled;
  onOpen(id: string): void;
  onClose(): void;
}

/**
 * A new entry. It waits for nothing: who pressed a key for it goes on typing.
 * @param account the account that the plan is limited to: the entry is meant for it
 */
export function NewEntry({
  day,
  account,
  ...props
}: Props & { day: string; account: string | null }) {
  const [blank] = useState(
    (): PlanEntry => ({ ...blankEntry(day), accounts: account === null ? [] : [account] }),
  );
  return <EntryForAll {...props} entry={blank} isNew />;
}

/** An entry that is in the plan. */
export function StoredEntry({ id, ...props }: Props & { id: string }) {
  const words = useApp().messages.plan.form;
  const entry = useEntry(id);
  if (entry) return <EntryForAll {...props} entry={entry} isNew={false} />;
  return (
    <SidePane label={words.editTitle} title={words.editTitle} onClose={props.onClose}>
      {entry === null && (
        <EmptyState icon={IconFilterOff} title={words.gone} hint={words.goneHint} />
      )}
    </SidePane>
  );
}

/** The form with what it does to the plan. */
function EntryForAll({
  entry,
  isNew,
  rows,
  recalled,
  onOpen,
  onClose,
}: Props & { entry: PlanEntry; isNew: boolean }) {
  const words = useApp().messages.plan.form;
  const deeds = usePlanDeeds();
  const apply = useDesk();
  return (
    <EntryForm
      entry={entry}
      isNew={isNew}
      accounts={rows.accounts}
      bodies={rows.bodies}
      rubrics={recalled.rubrics}
      people={recalled.people}
      onSave={(row) => void deeds.change(row, (isNew ? words.saved : words.changed)(row.title))}
      onRemove={(row) => {
        onClose();
        void deeds.remove(row);
      }}
      onTemplate={(row) => {
        const template = templateFrom(row);
        void apply([{ table: 'templates', put: template }], words.templateMade(template.name));
      }}
      onDuplicate={async (row) => {
        const [copy] = copies([row], (on) => addDays(on, 1));
        if (copy && (await deeds.add([copy], words.duplicated(copy.title)))) onOpen(copy.id);
      }}
      onClose={onClose}
    />
  );
}
