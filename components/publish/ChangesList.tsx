import { Text, Title } from '@mantine/core';
import { publicValue } from '../../lib/exchange/published/page';
import { dayInWords } from '../../lib/i18n/day';
import type { PublishedChanges } from '../../lib/registry/published';
import type { PublicAccount } from '../../lib/registry/snapshots';
import { useApp } from '../app/app-context';
import classes from './publish.module.css';

/** So many accounts of one kind of change are named. */
const SHOWN = 30;

/** What is new for those who read the site; null before the first publication. */
export function ChangesList({ changes }: { changes: PublishedChanges | null }) {
  const { locale, messages } = useApp();
  const words = messages.publish;
  if (!changes)
    return (
      <Text size="sm" c="dimmed">
        {words.first}
      </Text>
    );
  const named = (account: PublicAccount) => (
    <>
      {account.name}{' '}
      <span className={classes.quiet}>
        {messages.common.network[account.network]}, {account.bodies.at(-1)}
      </span>
    </>
  );
  return (
    <section>
      <Title order={2}>{words.file.changesSince(dayInWords(changes.since, locale))}</Title>
      <Part title={words.added} items={changes.added} show={named} />
      <Part
        title={words.changed}
        items={changes.changed.map(({ account, before, fields }) => ({
          ...account,
          what: fields.map((field) =>
            words.file.was(words.file.field[field], publicValue(before, field, locale)),
          ),
        }))}
        show={(account) => (
          <>
            {named(account)}
            <span className={classes.what}>{account.what.join('; ')}</span>
          </>
        )}
      />
      <Part title={words.removed} items={changes.removed} show={named} />
      {changes.added.length + changes.changed.length + changes.removed.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.file.noChanges}
        </Text>
      )}
    </section>
  );
}

interface PartProps<Item> {
  title: string;
  items: readonly Item[];
  show(item: Item): React.ReactNode;
}

function Part<Item extends PublicAccount>({ title, items, show }: PartProps<Item>) {
  const words = useApp().messages.publish;
  if (items.length === 0) return null;
  return (
    <>
      <Title order={3} className={classes.part}>
        {title} <span className={classes.quiet}>{items.length}</span>
      </Title>
      <ul className={classes.list}>
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id}>{show(item)}</li>
        ))}
        {items.length > SHOWN && <li>{words.more(items.length - SHOWN)}</li>}
      </ul>
    </>
  );
}
