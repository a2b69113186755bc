import { Button, Stack, Text } from '@mantine/core';
import {
  IconLayoutSidebarRight,
  IconPlayerPause,
  IconPlayerPlay,
  IconTable,
} from '@tabler/icons-react';
import { useState } from 'react';
import { browser } from 'wxt/browser';
import { givenNetworks } from '../../lib/i18n/network-names';
import { sendMessage } from '../../lib/messages/protocol';
import type { TabState } from '../../lib/messages/tab-state';
import { hostsOff } from '../../lib/settings/settings';
import { useApp } from '../app/app-context';
import { Brand } from '../app/Brand';
import { BlindDeeds } from '../health/BlindDeeds';
import { teachIn } from '../health/teach';
import classes from './popup.module.css';
import { useTab, type WatchedTab } from './use-tab';

/** State of this tab, and the switches one needs in passing. */
export function Popup() {
  const { locale, messages } = useApp();
  const tab = useTab();
  if (tab === undefined) return null;
  return (
    <main className={classes.popup}>
      <h1 className={classes.title}>
        <Brand size={22} />
        {messages.popup.title}
        {tab?.host && <span className={classes.host}>{tab.host}</span>}
      </h1>
      {tab?.host ? (
        <Here tab={tab} host={tab.host} />
      ) : (
        <Text c="dimmed">{messages.popup.elsewhere(givenNetworks(locale))}</Text>
      )}
      <Deeds tab={tab} />
    </main>
  );
}

function Here({ tab, host }: { tab: WatchedTab; host: string }) {
  const { managed, messages, settings } = useApp();
  const words = messages.popup;
  if (hostsOff(managed.values.networks).includes(host))
    return <Text role="status">{messages.managed.networkOff(host)}</Text>;
  if (settings.pausedHosts.includes(host) || tab.state?.paused)
    return <Text role="status">{words.paused(host)}</Text>;
  if (tab.state === null) return <Text c="dimmed">{words.starting}</Text>;
  return <Seen tab={tab.id} state={tab.state} />;
}

/** What Vakhta sees on the page, and what to do where it sees too little. */
function Seen({ tab, state }: { tab: number; state: TabState }) {
  const { messages } = useApp();
  const words = messages.health;
  const [failed, setFailed] = useState(false);
  const teach = () =>
    void teachIn(tab).then(
      () => close(),
      () => setFailed(true),
    );
  const { blind } = state;
  return (
    <div>
      {blind !== null && (
        <Text role="alert" className={classes.warn ?? ''}>
          {words.say[blind](state.claimed)}
        </Text>
      )}
      {(blind === null || blind === 'composer') && <Counts state={state} />}
      {blind !== null && (
        <BlindDeeds blind={blind} network={state.network} tab={tab} onTeach={teach} />
      )}
      {blind === null && state.read === 0 && (
        <Button size="compact-sm" variant="subtle" mt={6} px={0} onClick={teach}>
          {words.teachMore}
        </Button>
      )}
      {failed && (
        <Text size="sm" role="alert" mt={4} className={classes.warn ?? ''}>
          {words.teachFailed}
        </Text>
      )}
    </div>
  );
}

function Counts({ state }: { state: TabState }) {
  const { locale, messages } = useApp();
  const words = messages.popup;
  const left = Math.max(0, state.flagged - state.done);
  const say = state.read === 0 ? words.noComments : left === 0 ? words.calm : words.left(left);
  return (
    <div role="status">
      <Text size="lg" fw={600}>
        {say}
      </Text>
      {state.read > 0 && (
        <dl className={classes.counts}>
          {(['read', 'flagged', 'done'] as const).map((name) => (
            <div key={name}>
              <dd>{state[name].toLocaleString(locale)}</dd>
              <dt>{words[name]}</dt>
            </div>
          ))}
        </dl>
      )}
      {state.waiting > 0 && (
        <Text size="sm" mt="xs" className={classes.warn ?? ''}>
          {words.waiting(state.waiting)}
        </Text>
      )}
    </div>
  );
}

function Deeds({ tab }: { tab: WatchedTab | null }) {
  const { managed, messages, settings, change } = useApp();
  const words = messages.popup;
  const [failed, setFailed] = useState(false);
  const host = tab?.host ?? null;
  const off = host !== null && hostsOff(managed.values.networks).includes(host);
  const paused = host !== null && settings.pausedHosts.includes(host);

  /** The panel opens only within the operator's own gesture, so nothing is awaited before. */
  const openPanel = () => {
    // Firefox has `sidebarAction` instead; the common types know Chromium's only.
    const { sidebarAction } = browser as { sidebarAction?: { open(): Promise<void> } };
    const opening = sidebarAction
      ? sidebarAction.open()
      : browser.sidePanel.open({ tabId: tab?.id ?? -1 });
    opening.then(
      () => close(),
      () => setFailed(true),
    );
  };
  const openDashboard = () =>
    void sendMessage('openDashboard', { hash: '#/' }).then(
      () => close(),
      () => setFailed(true),
    );
  const togglePause = () => {
    if (host === null) return;
    const others = settings.pausedHosts.filter((other) => other !== host);
    void change({ pausedHosts: paused ? others : [...others, host] });
  };

  return (
    <Stack gap={6}>
      {host !== null && !paused && (
        <Button
          size="sm"
          fullWidth
          variant={tab?.state?.blind ? 'default' : 'filled'}
          leftSection={<IconLayoutSidebarRight size={17} aria-hidden="true" />}
          onClick={openPanel}
        >
          {words.openPanel}
        </Button>
      )}
      <Button
        size="sm"
        fullWidth
        variant="default"
        leftSection={<IconTable size={17} aria-hidden="true" />}
        onClick={openDashboard}
      >
        {words.openDashboard}
      </Button>
      {host !== null && !off && (
        <Button
          size="sm"
          fullWidth
          variant={paused ? 'filled' : 'subtle'}
          leftSection={
            paused ? (
              <IconPlayerPlay size={17} aria-hidden="true" />
            ) : (
              <IconPlayerPause size={17} aria-hidden="true" />
            )
          }
          onClick={togglePause}
        >
          {paused ? words.resume : words.pause}
        </Button>
      )}
      {settings.operator === '' && (
        <Text size="sm" c="dimmed">
          {words.noName}
        </Text>
      )}
      {failed && (
        <Text size="sm" role="alert" className={classes.warn ?? ''}>
          {words.failed}
        </Text>
      )}
    </Stack>
  );
}
