import { Button, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconCheck, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { review } from '../../lib/style';
import type { Remark } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import type { Judged } from './desk';
import classes from './draft.module.css';
import { type Place, WALK_STEPS, type WalkStep } from './press-release';
import { Choices } from './SentenceCard';
import type { Walk } from './stored';

/** Places of one step that are listed; all are marked in the text. */
const MOST_PLACES = 8;
/** Longest words of a place in the list, UTF-16 code units. */
const LONGEST_PLACE = 160;

interface Props {
  walk: Walk | null;
  judged: Judged;
  places: readonly Place[];
  remarks: readonly Remark[];
  currentPlace: Place | null;
  /** The text at the moment of a click. */
  textOf(): string;
  onWalk(walk: Walk | null): void;
  onPlace(place: Place): void;
  onRemark(remark: Remark): void;
  onAccept(remark: Remark, replacement: string): void;
  /** To the remarks that are left. */
  onAdvice(): void;
}

/** From a press release to a post, step by step; the author does the editing. */
export function WalkPane(props: Props) {
  const { walk } = props;
  if (!walk) return <Beginning {...props} />;
  return walk.finished ? <End {...props} walk={walk} /> : <Step {...props} walk={walk} />;
}

function Beginning({ judged, textOf, onWalk }: Props) {
  const { messages } = useApp();
  const words = messages.drafting.walk;
  const isEmpty = judged.text.trim() === '';
  return (
    <div className={classes.walk}>
      <Title order={2}>{words.title}</Title>
      <Text c="dimmed" mt={4}>
        {words.hint}
      </Text>
      <ol className={classes.overview}>
        {WALK_STEPS.map((step) => (
          <li key={step}>{words.step[step].title}</li>
        ))}
      </ol>
      <Group gap="sm">
        <Button
          size="sm"
          disabled={isEmpty}
          onClick={() => onWalk({ step: 'opening', done: [], before: textOf(), finished: false })}
        >
          {words.start}
        </Button>
        {isEmpty && (
          <Text size="sm" c="dimmed">
            {words.needsText}
          </Text>
        )}
      </Group>
    </div>
  );
}

type Walking = Props & { walk: Walk };

function Step(props: Walking) {
  const { walk, onWalk } = props;
  const { messages } = useApp();
  const words = messages.drafting.walk;
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, done } = walk;
  const at = WALK_STEPS.indexOf(step);
  const following = WALK_STEPS[at + 1];
  const previous = WALK_STEPS[at - 1];
  const text = words.step[step];
  const seen = useRef(step);

  useEffect(() => {
    // A new step is read out; coming back to the screen moves nothing.
    if (seen.current !== step) heading.current?.focus();
    seen.current = step;
  }, [step]);

  const finished = [...new Set([...done, step])];
  return (
    <div className={classes.walk}>
      <ol className={classes.steps} aria-label={words.steps}>
        {WALK_STEPS.map((name, index) => (
          <li key={name}>
            <UnstyledButton
              className={classes.step ?? ''}
              aria-current={name === step ? 'step' : undefined}
              data-done={done.includes(name) || undefined}
              onClick={() => onWalk({ ...walk, step: name })}
            >
              <span className={classes.stepSign} aria-hidden="true">
                {done.includes(name) ? <IconCheck size={13} stroke={2.4} /> : index + 1}
              </span>
              {words.step[name].name}
              {done.includes(name) && <span className={classes.hidden}>, {words.done}</span>}
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <p className={classes.label}>{words.position(at + 1, WALK_STEPS.length)}</p>
      <Title order={2} ref={heading} tabIndex={-1} className={classes.stepTitle ?? ''}>
        {text.title}
      </Title>
      <p className={classes.stepWhy}>{text.why}</p>
      <p className={classes.todo}>
        <b>{words.todo}.</b> {text.todo}
      </p>
      <dl className={classes.beforeAfter} aria-label={words.sample}>
        <div>
          <dt>{words.before}</dt>
          <dd>{text.before}</dd>
        </div>
        <div>
          <dt>{words.after}</dt>
          <dd>{text.after}</dd>
        </div>
      </dl>
      <Places {...props} />
      <div className={classes.walkFoot}>
        {previous && (
          <Button variant="default" size="sm" onClick={() => onWalk({ ...walk, step: previous })}>
            {words.back}
          </Button>
        )}
        <Button
          size="sm"
          rightSection={following && <IconArrowRight size={15} />}
          onClick={() =>
            onWalk(
              following
                ? { ...walk, step: following, done: finished }
                : { ...walk, done: finished, finished: true },
            )
          }
        >
          {following ? words.next : words.finish}
        </Button>
        {following && (
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            onClick={() => onWalk({ ...walk, finished: true })}
          >
            {words.leave}
          </Button>
        )}
      </div>
    </div>
  );
}

const shortened = (text: string) => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_PLACE ? `${line.slice(0, LONGEST_PLACE).trimEnd()}…` : line;
};

/** Steps that show what is good to have, not what is too much. */
const WANTED: ReadonlySet<WalkStep> = new Set(['reader', 'call']);

function Places({ walk, judged, places, remarks, currentPlace, ...act }: Walking) {
  const { messages } = useApp();
  const { walk: words, advice } = messages.drafting;
  const total = places.length + remarks.length;
  if (total === 0)
    return (
      <p className={classes.none} role="status" data-missing={WANTED.has(walk.step) || undefined}>
        {!WANTED.has(walk.step) && <IconCircleCheck size={17} aria-hidden="true" />}
        {words.step[walk.step].none}
      </p>
    );
  const listed = places.slice(0, MOST_PLACES);
  const offered = remarks.slice(0, MOST_PLACES);
  const left = total - listed.length - offered.length;
  return (
    <section aria-label={words.found(total)}>
      <p className={classes.label} role="status">
        {words.found(total)}
      </p>
      <ul className={classes.places}>
        {listed.map((place) => {
          const text = shortened(judged.text.slice(place.start, place.end));
          return (
            <li key={`${place.kind}:${place.start}`}>
              <UnstyledButton
                className={classes.place ?? ''}
                aria-current={place === currentPlace || undefined}
                onClick={() => act.onPlace(place)}
              >
                <span className={classes.placeText}>{text}</span>
                <span className={classes.kind}>
                  {words.kind[place.kind]}
                  {place.kind === 'long' && `, ${words.words(place.count ?? 0)}`}
                  {place.kind === 'wall' && `, ${words.characters(place.count ?? 0)}`}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
        {offered.map((remark) => {
          const phrase = judged.text.slice(remark.start, remark.end).trim();
          return (
            <li key={`${remark.rule}:${remark.start}`} className={classes.offer}>
              <button
                type="button"
                className={classes.phrase}
                aria-label={`${advice.show}: «${phrase}»`}
                onClick={() => act.onRemark(remark)}
              >
                {phrase}
              </button>
              <Text size="sm" c="dimmed">
                {remark.why}
              </Text>
              <Choices remark={remark} words={messages} onChoose={act.onAccept} />
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <Text size="sm" c="dimmed">
          {words.more(left)}
        </Text>
      )}
    </section>
  );
}

function End({ walk, judged, onWalk, onAdvice }: Walking) {
  const { messages, settings } = useApp();
  const words = messages.drafting.walk;
  const count = messages.drafting.facts.count;
  const now = judged.text.trim();
  const before = walk.before.trim();
  const ignored = new Set(settings.ignoredStyleRules);
  return (
    <div className={classes.walk}>
      <Title order={2}>{words.finishedTitle}</Title>
      <Text mt={4}>{words.finishedHint(count(before.length), count(now.length))}</Text>
      <Text>
        {words.score(
          Math.round(review(before, { ignored }).score),
          Math.round(review(now, { ignored }).score),
        )}
      </Text>
      <Group gap="xs" mt="md">
        {judged.remarks.length > 0 && (
          <Button size="sm" onClick={onAdvice}>
            {words.adviceLeft(judged.remarks.length)}
          </Button>
        )}
        <Button variant="default" size="sm" onClick={() => onWalk({ ...walk, finished: false })}>
          {words.toStep}
        </Button>
        <Button variant="default" size="sm" onClick={() => onWalk(null)}>
          {words.again}
        </Button>
      </Group>
      <div className={classes.compare}>
        <section aria-labelledby="walk-before">
          <h3 id="walk-before" className={classes.label}>
            {words.before}
          </h3>
          <p>{before}</p>
        </section>
        <section aria-labelledby="walk-after">
          <h3 id="walk-after" className={classes.label}>
            {words.after}
          </h3>
          <p>{now}</p>
        </section>
      </div>
    </div>
  );
}
