import { Popover, Progress, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../lib/i18n/plural';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { review } from '../../lib/style';
import { STYLE_CATEGORIES, type StyleCategory } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import type { Judged } from './desk';
import classes from './draft.module.css';
import { POST_LIMITS } from './limits';
import { isSafe, mergedChange } from './sentences';

interface Props {
  judged: Judged;
}

/** What the text is worth at a glance: score, reading, length for each network. */
export function Facts({ judged }: Props) {
  const { messages } = useApp();
  const words = messages.drafting.facts;
  return (
    <section className={classes.facts} aria-label={words.label}>
      <Score judged={judged} />
      <Limits text={judged.text} />
    </section>
  );
}

/** The score as it would be with every safe replacement in place; null where that changes nothing. */
function useScoreAfter({ text, remarks, review: last }: Judged, ignored: readonly string[]) {
  return useMemo(() => {
    const change = mergedChange(text, remarks.filter(isSafe));
    if (!change || !last) return null;
    const after = text.slice(0, change.start) + change.text + text.slice(change.end);
    const { score } = review(after, { ignored: new Set(ignored) });
    return score > last.score ? score : null;
  }, [text, remarks, last, ignored]);
}

function Score({ judged }: Props) {
  const { messages, locale, settings } = useApp();
  const words = messages.drafting.facts;
  const after = useScoreAfter(judged, settings.ignoredStyleRules);
  const { review: last, text, remarks } = judged;
  if (!last || text.trim() === '') return null;
  const { readability, score } = last;
  const { words: count, sentences, readingSeconds, grade } = readability;
  return (
    <div className={classes.score}>
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

const EVERY_KIND: ReadonlySet<string> = new Set(STYLE_CATEGORIES);

/**
 * What costs how much, told apart by what is certain: the text judged without any remark shows what its
 * words and sentences cost by themselves, the rest is the remarks'.
 */
function Breakdown({ judged: { text, review: last } }: Props) {
  const { messages, locale } = useApp();
  const words = messages.drafting.facts;
  const told = useMemo(() => {
    if (!last) return null;
    const bare = review(text, { ignored: EVERY_KIND }).score;
    const counts = new Map<StyleCategory, number>();
    for (const { category } of last.remarks)
      if (category !== 'own') counts.set(category, (counts.get(category) ?? 0) + 1);
    const kinds = [...counts].sort((a, b) => b[1] - a[1]);
    const remarks = kinds.reduce((sum, [, count]) => sum + count, 0);
    return {
      kinds,
      remarks,
      phrases: Math.round(bare) - Math.round(last.score),
      shape: 100 - Math.round(bare),
    };
  }, [text, last]);
  if (!told || !last) return null;
  const { kinds, remarks, phrases, shape } = told;
  const each = remarks > 0 ? Math.round((phrases / remarks) * 10) / 10 : 0;
  return (
    <>
      <Text size="sm">{words.scoreHint}</Text>
      <table className={classes.costs}>
        <caption>{words.costs(Math.round(last.score))}</caption>
        <tbody>
          <tr>
            <th scope="row">{words.shape}</th>
            <td>{lost(shape)}</td>
          </tr>
          <tr>
            <th scope="row">
              {messages.drafting.advice.count(remarks)}
              {each > 0 && remarks > 1 && (
                <span className={classes.quiet}>, {words.each(formatNumber(locale, each))}</span>
              )}
            </th>
            <td>{lost(phrases)}</td>
          </tr>
        </tbody>
      </table>
      {kinds.length > 0 && (
        <ul className={classes.kinds}>
          {kinds.map(([category, count]) => (
            <li key={category}>
              <span>{messages.drafting.category[category]}</span>
              <span>{formatNumber(locale, count)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const lost = (points: number) => (points > 0 ? `−${points}` : '0');

function Limits({ text }: { text: string }) {
  const { messages, locale } = useApp();
  const words = messages.drafting.facts;
  const lengths = useMemo(
    () =>
      NETWORK_IDS.map((network) => [network, POST_LIMITS[network].lengthOf(text.trim())] as const),
    [text],
  );
  const number = (n: number) => formatNumber(locale, n);
  return (
    <ul className={classes.limits} aria-label={words.limits}>
      {lengths.map(([network, length]) => {
        const { most } = POST_LIMITS[network];
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
