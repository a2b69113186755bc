import { Button, Group, Stepper, Text, Title } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useApp } from '../app/app-context';
import { Brand } from '../app/Brand';
import { Ready } from './Ready';
import { StartForm } from './StartForm';
import classes from './welcome.module.css';

/** On demand: both bring the engines with them. */
const PracticeThread = lazy(async () => ({
  default: (await import('./PracticeThread')).PracticeThread,
}));
const PracticeDraft = lazy(async () => ({
  default: (await import('./PracticeDraft')).PracticeDraft,
}));

const STEPS = ['you', 'thread', 'draft', 'ready'] as const;
const LAST = STEPS.length - 1;

/** The first day: who one is, a thread and a draft to practise on, and out to the networks. */
export function Welcome() {
  const { messages } = useApp();
  const words = messages.welcome;
  const [step, setStep] = useState(0);
  const main = useRef<HTMLElement>(null);
  const name = STEPS[step] ?? 'ready';

  useEffect(() => {
    document.title = `${words.title} — ${messages.common.appName}`;
  }, [words, messages]);

  const go = (to: number) => {
    setStep(Math.min(Math.max(to, 0), LAST));
    // The new step is read from its beginning, by eye and by screen reader.
    scrollTo({ top: 0, behavior: 'instant' });
    main.current?.focus({ preventScroll: true });
  };
  const on = () => go(step + 1);

  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Group gap="sm" wrap="nowrap">
          <Brand size={32} />
          <div>
            <Title order={1}>{words.title}</Title>
            <Text size="sm" c="dimmed">
              {words.hint}
            </Text>
          </div>
        </Group>
        {step < LAST && (
          <Button variant="subtle" onClick={() => go(LAST)}>
            {words.skipAll}
          </Button>
        )}
      </header>
      <Stepper
        active={step}
        onStepClick={go}
        size="sm"
        iconSize={30}
        aria-label={words.stepOf(step + 1, STEPS.length)}
        className={classes.steps ?? ''}
      >
        {STEPS.map((one) => (
          <Stepper.Step key={one} label={words.steps[one]} allowStepSelect />
        ))}
      </Stepper>
      <main ref={main} tabIndex={-1} className={classes.main}>
        <Suspense fallback={null}>
          {name === 'you' && <StartForm onDone={on} onSkip={on} />}
          {name === 'thread' && <PracticeThread />}
          {name === 'draft' && <PracticeDraft />}
          {name === 'ready' && <Ready />}
        </Suspense>
        {(name === 'thread' || name === 'draft') && (
          <Group mt="lg" gap="xs">
            <Button size="sm" onClick={on}>
              {words.next}
            </Button>
            <Button size="sm" variant="default" onClick={() => go(step - 1)}>
              {words.back}
            </Button>
          </Group>
        )}
      </main>
    </div>
  );
}
