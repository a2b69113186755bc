import { Button, Group, MultiSelect, Text } from '@mantine/core';
import type { Account } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import { useApp } from '../app/app-context';

/** Accounts that the list shows at a time; typing finds the others. */
const SHOWN = 60;

interface Props {
  chosen: readonly string[];
  accounts: readonly Account[];
  bodies: readonly Body[];
  onChange(chosen: string[]): void;
}

/** Accounts by their bodies; with one chosen, the rest of its body is one press away. */
export function AccountsField({ chosen, accounts, bodies, onChange }: Props) {
  const { messages } = useApp();
  const words = messages.plan.form;
  const kept = accounts.filter(({ id, status }) => status !== 'deleted' || chosen.includes(id));
  if (kept.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.noAccounts}
      </Text>
    );
  const groups = bodies.flatMap((body) => {
    const items = kept
      .filter((account) => account.body === body.id)
      .map(({ id, name, network }) => ({
        value: id,
        label: `${name} · ${messages.common.network[network]}`,
      }));
    return items.length > 0 ? [{ group: body.name, items }] : [];
  });
  const known = new Set(kept.map(({ id }) => id));
  const touched = new Set(
    kept.filter(({ id }) => chosen.includes(id)).map((account) => account.body),
  );
  const offers = bodies.flatMap((body) => {
    const all = kept.filter((account) => account.body === body.id && account.status !== 'deleted');
    const lacks = all.some(({ id }) => !chosen.includes(id));
    return touched.has(body.id) && lacks ? [{ body, ids: all.map(({ id }) => id) }] : [];
  });
  return (
    <div>
      <MultiSelect
        label={words.accounts}
        placeholder={chosen.length === 0 ? words.accountsPlaceholder : ''}
        searchable
        clearable
        hidePickedOptions
        limit={SHOWN}
        maxDropdownHeight={280}
        clearButtonProps={{ 'aria-label': messages.screen.reset }}
        value={chosen.filter((id) => known.has(id))}
        data={groups}
        onChange={onChange}
      />
      {offers.length > 0 && (
        <Group gap={6} mt={6}>
          {offers.map(({ body, ids }) => (
            <Button
              key={body.id}
              size="compact-xs"
              variant="light"
              onClick={() => onChange([...new Set([...chosen, ...ids])])}
            >
              {words.allOf(body.name)}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
