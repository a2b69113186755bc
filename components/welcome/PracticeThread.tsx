import { Alert, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { PRACTICE } from '../../lib/networks/practice';
import { useApp } from '../app/app-context';
import { Keys } from '../keys/Keys';
import { PRACTICE_COMMENTS, PRACTICE_POST, type PracticeComment } from './material';
import { PracticeMenu } from './PracticeMenu';
import { type Progress, progressesOf } from './progress';
import { usePractice } from './use-practice';
import classes from './welcome.module.css';

/**
 * A discussion that stands for a network's, with a network's own menus. Vakhta itself works on it, as
 * it will on the real ones; what is done here goes nowhere.
 */
export function PracticeThread() {
  const { messages } = useApp();
  const words = messages.welcome.thread;
  const { records, failed } = usePractice();
  const progresses = progressesOf(PRACTICE_COMMENTS, records);
  const done = [...progresses.values()].filter((one) => one === 'right').length;
  return (
    <div className={classes.practice}>
      <section aria-label={words.network} className={classes.network}>
        <Title order={2}>{words.title}</Title>
        <Text c="dimmed" size="sm" mb="md">
          {words.hint}
        </Text>
        {failed && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden="true" />} mb="md">
            {words.failed}
          </Alert>
        )}
        <article className={classes.post}>
          <strong>{words.authorPost}</strong>
          <p lang="ru">{PRACTICE_POST}</p>
        </article>
        <ul className={classes.comments}>
          {PRACTICE_COMMENTS.map((comment) => (
            <li key={comment.id}>
              <CommentOnPage comment={comment} />
            </li>
          ))}
        </ul>
      </section>
      <aside className={classes.side}>
        <HowTo />
        <Tasks progresses={progresses} done={done} />
      </aside>
    </div>
  );
}

/** A comment as the network shows it, or what the network leaves in its place. */
function CommentOnPage({ comment }: { comment: PracticeComment }) {
  const words = useApp().messages.welcome.thread;
  const { id, author, time, text } = comment;
  const [removed, setRemoved] = useState(false);
  if (removed)
    return (
      <div {...{ [PRACTICE.comment]: id }} className={classes.removed}>
        {words.removed}{' '}
        <button
          type="button"
          {...{ [PRACTICE.restore]: '' }}
          className={classes.link}
          onClick={() => setRemoved(false)}
        >
          {words.restore}
        </button>
      </div>
    );
  return (
    <div {...{ [PRACTICE.comment]: id }} className={classes.comment}>
      <div className={classes.head}>
        <strong {...{ [PRACTICE.author]: '' }}>{author}</strong>
        <span {...{ [PRACTICE.time]: '' }} className={classes.time}>
          {time}
        </span>
        <PracticeMenu author={author} onRemove={() => setRemoved(true)} />
      </div>
      <p {...{ [PRACTICE.text]: '' }} lang="ru">
        {text}
      </p>
    </div>
  );
}

const SHOWN_KEYS = ['next', 'remove', 'keep', 'undo', 'help'] as const;

function HowTo() {
  const { messages, settings } = useApp();
  const words = messages.welcome.thread;
  const line = (name: (typeof SHOWN_KEYS)[number] | 'enter') => (
    <div key={name}>
      <dt>
        <Keys chord={name === 'enter' ? 'Enter' : settings.keys[name]} />
      </dt>
      <dd>{words.how[name]}</dd>
    </div>
  );
  return (
    <section>
      <Title order={3} mb="xs">
        {words.howTitle}
      </Title>
      <dl className={classes.how}>
        {SHOWN_KEYS.flatMap((name) =>
          name === 'remove' ? [line(name), line('enter')] : [line(name)],
        )}
      </dl>
      <Text size="sm" c="dimmed" mt="xs">
        {words.mouse}
      </Text>
    </section>
  );
}

interface TasksProps {
  progresses: ReadonlyMap<string, Progress>;
  done: number;
}

function Tasks({ progresses, done }: TasksProps) {
  const words = useApp().messages.welcome.thread;
  const all = PRACTICE_COMMENTS.length;
  return (
    <section>
      <Title order={3} mb="xs">
        {words.listTitle}
      </Title>
      <ol className={classes.tasks}>
        {PRACTICE_COMMENTS.map(({ id, author }) => {
          const progress = progresses.get(id) ?? 'waiting';
          const isWrong = progress !== 'right' && progress !== 'waiting';
          return (
            <li key={id} data-progress={progress}>
              <strong>{author}:</strong> {words.tasks[id]}
              {progress === 'right' && (
                <span className={classes.right}>
                  {' '}
                  <IconCircleCheck size={15} aria-hidden="true" /> {words.state.right}
                </span>
              )}
              {isWrong && <span className={classes.wrong}>{words.state[progress]}</span>}
            </li>
          );
        })}
      </ol>
      <Text role="status" fw={550}>
        {done === all ? words.done : words.progress(done, all)}
      </Text>
    </section>
  );
}
