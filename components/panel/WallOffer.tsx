import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PanelCommand, PanelView } from '../../lib/messages/panel';
import { useApp } from '../app/app-context';
import classes from './panel.module.css';
import { useNewPosts } from './use-today-plan';

interface Props {
  view: PanelView;
  send(command: PanelCommand): void;
}

/** Offers to record the posts of the account's wall that were published before Vakhta saw it. */
export function WallOffer({ view, send }: Props) {
  const words = useApp().messages.panel.wallOffer;
  const { network, account, posts } = view;
  const fresh = useNewPosts(network, account, posts);
  /** Posts that were handed over, until all of them are in the registry. */
  const [handed, setHanded] = useState<readonly string[]>([]);
  const waiting = handed.filter((id) => fresh.includes(id)).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another account is another wall
  useEffect(() => setHanded([]), [network, account]);
  if (handed.length > 0 && waiting === 0 && fresh.length === 0)
    return (
      <Text size="sm" mt={6} role="status">
        {words.done(handed.length)}
      </Text>
    );
  if (fresh.length === 0) return null;
  return (
    <div className={classes.offer} role="status">
      <Text size="sm">{words.found(fresh.length)}</Text>
      <Button
        size="compact-sm"
        loading={waiting > 0}
        onClick={() => {
          setHanded(fresh);
          send({ type: 'recordPosts', ids: [...fresh] });
        }}
      >
        {words.record}
      </Button>
    </div>
  );
}
