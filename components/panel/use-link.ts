import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelCommand } from '../../lib/messages/panel';
import { PanelLink, type TabLink } from './link';

/** `?tab=<id>` fixes the tab, as tests need it. */
function fixedTab(): number | null {
  const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(tab) ? tab : null;
}

/** The link to the watched tab, and a way to send it commands. */
export function useLink(): {
  link: TabLink;
  send(command: PanelCommand): void;
  /** Id of the watched tab, or null. */
  tab(): number | null;
} {
  const [link, setLink] = useState<TabLink>({ state: 'connecting', host: null });
  const held = useRef<PanelLink | null>(null);
  useEffect(() => {
    const opened = new PanelLink(fixedTab(), setLink);
    held.current = opened;
    opened.start();
    return () => {
      opened.stop();
      held.current = null;
    };
  }, []);
  const send = useCallback((command: PanelCommand) => {
    held.current?.send(command);
  }, []);
  const tab = useCallback(() => held.current?.tab ?? null, []);
  return { link, send, tab };
}
