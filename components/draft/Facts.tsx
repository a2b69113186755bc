import { Popover, Progress, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../lib/i18n/plural';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { review } from '../../lib/style';
import type { StyleCategory } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import type { Judged } from './desk';
import classes from './draft.module.css';
import { lengthIn, longestIn } from './limits';
import { isSafe, mergedChange } from './sentences';

interface Props {
  judged: Judged;
}

/** Rules that the author does not want to hear of in this text. */
interface WithSilent extends Props {
  silent: ReadonlySet<string>;
}

/** What the text is worth at a glance: score, reading, length for each network. */
export function Facts({ judged, silent }: WithSilent) {
  const { messages } = useApp();
  const words = messages.drafting.facts;
  return (
    <section className={classes.facts} aria-label={words.label}>
      <Score judged={judged} silent={silent} />
      <Limits text={judged.text} />
    </section>
  );
}

/** The score as it would be with every safe replacement in place; null where that changes nothing. */
function useScoreAfter({ text, remarks, review: last }: Judged, silent: ReadonlySet<string>) {
  return useMemo(() => {
    const change = mergedChange(text, remarks.filter(isSafe));
    if (!change || !last) return null;
    const after = text.slice(0, change.start) + change.text + text.slice(change.end);
    const { score } = review(after, { ignored: silent });
    return score > last.score ? score : null;
  }, [text, remarks, last, silent]);
}

function Score({ judged, silent }: WithSilent) {
  const { messages, locale } = useApp();
  const words = messages.drafting.facts;
  const after = useScoreAfter(judged, silent);
  const { review: last, text, remarks } = judged;
  if (!last || text.trim() === '') return null;
  const { readability, score } = last;
  const { words: count, sentences, readingSeconds, grade } = readability;
  return (
    <div>
      <div className={classes.scoreLine}>
        <span className={classes.number} data-clean={remarks.length === 0 || undefined}>
          {Math.round(score)}
        </span>
        <div className={classes.bar}>
          <div className={classes.scoreName}>
            <span>{words.score}</span>
            <Why judged={judged} />
            {after !== null && <span className={classes.after}>{words.after(after)}</span>}
          </div>
          <Progress
            value={score}
            size="sm"
            color={remarks.length === 0 ? 'green' : 'petrol'}
            aria-label={`${words.score}: ${words.outOf(Math.round(score))}`}
          />
        </div>
      </div>
      <ul className={classes.factList}>
        <li>{words.grade(Math.max(1, Math.round(grade)))}</li>
        <li>{messages.draft.reading(Math.max(1, readingSeconds))}</li>
        <li>{words.words(count)}</li>
        <li>{words.sentences(sentences)}</li>
        {sentences > 0 && (
          <li>
            {words.perSentence(formatNumber(locale, Math.round((count / sentences) * 10) / 10))}
          </li>
        )}
      </ul>
    </div>
  );
}

/** The button behind which the score is explained. */
function Why({ judged }: Props) {
  const { messages } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <Popover width={340} position="top-start" opened={open} onChange={setOpen} returnFocus>
      <Popover.Target>
        <UnstyledButton
          aria-label={messages.drafting.facts.scoreWhy}
          className={classes.info ?? ''}
          onClick={() => setOpen(!open)}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpen(false);
          }}
        >
          <IconInfoCircle size={15} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Breakdown judged={judged} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where the missing points went, and of what kinds the remarks are. */
function Breakdown({ judged: { review: last } }: Props) {
  const { messages, locale } = useApp();
  const words = messages.drafting.facts;
  const kinds = useMemo(() => {
    const counts = new Map<StyleCategory, number>();
    // The body's own list is no fault of the text.
    for (const { category } of last?.remarks ?? [])
      if (category !== 'own') counts.set(category, (counts.get(category) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, [last]);
  if (!last) return null;
  const { costs = [], score } = last;
  return (
    <>
      <Text size="sm">{words.scoreHint}</Text>
      {costs.length > 0 && (
        <table className={classes.costs}>
          <caption>{words.costs(Math.round(score))}</caption>
          <tbody>
            {costs.map(({ what, points }) => (
              <tr key={what}>
                <th scope="row">{words.cost[what]}</th>
                <td>−{formatNumber(locale, points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {kinds.length > 0 && (
        <>
          <p className={classes.kindsTitle}>{words.kinds}</p>
          <ul className={classes.kinds}>
            {kinds.map(([category, count]) => (
              <li key={category}>
                <span>{messages.drafting.category[category]}</span>
                <span>{formatNumber(locale, count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Limits({ text }: { text: string }) {
  const { messages, locale } = useApp();
  const words = messages.drafting.facts;
  const lengths = useMemo(
    () => NETWORK_IDS.map((network) => [network, lengthIn(network, text.trim())] as const),
    [text],
  );
  const number = (n: number) => formatNumber(locale, n);
  return (
    <ul className={classes.limits} aria-label={words.limits}>
      {lengths.map(([network, length]) => {
        const most = longestIn(network);
        const name = messages.common.network[network];
        const over = length - most;
        return (
          <li key={network} data-over={over > 0 || undefined}>
            <VisuallyHidden>
              {over > 0
                ? words.over(name, number(over))
                : words.fits(name, number(length), number(most))}
            </VisuallyHidden>
            <span aria-hidden="true">{name}</span>
            <b aria-hidden="true">{over > 0 ? `+${number(over)}` : number(length)}</b>
            <span className={classes.quiet} aria-hidden="true">
              / {number(most)}
            </span>
            <span
              className={classes.gauge}
              aria-hidden="true"
              style={
                { '--full': `${Math.min(100, (length / most) * 100)}%` } as React.CSSProperties
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
