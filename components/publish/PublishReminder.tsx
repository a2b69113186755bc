import { Alert, Anchor } from '@mantine/core';
import { IconWorldUpload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { countChanges } from '../../lib/registry/published';
import { useApp } from '../app/app-context';
import { usePublished } from './use-published';

/** On the day's first screen, when the site shows another registry than this one. */
export function PublishReminder() {
  const { messages, profile } = useApp();
  const words = messages.publish.reminder;
  const changes = usePublished()?.registry.changes;
  const count = changes ? countChanges(changes) : 0;
  if (count === 0) return null;
  return (
    <Alert icon={<IconWorldUpload aria-hidden="true" />} color="petrol" title={words.title}>
      {words.hint(count, profile.publishing.clause)}{' '}
      <Anchor component={Link} href="/publish">
        {words.link}
      </Anchor>
    </Alert>
  );
}
