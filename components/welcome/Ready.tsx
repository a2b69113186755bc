import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink, IconHome } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { siteOf } from '../../lib/networks/hosts';
import { useApp } from '../app/app-context';
import { useRegistry } from '../record/use-registry';
import { openBeside } from './open-beside';

/** More accounts than this are found in the registry. */
const SHOWN = 6;

/** Out to the networks, with the panel. */
export function Ready() {
  const { messages, profile } = useApp();
  const words = messages.welcome.ready;
  const rows = useRegistry();
  const [window, setWindow] = useState<number | undefined>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindow(id));
  }, []);
  const accounts = rows?.accounts.filter(({ status }) => status !== 'deleted') ?? [];
  const places =
    accounts.length > 0
      ? accounts.slice(0, SHOWN).map(({ id, name, network, address }) => ({
          key: id,
          label: words.open(`${name}, ${messages.common.network[network]}`),
          address,
        }))
      : profile.networks.ids.map((id) => ({
          key: id,
          label: words.open(messages.common.network[id]),
          address: `https://${siteOf(id).hosts[0]}/`,
        }));
  return (
    <Stack gap="lg" maw="38rem">
      <div>
        <Title order={2}>{words.title}</Title>
        <Text c="dimmed">{words.hint}</Text>
      </div>
      <section>
        <Title order={3} mb="xs">
          {words.openNetwork}
        </Title>
        <Group gap="xs">
          {rows &&
            places.map(({ key, label, address }, place) => (
              <Button
                key={key}
                size="sm"
                variant={place === 0 ? 'filled' : 'default'}
                leftSection={<IconExternalLink size={16} aria-hidden="true" />}
                onClick={() => void openBeside(address, window).then(setFailed)}
              >
                {label}
              </Button>
            ))}
        </Group>
        {failed && (
          <Text size="sm" mt="xs" role="status">
            {words.panelFailed}
          </Text>
        )}
      </section>
      <Text>{words.pin}</Text>
      <div>
        <Button
          size="sm"
          variant="default"
          component="a"
          href="/dashboard.html#/"
          leftSection={<IconHome size={16} aria-hidden="true" />}
        >
          {words.dashboard}
        </Button>
        <Text size="sm" c="dimmed" mt={6}>
          {words.dashboardHint}
        </Text>
      </div>
    </Stack>
  );
}
