import { Modal, Text, UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { actionOf } from '../../lib/settings/chord';
import { useApp } from '../app/app-context';
import { Keys } from '../keys/Keys';
import { isTyping } from '../keys/typing';
import { HelpLinks } from './HelpLinks';
import classes from './help.module.css';
import { type HelpedScreen, type HelpKey, SCREEN_HELP } from './screen-help';

interface Props {
  screen: HelpedScreen;
  /** As the menu names it. */
  name: string;
}

/** The help of the screen that is shown: a button, the key for help, and what it opens. */
export function HelpButton({ screen, name }: Props) {
  const { messages, settings } = useApp();
  const words = messages.help;
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (actionOf(settings.keys, event) !== 'help') return;
      event.preventDefault();
      setOpened(true);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [settings.keys]);
  const { guide, keys }: { guide: string; keys: readonly HelpKey[] } = SCREEN_HELP[screen];
  return (
    <>
      <UnstyledButton className={classes.button} onClick={() => setOpened(true)}>
        <IconHelpCircle size={18} stroke={1.7} aria-hidden="true" />
        {words.button}
        <span className={classes.key}>
          <Keys chord={settings.keys.help} />
        </span>
      </UnstyledButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title(name)}
        size="md"
        closeButtonProps={{ 'aria-label': messages.common.close }}
      >
        <Text>{words.about[screen]}</Text>
        <table className={classes.keys}>
          <caption>{words.keys}</caption>
          <tbody>
            {keys.map((key) => (
              <KeyRow key={key.does} of={key} />
            ))}
            <KeyRow of={{ does: 'help', action: 'help' }} />
          </tbody>
        </table>
        <HelpLinks guide={guide} />
      </Modal>
    </>
  );
}

function KeyRow({ of: key }: { of: HelpKey }) {
  const { messages, settings } = useApp();
  const chords = 'action' in key ? [settings.keys[key.action]] : key.chords;
  return (
    <tr>
      <td>
        <span className={classes.chords}>
          {chords.map((chord) => (
            <Keys key={chord} chord={chord} />
          ))}
        </span>
      </td>
      <td>{messages.help.does[key.does]}</td>
    </tr>
  );
}
