import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';

interface Props {
  words: { previous: string; next: string };
  /** Go to the row before and after; absent at the ends of the list. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

/** The ways from what stands open to its neighbours in the list. */
export function PaneSteps({ words, onPrevious, onNext }: Props) {
  const steps = [
    { label: words.previous, icon: IconChevronUp, onClick: onPrevious },
    { label: words.next, icon: IconChevronDown, onClick: onNext },
  ];
  return steps.map(({ label, icon: Icon, onClick }) => (
    <ActionIcon
      key={label}
      variant="subtle"
      color="gray"
      aria-label={label}
      disabled={!onClick}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  ));
}
