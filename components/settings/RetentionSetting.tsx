import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useApp } from '../app/app-context';
import { Fixed } from './Managed';

const SHORTEST = 1;
const LONGEST = 600;

interface Props {
  onSaved(saved: boolean): void;
}

/** Months of personal data. A shorter time erases at once what is older, so it asks first. */
export function RetentionSetting({ onSaved }: Props) {
  const { managed, messages, profile, settings, change } = useApp();
  const fixed = managed.values.retentionMonths !== undefined;
  const words = messages.settings.retention;
  const stored = settings.retentionMonths;
  const regional = profile.retentionMonths;
  const [typed, setTyped] = useState<number | string>(stored);
  const months = typeof typed === 'number' && Number.isInteger(typed) ? typed : Number.NaN;
  const valid = months >= SHORTEST && months <= LONGEST;
  const shorter = valid && months < stored;
  const save = (chosen = months) => {
    const fits = chosen >= SHORTEST && chosen <= LONGEST;
    if (fits && chosen !== stored) void change({ retentionMonths: chosen }).then(onSaved);
  };
  /** The region's term is proposed and never taken by itself: a shorter one erases, so it asks as any does. */
  const propose = () => {
    setTyped(regional);
    if (regional > stored) save(regional);
  };

  return (
    <div>
      <NumberInput
        label={words.months}
        description={<Fixed when={fixed}>{words.profile(regional)}</Fixed>}
        disabled={fixed}
        size="sm"
        min={SHORTEST}
        max={LONGEST}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        error={valid ? undefined : words.wrong}
        value={typed}
        onChange={setTyped}
        onBlur={() => {
          if (!shorter) save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !shorter) save();
        }}
      />
      {!fixed && stored !== regional && (
        <Button mt="xs" variant="default" onClick={propose}>
          {words.propose(regional)}
        </Button>
      )}
      {shorter && (
        <Group gap="xs" mt="xs" role="alert">
          <Text size="sm">{words.shorter(months)}</Text>
          <Button color="red" variant="light" onClick={() => save()}>
            {words.confirm}
          </Button>
          <Button variant="default" onClick={() => setTyped(stored)}>
            {messages.common.cancel}
          </Button>
        </Group>
      )}
    </div>
  );
}
