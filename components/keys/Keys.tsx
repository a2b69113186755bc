import { Kbd } from '@mantine/core';
import { chordLabel } from '../../lib/settings/chord';
import { useApp } from '../app/app-context';

/** A chord as keys, with the letter of the Russian layout in Russian. */
export function Keys({ chord }: { chord: string }) {
  const { locale } = useApp();
  const parts = chordLabel(chord, locale);
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {parts.map((part, index) => (
        <span key={part}>
          {index > 0 && '+'}
          <Kbd size="xs">{part}</Kbd>
        </span>
      ))}
    </span>
  );
}
