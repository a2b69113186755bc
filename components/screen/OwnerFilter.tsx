import { Select } from '@mantine/core';
import type { Account } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import { useApp } from '../app/app-context';
import { accountsSeen, type Owner } from './owner';

/** Accounts that the list shows at a time; typing finds the others. */
const SHOWN = 60;

interface Props extends Owner {
  bodies: readonly Body[];
  accounts: readonly Account[];
  onChange(owner: Partial<Owner>): void;
}

/** Limits a list to a body with those below it, and to one account. */
export function OwnerFilter({ body, account, bodies, accounts, onChange }: Props) {
  const { common, screen: words } = useApp().messages;
  const usual = {
    size: 'xs',
    flex: '0 1 14rem',
    searchable: true,
    clearable: true,
    clearButtonProps: { 'aria-label': words.reset },
  } as const;
  return (
    <>
      <Select
        {...usual}
        aria-label={words.body}
        placeholder={words.allBodies}
        value={body}
        data={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        // An account of another body would leave nothing to be seen.
        onChange={(chosen) => onChange({ body: chosen, account: null })}
      />
      <Select
        {...usual}
        limit={SHOWN}
        aria-label={words.account}
        placeholder={words.allAccounts}
        value={account}
        data={accountsSeen(accounts, bodies, { body, account: null }).map(
          ({ id, name, network }) => ({
            value: id,
            label: `${name} · ${common.network[network]}`,
          }),
        )}
        onChange={(chosen) => onChange({ account: chosen })}
      />
    </>
  );
}
