import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useColorScheme } from '@mantine/hooks';
import { Notifications, notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
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

/** The settings as they are now; null until they are known. */
function useStoredSettings(): [Settings | null, (settings: Settings) => void] {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    let gone = false;
    loadSettings().then(
      (loaded) => gone || setSettings(loaded),
      // A broken storage must not keep the operator from the records.
      () => gone || setSettings(DEFAULT_SETTINGS),
    );
    const stop = watchSettings(setSettings);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return [settings, setSettings];
}

/** The regulation as it is now; null until it is known. */
function useRegulation(): Regulation | null {
  const [regulation, setRegulation] = useState<Regulation | null>(null);
  useEffect(() => {
    let gone = false;
    loadRegulation().then(
      (loaded) => gone || setRegulation(loaded),
      () => gone || setRegulation(BUILT_IN),
    );
    const stop = watchRegulation(setRegulation);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return regulation;
}

/** What the administrator has fixed; null until it is known. */
function useManaged(): Managed | null {
  const [managed, setManaged] = useState<Managed | null>(null);
  useEffect(() => {
    let gone = false;
    const look = () => void loadManaged().then((loaded) => gone || setManaged(loaded));
    look();
    const stop = watchManaged(look);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return managed;
}

/** Settings, language, theme and messages for everything below. Shows nothing until they are known. */
export function AppRoot({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useStoredSettings();
  const regulation = useRegulation();
  const managed = useManaged();
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
      settings &&
      regulation &&
      managed && {
        settings,
        managed,
        locale,
        messages: messagesOf(locale),
        profile: regulation.profile,
        regulation,
        change,
      },
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
