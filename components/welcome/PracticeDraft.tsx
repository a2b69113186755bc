import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { PRACTICE } from '../../lib/networks/practice';
import { useApp } from '../app/app-context';
import { Keys } from '../keys/Keys';
import { PRACTICE_DRAFT } from './material';
import { usePractice } from './use-practice';
import classes from './welcome.module.css';

const KEYS = ['nextRemark', 'acceptRemark', 'ignoreRemark'] as const;

/** A draft in an ordinary field; Vakhta checks it as it does in a network's own. */
export function PracticeDraft() {
  const { messages, settings } = useApp();
  const words = messages.welcome.draft;
  const { draft } = usePractice();
  const [turn, setTurn] = useState(0);
  return (
    <div className={classes.practice}>
      <section className={classes.network}>
        <Title order={2}>{words.title}</Title>
        <Text c="dimmed" size="sm" mb="md">
          {words.hint}
        </Text>
        <textarea
          key={turn}
          {...{ [PRACTICE.editor]: '' }}
          className={classes.editor}
          aria-label={words.label}
          lang="ru"
          rows={7}
          spellCheck={false}
          defaultValue={PRACTICE_DRAFT}
        />
        <Text role="status" fw={550} my="xs">
          {draft === null ? words.start : words.left(draft.remarks.length)}
        </Text>
        <Button variant="subtle" onClick={() => setTurn(turn + 1)}>
          {words.reset}
        </Button>
      </section>
      <aside className={classes.side}>
        <Title order={3}>{messages.welcome.thread.howTitle}</Title>
        <dl className={classes.how}>
          {KEYS.map((name) => (
            <div key={name}>
              <dt>
                <Keys chord={settings.keys[name]} />
              </dt>
              <dd>{words.how[name]}</dd>
            </div>
          ))}
        </dl>
        <Text size="sm" c="dimmed">
          {words.undo}
        </Text>
      </aside>
    </div>
  );
}
