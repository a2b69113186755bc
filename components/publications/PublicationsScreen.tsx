import { Group, Loader, Tabs } from '@mantine/core';
import { lazy, Suspense, useRef } from 'react';
import { useApp } from '../app/app-context';
import screen from '../screen/screen.module.css';
import { useView } from '../screen/use-view';
import type { TableHandle } from '../table/DataTable';
import { PUBLICATION_TABS, publicationsAddress, readPublicationsView } from './address';
import { ListTab, usePostColumns } from './ListTab';
import { NormTab } from './NormTab';
import { PublicationsHead } from './PublicationsHead';
import classes from './publications.module.css';
import { usePublicationsSeen } from './use-seen';

/** On demand: charts weigh more than the rest of the screen. */
const MixTab = lazy(async () => ({ default: (await import('./MixTab')).MixTab }));

/** Publications: who has the norm, what came out, what it is like. */
export function PublicationsScreen() {
  const words = useApp().messages.publications;
  const place = useView(readPublicationsView, publicationsAddress);
  const { view, change, step } = place;
  const columns = usePostColumns();
  const seen = usePublicationsSeen(view, columns);
  const { registry, weeks, posts } = seen;
  const table = useRef<TableHandle>(null);
  const panels = {
    norm: weeks ? (
      <NormTab
        view={view}
        rows={weeks}
        accounts={seen.accounts}
        mondays={seen.mondays}
        onChange={change}
        onOpen={(part) => step({ ...part, tab: 'list', open: null })}
      />
    ) : (
      <Reading />
    ),
    list: registry ? (
      <ListTab table={table} posts={posts} columns={columns} place={place} />
    ) : (
      <Reading />
    ),
    mix:
      weeks && posts.state === 'whole' ? (
        <Suspense fallback={<Reading />}>
          <MixTab posts={posts.counted} mondays={seen.mondays} figures={seen.figures} />
        </Suspense>
      ) : (
        <Reading />
      ),
  };
  return (
    <div className={screen.screen}>
      <PublicationsHead
        view={view}
        seen={seen}
        columns={columns}
        onChange={change}
        onLeave={() => table.current?.focus()}
      />
      <Tabs
        className={classes.tabs ?? ''}
        value={view.tab}
        onChange={(tab) =>
          step({ tab: PUBLICATION_TABS.find((one) => one === tab) ?? 'norm', open: null })
        }
        keepMounted={false}
        activateTabWithKeyboard
      >
        <Tabs.List aria-label={words.tab} px="md">
          {PUBLICATION_TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {words.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PUBLICATION_TABS.map((tab) => (
          // It scrolls at 200 % zoom, and must take the keyboard then.
          <Tabs.Panel key={tab} value={tab} className={classes.panel ?? ''} tabIndex={0}>
            {tab === view.tab && panels[tab]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

function Reading() {
  const { loading } = useApp().messages.table;
  return (
    <Group justify="center" p="xl">
      <Loader size="sm" type="dots" aria-label={loading} />
    </Group>
  );
}
