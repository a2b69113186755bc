import { Button, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type ChordClash, chordOf, clashOf } from '../../lib/settings/chord';
import { DEFAULT_SETTINGS, KEY_ACTIONS, type KeyAction } from '../../lib/settings/settings';
import { useApp } from '../app/app-context';
import { Keys } from '../keys/Keys';
import classes from './settings.module.css';

/** Those that work inside a draft; the others are for comments. */
const DRAFT: ReadonlySet<KeyAction> = new Set(['nextRemark', 'acceptRemark', 'ignoreRemark']);

interface Props {
  onSaved(saved: boolean): void;
}

/** Every key with what it does; one is changed by pressing its new keys. */
export function KeySettings({ onSaved }: Props) {
  const { messages, settings, change } = useApp();
  const words = messages.settings.keys;
  const [recording, setRecording] = useState<KeyAction | null>(null);
  const [clash, setClash] = useState<ChordClash | null>(null);
  const usual = KEY_ACTIONS.every(
    (action) => settings.keys[action] === DEFAULT_SETTINGS.keys[action],
  );

  const record = (action: KeyAction | null) => {
    setRecording(action);
    setClash(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (recording === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return record(null);
    const chord = chordOf(event);
    if (chord === null) return;
    const found = clashOf(settings.keys, recording, chord);
    setClash(found);
    if (found) return;
    record(null);
    void change({ keys: { ...settings.keys, [recording]: chord } }).then(onSaved);
  };

  return (
    <>
      {[false, true].map((draft) => (
        <table key={String(draft)} className={classes.keys}>
          <caption>{draft ? words.groupDraft : words.groupModeration}</caption>
          <tbody>
            {KEY_ACTIONS.filter((action) => DRAFT.has(action) === draft).map((action) => (
              <tr key={action}>
                <th scope="row">{words.action[action]}</th>
                <td>
                  {recording === action ? (
                    <span role="status">
                      <Text span size="sm">
                        {words.press}
                      </Text>
                      <Text span size="xs" c="dimmed">
                        {' '}
                        {words.pressHint}
                      </Text>
                    </span>
                  ) : (
                    <Keys chord={settings.keys[action]} />
                  )}
                  {recording === action && clash && (
                    <span className={classes.clash} role="alert">
                      {clash === 'reserved'
                        ? words.reserved
                        : words.clash(words.action[clash.with])}
                    </span>
                  )}
                </td>
                <td>
                  <Button
                    size="compact-xs"
                    variant={recording === action ? 'light' : 'subtle'}
                    aria-label={`${words.change}: ${words.action[action]}`}
                    onClick={() => record(recording === action ? null : action)}
                    onKeyDown={onKeyDown}
                    onBlur={() => record(null)}
                  >
                    {recording === action ? messages.common.cancel : words.change}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <Button
        variant="default"
        disabled={usual}
        onClick={() => void change({ keys: DEFAULT_SETTINGS.keys }).then(onSaved)}
      >
        {words.reset}
      </Button>
    </>
  );
}
