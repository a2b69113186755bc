import { Button } from '@mantine/core';
import { IconExternalLink, IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useApp } from '../app/app-context';
import { useRegistry } from './use-registry';

/** Where the form of the first body stands open. */
const FIRST_ACCOUNT = '/registry?open=new-body';

/**
 * The one button of a screen that fills by work on the networks' pages: to the first account while there
 * is none, and to the network afterwards.
 */
export function NextStep() {
  const words = useApp().messages.dashboard.next;
  const rows = useRegistry();
  if (!rows) return null;
  const account = rows.accounts.find(({ status }) => status === 'active');
  if (!account)
    return (
      <Button
        component={Link}
        href={FIRST_ACCOUNT}
        leftSection={<IconPlus size={16} aria-hidden="true" />}
      >
        {words.firstAccount}
      </Button>
    );
  return (
    <Button
      component="a"
      href={account.address}
      target="_blank"
      rel="noreferrer"
      leftSection={<IconExternalLink size={16} aria-hidden="true" />}
    >
      {words.open(account.name)}
    </Button>
  );
}
