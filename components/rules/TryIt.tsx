import { Text, Textarea } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { moderate } from '../../lib/moderation';
import { applyDictionary, compileDictionary, type Entry } from '../../lib/moderation/dictionary';
import { useApp } from '../app/app-context';
import { MarkedText } from '../text/MarkedText';
import classes from './rules.module.css';

/** UTF-16 code units; no comment that a person tries is longer. */
const LIMIT = 5_000;

/** The judge, when its rules have been read: they are large, and only this field needs them here. */
function useJudge(): typeof moderate | null {
  const [judge, setJudge] = useState<{ moderate: typeof moderate } | null>(null);
  useEffect(() => {
    let gone = false;
    void import('../../lib/moderation').then((loaded) => {
      if (!gone) setJudge(loaded);
    });
    return () => {
      gone = true;
    };
  }, []);
  return judge?.moderate ?? null;
}

interface Props {
  entries: readonly Entry[];
  /** The entry as it is being written; null while it is not valid. */
  written: Entry | null;
}

/** A comment to try the entry on: shows what the page would mark, with the rules and all entries. */
export function TryIt({ entries, written }: Props) {
  const { messages } = useApp();
  const words = messages.rules.form;
  const judge = useJudge();
  const [text, setText] = useState('');
  const dictionary = useMemo(
    () =>
      compileDictionary([
        ...entries.filter(({ id }) => id !== written?.id),
        ...(written ? [written] : []),
      ]),
    [entries, written],
  );
  const findings = useMemo(
    () => (judge && text !== '' ? applyDictionary(text, judge(text), dictionary) : []),
    [judge, text, dictionary],
  );
  return (
    <div>
      <Textarea
        label={words.try}
        description={words.tryHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LIMIT}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {judge && text.trim() !== '' && (
        <output className={classes.tried} aria-label={words.tried}>
          <MarkedText text={text} findings={findings} />
          {findings.length === 0 && (
            <Text size="xs" c="dimmed" mt={6}>
              {words.triedNothing}
            </Text>
          )}
        </output>
      )}
    </div>
  );
}
