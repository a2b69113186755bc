import { Button, Group, Progress, Text } from '@mantine/core';
import { formatNumber } from '../../lib/i18n/plural';
import { useApp } from '../app/app-context';

interface Props {
  done: number;
  /** 0 while it is not known. */
  total: number;
  words(done: string, total: string): string;
  onStop(): void;
}

/** How far something long has come, and the way to stop it. */
export function JobProgress({ done, total, words, onStop }: Props) {
  const { locale, messages } = useApp();
  const label = words(formatNumber(locale, done), formatNumber(locale, total));
  return (
    <Group gap="sm" wrap="nowrap" w="100%">
      <Progress
        value={total === 0 ? 100 : (done / total) * 100}
        animated={total === 0}
        aria-label={label}
        size="sm"
        flex={1}
        maw="16rem"
      />
      <Text size="sm">{label}</Text>
      <Button size="compact-xs" variant="default" onClick={onStop}>
        {messages.safety.chain.stop}
      </Button>
    </Group>
  );
}
