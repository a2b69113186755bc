import { Button } from '@mantine/core';
import { IconSunrise } from '@tabler/icons-react';
import { useApp } from '../app/app-context';

/** The way into the first day, for the first time or again. */
export function WelcomeLink() {
  const words = useApp().messages.welcome;
  return (
    <Button
      variant="default"
      component="a"
      href="/welcome.html"
      leftSection={<IconSunrise size={16} aria-hidden="true" />}
    >
      {words.again}
    </Button>
  );
}
