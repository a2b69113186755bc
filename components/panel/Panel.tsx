import {
  ActionIcon,
  Alert,
  Button,
  Kbd,
  Loader,
  Modal,
  Progress,
  Tabs,
  Text,
  Tooltip,
} from '@mantine/core';
import {
  IconAlertTriangle,
  IconEyeOff,
  IconKeyboard,
  IconMessageOff,
  IconMoodSmile,
  IconPlayerPause,
  IconPlugConnectedX,
  IconTable,
  IconWorldOff,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { browser } from 'wxt/browser';
import type { PanelCommand, PanelView } from '../../lib/messages/panel';
import { sendMessage } from '../../lib/messages/protocol';
import type { NetworkId } from '../../lib/networks/hosts';
import type { KeyAction } from '../../lib/settings/settings';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { BlindDeeds } from '../health/BlindDeeds';
import { HelpLinks } from '../help/HelpLinks';
import { Keys } from '../keys/Keys';
import { useAccountName } from '../record/use-account-name';
import shared from '../text/text.module.css';
import { AuthorSection } from './AuthorSection';
import { DraftSection } from './DraftSection';
import classes from './panel.module.css';
import { SECTIONS, type Section, usePanel } from './panel-store';
import { QueueSection } from './QueueSection';
import { TodayPlan } from './TodayPlan';
import { useLink } from './use-link';
import { usePanelKeys } from './use-panel-keys';
import { type Queue, useQueue } from './use-queue';
import { useTodayPlan } from './use-today-plan';
import { WallOffer } from './WallOffer';

/** The panel beside the page: its queue, its draft, this author. */
export function Panel() {
  const { messages, settings, change } = useApp();
  const words = messages.panel.empty;
  const { link, send, tab } = useLink();
  useEffect(() => {
    document.title = messages.panel.title;
  }, [messages]);

  if (link.host !== null && settings.pausedHosts.includes(link.host))
    return (
      <EmptyState icon={IconPlayerPause} title={words.paused} hint={words.pausedHint}>
        <Button
          onClick={() =>
            void change({
              pausedHosts: settings.pausedHosts.filter((host) => host !== link.host),
            })
          }
        >
          {words.resume}
        </Button>
      </EmptyState>
    );
  switch (link.state) {
    case 'connecting':
      return (
        <div className={classes.waiting}>
          <Loader size="sm" type="dots" aria-label={words.connecting} />
          <Text c="dimmed">{words.connecting}</Text>
        </div>
      );
    case 'elsewhere':
      return <EmptyState icon={IconWorldOff} title={words.elsewhere} hint={words.elsewhereHint} />;
    case 'silent':
      return (
        <EmptyState icon={IconPlugConnectedX} title={words.silent} hint={words.silentHint} alert>
          <Button
            onClick={() => {
              const id = tab();
              if (id !== null) void browser.tabs.reload(id);
            }}
          >
            {words.reload}
          </Button>
        </EmptyState>
      );
    case 'live':
      return <Live view={link.view} tab={tab()} send={send} />;
  }
}

interface LiveProps {
  view: PanelView;
  tab: number | null;
  send(command: PanelCommand): void;
}

function Live({ view, tab, send }: LiveProps) {
  const { messages } = useApp();
  const words = messages.panel;
  const queue = useQueue(view);
  const search = useRef<HTMLInputElement>(null);
  const section = usePanel((state) => state.section);
  const show = usePanel((state) => state.show);
  usePanelKeys({ queue, send, search });
  const planned = useTodayPlan(view.network, view.account);
  const counts: Record<Section, number> = {
    queue: queue.waiting.length,
    // While nothing is written, what is to be written counts.
    draft: view.draft?.remarks.length ?? planned.length,
    author: 0,
  };

  return (
    <div className={classes.panel}>
      <Top view={view} queue={queue} tab={tab} send={send} />
      {view.blind !== null && !isEmptyOfComments(view) && (
        <Alert
          color="orange"
          icon={<IconEyeOff aria-hidden="true" />}
          p="xs"
          mx="sm"
          mt="xs"
          title={messages.health.title[view.blind]}
        >
          {messages.health.hint[view.blind](view.claimed)}
          <BlindDeeds
            blind={view.blind}
            network={view.network}
            tab={tab}
            onTeach={() => send({ type: 'teach' })}
          />
        </Alert>
      )}
      <Tabs
        className={classes.tabs}
        value={section}
        onChange={(value) => show(value as Section)}
        keepMounted={false}
      >
        <Tabs.List grow aria-label={words.sections}>
          {SECTIONS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {words.tabs[name]}
              {counts[name] > 0 && <span className={shared.count}>{counts[name]}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="queue" className={classes.section}>
          {view.queue.length === 0 ? (
            <Quiet view={view} tab={tab} send={send} />
          ) : (
            <QueueSection queue={queue} search={search} send={send} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="draft" className={classes.section}>
          <TodayPlan entries={planned} send={send} />
          {(view.draft !== null || planned.length === 0) && (
            <DraftSection draft={view.draft} send={send} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="author" className={classes.section}>
          <AuthorSection network={view.network} item={queue.current} send={send} />
        </Tabs.Panel>
      </Tabs>
      <Help />
    </div>
  );
}

/** The thread without its account, whose name stands above: `-100_200` is number 200 there. */
const threadNumber = (thread: string) => thread.replace(/^-?\d+_/, '');

/** Whose page this is, how far the work is, and what is wrong. */
function Top({ view, queue, send }: LiveProps & { queue: Queue }) {
  const { messages } = useApp();
  const words = messages.panel;
  const toggleHelp = usePanel((state) => state.toggleHelp);
  const flagged = view.queue.length;
  const done = queue.done.length;
  const progress = words.progress(done, flagged);
  return (
    <header className={classes.top}>
      <div className={classes.title}>
        <div className={classes.whose}>
          <h1>
            {view.account === '' ? (
              messages.common.network[view.network]
            ) : (
              <AccountName network={view.network} owner={view.account} />
            )}
          </h1>
          <p>
            {view.thread === '' ? words.wall : words.thread(threadNumber(view.thread))}
            {view.identity !== '' && ` · ${words.as(view.identity)}`}
          </p>
        </div>
        <IconButton label={words.help.button} icon={IconKeyboard} onClick={toggleHelp} />
        <IconButton
          label={words.log}
          icon={IconTable}
          onClick={() => void sendMessage('openDashboard', { hash: '#/log' })}
        />
      </div>
      <dl className={classes.stats}>
        <Stat name={words.read} value={view.read} />
        <Stat name={words.flagged} value={flagged} />
        <Stat name={words.done} value={done} />
      </dl>
      {flagged > 0 && (
        <Progress
          size={4}
          value={(done / flagged) * 100}
          aria-label={progress}
          className={classes.progress ?? ''}
        />
      )}
      <WallOffer view={view} send={send} />
      {view.trouble !== null && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden="true" />} p="xs" mt="xs">
          {view.trouble}
        </Alert>
      )}
      {view.waiting > 0 && view.trouble === null && (
        <Text size="sm" c="dimmed" mt={4} role="status">
          {words.waiting(view.waiting)}
        </Text>
      )}
    </header>
  );
}

function AccountName({ network, owner }: { network: NetworkId; owner: string }) {
  return useAccountName(network, owner);
}

function Stat({ name, value }: { name: string; value: number }) {
  const { locale } = useApp();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value.toLocaleString(locale)}</dd>
    </div>
  );
}

interface IconButtonProps {
  label: string;
  icon: typeof IconTable;
  onClick(): void;
}

function IconButton({ label, icon: Icon, onClick }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={onClick}>
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Nothing is in the queue because nothing can be read: that fills the place of the queue. */
const isEmptyOfComments = ({ blind, queue }: PanelView): boolean =>
  queue.length === 0 && (blind === 'comments' || blind === 'words');

/** Why there is no queue. */
function Quiet({ view, tab, send }: LiveProps): ReactNode {
  const { messages } = useApp();
  const words = messages.panel.empty;
  const { health } = messages;
  const { blind } = view;
  const teach = () => send({ type: 'teach' });
  if (blind !== null && isEmptyOfComments(view))
    return (
      <EmptyState
        icon={IconEyeOff}
        title={health.title[blind]}
        hint={health.hint[blind](view.claimed)}
        alert
      >
        <BlindDeeds blind={blind} network={view.network} tab={tab} onTeach={teach} />
      </EmptyState>
    );
  if (view.read === 0)
    return (
      <EmptyState icon={IconMessageOff} title={words.noComments} hint={words.noCommentsHint}>
        <Button size="compact-sm" variant="subtle" onClick={teach}>
          {health.teachMore}
        </Button>
      </EmptyState>
    );
  return <EmptyState icon={IconMoodSmile} title={words.calm} hint={words.calmHint(view.read)} />;
}

/** Keys that work in the panel, in the order of the hand. */
const HELP_KEYS: readonly KeyAction[] = [
  'next',
  'previous',
  'keep',
  'note',
  'blacklist',
  'openMenu',
  'undo',
  'thread',
  'search',
  'help',
];

function Help() {
  const { locale, messages, profile, settings } = useApp();
  const words = messages.panel.help;
  const opened = usePanel((state) => state.help);
  const toggleHelp = usePanel((state) => state.toggleHelp);
  return (
    <Modal
      opened={opened}
      onClose={toggleHelp}
      title={words.title}
      size="sm"
      closeButtonProps={{ 'aria-label': messages.common.close }}
    >
      <Text mb="sm">{messages.help.panel}</Text>
      <table className={classes.help}>
        <tbody>
          {HELP_KEYS.map((action) => (
            <tr key={action}>
              <td>
                <Keys chord={settings.keys[action]} />
              </td>
              <td>{messages.settings.keys.action[action]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text fw={600} mt="sm" mb={4}>
        {words.grounds}
      </Text>
      <table className={classes.help}>
        <tbody>
          {profile.grounds.map((ground, index) => (
            <tr key={ground.id}>
              <td>
                <Kbd size="xs">{index + 1}</Kbd>
              </td>
              <td>{ground.title[locale]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="sm" c="dimmed" mt="sm">
        {words.hint}
      </Text>
      <HelpLinks guide="Комментарии с клавиатуры" />
    </Modal>
  );
}
