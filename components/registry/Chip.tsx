import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

export type ChipTone = 'plain' | 'quiet' | 'warn' | 'bad';

const LOOKS: Record<ChipTone, { color: string; c?: string }> = {
  plain: { color: 'petrol' },
  quiet: { color: 'gray' },
  // Mantine's own orange misses 4.5:1 on its light ground.
  warn: { color: 'orange', c: 'var(--vakhta-warn)' },
  bad: { color: 'red', c: 'var(--mantine-color-error)' },
};

/** A state in a word or two; the words say it, the tone helps. */
export function Chip({ tone, children }: { tone: ChipTone; children: ReactNode }) {
  return (
    <Badge variant="light" radius="sm" tt="none" {...LOOKS[tone]}>
      {children}
    </Badge>
  );
}
