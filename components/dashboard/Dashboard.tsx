import { UnstyledButton } from '@mantine/core';
import {
  IconAddressBook,
  IconCalendarMonth,
  IconChartBar,
  IconChecklist,
  IconGavel,
  IconHome,
  IconInfoCircle,
  IconLock,
  IconPencil,
  type IconProps,
  IconReport,
  IconSettings,
  IconShieldCheck,
  IconUserExclamation,
  IconVocabulary,
} from '@tabler/icons-react';
import { type ComponentType, Suspense, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { offsetName, zoneOffset } from '../../lib/regulation/zone';
import { AboutScreen } from '../about/AboutScreen';
import { useApp } from '../app/app-context';
import { Brand } from '../app/Brand';
import { ErrorBoundary } from '../app/ErrorBoundary';
import { useHashPath, useHashSearch } from '../app/hash-location';
import { ChecksScreen } from '../checks/ChecksScreen';
import { ExampleGate } from '../example/ExampleGate';
import { ExampleRibbon } from '../example/ExampleRibbon';
import { HelpButton } from '../help/HelpButton';
import { LogScreen } from '../log/LogScreen';
import { OffendersScreen } from '../offenders/OffendersScreen';
import { Overview } from '../overview/Overview';
import { RegulationScreen } from '../regulation/RegulationScreen';
import { RulesScreen } from '../rules/RulesScreen';
import { SafetyScreen } from '../safety/SafetyScreen';
import { SettingsScreen } from '../settings/SettingsScreen';
import classes from './dashboard.module.css';
import { type Demand, OnDemand, onDemand } from './OnDemand';
import { SCREENS, type ScreenName } from './screens';

/** With the whole draft check. */
const draft = onDemand(async () => (await import('../draft/DraftScreen')).DraftScreen);
/** With the forms of the registry. */
const registry = onDemand(async () => (await import('../registry/RegistryScreen')).RegistryScreen);
/** With calendar, dragging and files. */
const plan = onDemand(async () => (await import('../plan/PlanScreen')).PlanScreen);
const publications = onDemand(
  async () => (await import('../publications/PublicationsScreen')).PublicationsScreen,
);
/** With the charts. */
const report = onDemand(async () => (await import('../report/ReportScreen')).ReportScreen);

/** What is opened daily comes once nothing else is to be done, lest its first opening wait for it. */
const DAILY = [registry, plan, publications];

/** What each screen is made of. */
const ROOMS: Readonly<
  Record<ScreenName, { icon: ComponentType<IconProps>; screen: ComponentType | Demand }>
> = {
  overview: { icon: IconHome, screen: Overview },
  registry: { icon: IconAddressBook, screen: registry },
  plan: { icon: IconCalendarMonth, screen: plan },
  publications: { icon: IconChartBar, screen: publications },
  log: { icon: IconShieldCheck, screen: LogScreen },
  offenders: { icon: IconUserExclamation, screen: OffendersScreen },
  checks: { icon: IconChecklist, screen: ChecksScreen },
  report: { icon: IconReport, screen: report },
  draft: { icon: IconPencil, screen: draft },
  rules: { icon: IconVocabulary, screen: RulesScreen },
  regulation: { icon: IconGavel, screen: RegulationScreen },
  safety: { icon: IconLock, screen: SafetyScreen },
  settings: { icon: IconSettings, screen: SettingsScreen },
  about: { icon: IconInfoCircle, screen: AboutScreen },
};

/** The full page: menu, screens, one address each. */
export function Dashboard() {
  return (
    <Router hook={useHashPath} searchHook={useHashSearch}>
      <div className={classes.page}>
        <ExampleRibbon />
        <Frame />
      </div>
    </Router>
  );
}

function Frame() {
  const { messages } = useApp();
  const words = messages.dashboard.nav;
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const current = SCREENS.find((screen) => screen.path === path);
  const name = current ? words[current.name] : messages.common.appName;

  useEffect(() => {
    const asked = requestIdleCallback(() => {
      // What does not come now is asked for again when it is opened.
      for (const { load } of DAILY) void load().catch(() => undefined);
    });
    return () => cancelIdleCallback(asked);
  }, []);
  useEffect(() => {
    document.title = `${name} — ${messages.common.appName}`;
  }, [name, messages]);

  return (
    <div className={classes.frame}>
      {/* A button, not a link: the hash is the address of the screen. */}
      <UnstyledButton className={classes.skip} onClick={() => main.current?.focus()}>
        {words.skip}
      </UnstyledButton>
      <header className={classes.side}>
        <div className={classes.brand}>
          <Brand />
          {messages.common.appName}
        </div>
        <nav className={classes.nav} aria-label={words.label}>
          {SCREENS.map(({ path: to, name: key }) => {
            const { icon: Icon } = ROOMS[key];
            return (
              <Link
                key={to}
                href={to}
                className={classes.link ?? ''}
                aria-current={to === path ? 'page' : undefined}
              >
                <Icon size={18} stroke={1.7} aria-hidden="true" />
                {words[key]}
              </Link>
            );
          })}
        </nav>
        <div className={classes.foot}>
          {current && <HelpButton screen={current.name} name={name} />}
          <Zone />
        </div>
      </header>
      <main ref={main} className={classes.main} tabIndex={-1}>
        <ErrorBoundary resetKey={path}>
          <Suspense fallback={null}>
            <ExampleGate>
              <Switch>
                {SCREENS.map(({ path: to, name: key }) => (
                  <Route key={to} path={to}>
                    <Room screen={ROOMS[key].screen} />
                  </Route>
                ))}
                <Route>
                  <Redirect to="/" replace />
                </Route>
              </Switch>
            </ExampleGate>
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

function Room({ screen: Screen }: { screen: ComponentType | Demand }) {
  return 'waiting' in Screen ? <OnDemand demand={Screen} /> : <Screen />;
}

/** Says whose time is shown where the machine's clock shows another. */
function Zone() {
  const { messages, profile } = useApp();
  const now = Date.now();
  const region = zoneOffset(now, profile.timeZone);
  const here = -new Date(now).getTimezoneOffset();
  if (region === here) return null;
  return (
    <p className={classes.zone}>
      {messages.dashboard.otherZone(offsetName(region), offsetName(here))}
    </p>
  );
}
