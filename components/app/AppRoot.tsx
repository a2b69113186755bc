import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useColorScheme } from '@mantine/hooks';
import { Notifications, notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { messagesOf } from '../../lib/i18n';
import { loadManaged, type Managed, watchManaged } from '../../lib/settings/managed';
import {
  BUILT_IN,
  loadRegulation,
  type Regulation,
  watchRegulation,
} from '../../lib/settings/regulation';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  loadSettings,
  type Settings,
  watchSettings,
} from '../../lib/settings/settings';
import { type App, AppContext } from './app-context';
import { cssVariablesResolver, theme } from './theme';
import { type StoredValue, useStored } from './use-stored';

const SETTINGS: StoredValue<Settings> = {
  load: loadSettings,
  watch: watchSettings,
  otherwise: DEFAULT_SETTINGS,
};
const REGULATION: StoredValue<Regulation> = {
  load: loadRegulation,
  watch: watchRegulation,
  otherwise: BUILT_IN,
};

const MANAGED: StoredValue<Managed> = {
  load: loadManaged,
  watch: (onChange) => watchManaged(() => void loadManaged().then(onChange)),
};

/** Settings, language, theme and messages for everything below. Shows nothing until they are known. */
export function AppRoot({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useStored(SETTINGS);
  const [regulation] = useStored(REGULATION);
  const [managed] = useStored(MANAGED);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const locale = settings?.locale ?? 'ru';
  const chosen = settings?.theme ?? 'auto';
  const scheme = chosen === 'auto' ? system : chosen;

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useEffect(() => {
    // Native controls, scroll bars and `light-dark()` follow the theme too.
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);

  const change = useCallback(
    async (part: Partial<Settings>): Promise<boolean> => {
      try {
        setSettings(await changeSettings(part));
        return true;
      } catch {
        const words = messagesOf(locale).settings;
        notifications.show({
          color: 'red',
          title: words.failed,
          message: words.failedHint,
          autoClose: false,
          closeButtonProps: { 'aria-label': messagesOf(locale).common.close },
        });
        return false;
      }
    },
    [locale, setSettings],
  );
  const app = useMemo<App | null>(
    () =>
      settings && regulation && managed
        ? {
            settings,
            managed,
            locale,
            messages: messagesOf(locale),
            profile: regulation.profile,
            regulation,
            change,
          }
        : null,
    [settings, managed, regulation, locale, change],
  );

  if (!app) return null;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
    >
      <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [] }}>
        <AppContext value={app}>
          <Notifications position="bottom-right" limit={3} containerWidth={360} />
          {children}
        </AppContext>
      </DatesProvider>
    </MantineProvider>
  );
}
