import { Anchor, Group } from '@mantine/core';
import { guideAddress } from '../../lib/i18n/guide';
import { useApp } from '../app/app-context';

/** From a help to more of it: the guide at a heading, and the first day. */
export function HelpLinks({ guide }: { guide: string }) {
  const { messages } = useApp();
  return (
    <Group gap="md" mt="md">
      <Anchor href={guideAddress(guide)} target="_blank" size="sm">
        {messages.help.guide(guide)}
      </Anchor>
      <Anchor href="/welcome.html" target="_blank" size="sm">
        {messages.welcome.again}
      </Anchor>
    </Group>
  );
}
