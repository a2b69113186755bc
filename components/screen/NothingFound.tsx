import { IconFilterOff } from '@tabler/icons-react';
import { EmptyState } from '../app/EmptyState';

/** There is something, but nothing of it passes the filters. */
export function NothingFound({ words }: { words: { noneTitle: string; noneHint: string } }) {
  return <EmptyState icon={IconFilterOff} title={words.noneTitle} hint={words.noneHint} />;
}
