import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconSend } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import type { Deed } from '../../lib/registry/desk';
import { blankMark } from '../../lib/registry/publication-marks';
import { standsAt } from '../../lib/regulation/norm';
import { wallTime } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { NextStep } from '../record/NextStep';
import { useDesk } from '../record/use-desk';
import { NothingFound } from '../screen/NothingFound';
import { Split } from '../screen/Split';
import type { ScreenView } from '../screen/use-view';
import type { TableColumn } from '../table/column';
import type { TableHandle } from '../table/DataTable';
import { RowsTable } from '../table/RowsTable';
import { type ColumnChoice, useColumns } from '../table/use-columns';
import { Moment } from '../time/Moment';
import { isLimited, type PublicationsView } from './address';
import { PostPane } from './PostPane';
import classes from './publications.module.css';
import type { Post } from './seen';
import type { PostsSeen } from './use-seen';

/** Columns of the list. */
export function usePostColumns(): ColumnChoice<Post> {
  const { locale, messages, profile } = useApp();
  const words = messages.publications.list;
  const formats = new Map(profile.formats.list.map(({ id, title }) => [id, title[locale]]));
  const formatOf = ({ mark }: Post) =>
    mark?.format ? (formats.get(mark.format) ?? mark.format) : '';
  const stateOf = ({ mark }: Post) =>
    [mark?.deleted ? words.deleted : '', mark?.moved ? words.moved : ''].filter(Boolean).join(', ');
  const columns: TableColumn<Post>[] = [
    {
      id: 'time',
      title: words.time,
      width: '9rem',
      fixed: true,
      value: (post) => wallTime(Date.parse(standsAt(post)), profile.timeZone),
      order: (post) => standsAt(post),
      cell: (post) => (
        <span className={classes.quiet}>
          <Moment time={standsAt(post)} />
        </span>
      ),
    },
    {
      id: 'account',
      title: words.account,
      width: 'minmax(7rem, 14rem)',
      from: 46,
      value: ({ owner, account }) => owner?.name ?? account,
      cell: ({ owner, account }) =>
        owner?.name ?? (
          <span className={classes.quiet}>
            {account} ({words.foreign})
          </span>
        ),
    },
    {
      id: 'text',
      title: words.text,
      width: 'minmax(0, 1fr)',
      fixed: true,
      value: ({ text }) => text,
      cell: (post) => {
        const state = stateOf(post);
        return (
          <span data-deleted={post.mark?.deleted ? true : undefined} className={classes.text}>
            {state !== '' && <b>{state}: </b>}
            {post.text.replaceAll('\n', ' ').slice(0, 220) || <i>{words.noText}</i>}
          </span>
        );
      },
    },
    {
      id: 'format',
      title: words.format,
      width: '8.5rem',
      from: 34,
      value: formatOf,
      cell: (post) =>
        formatOf(post) || <i className={classes.quiet}>{messages.publications.unsaid}</i>,
    },
    {
      id: 'score',
      title: words.score,
      width: '6.5rem',
      from: 56,
      value: ({ score }) => score,
      cell: ({ score }) => <span className={classes.quiet}>{score ?? '—'}</span>,
    },
    {
      id: 'network',
      title: messages.publications.norm.network,
      width: '8.5rem',
      from: 78,
      value: ({ network }) => messages.common.network[network],
      cell: ({ network }) => (
        <span className={classes.quiet}>{messages.common.network[network]}</span>
      ),
    },
    {
      id: 'source',
      title: words.source,
      width: '9rem',
      extra: true,
      value: ({ source }) => words.sources[source ?? 'click'],
      cell: ({ source }) => (
        <span className={classes.quiet}>{words.sources[source ?? 'click']}</span>
      ),
    },
  ];
  return useColumns('publications', columns, { column: 'time', descending: true });
}

interface Props {
  posts: PostsSeen;
  columns: ColumnChoice<Post>;
  place: ScreenView<PublicationsView>;
  table: RefObject<TableHandle | null>;
}

/** Publications as a table with one of them beside it; formats can be given to many at once. */
export function ListTab({ posts, columns, place, table }: Props) {
  const words = useApp().messages.publications.list;
  const { view, change, step } = place;
  const { listed, state } = posts;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const at = view.open === null ? -1 : listed.findIndex(({ id }) => id === view.open);
  const open = listed[at];
  const goTo = (post: Post | undefined) => post && (() => change({ open: post.id }));
  const close = () => {
    change({ open: null });
    table.current?.focus();
  };
  const picked = chosen.size === 0 ? [] : listed.filter(({ id }) => chosen.has(id));
  return (
    <Split
      open={open !== undefined}
      beside="clamp(22rem, 32vw, 32rem)"
      loading={state !== 'whole' && listed.length === 0}
      onClose={close}
    >
      {state === 'whole' && listed.length === 0 && <Nothing view={view} />}
      {listed.length > 0 && (
        <div className={classes.tab}>
          {picked.length > 0 && <Chosen posts={picked} onDone={() => setChosen(new Set())} />}
          <RowsTable
            ref={table}
            name="publication"
            label={words.table}
            description={words.keys}
            rows={listed}
            columns={columns}
            open={open?.id ?? null}
            onOpen={(id) => (view.open === null ? step : change)({ open: id })}
            follow
            chosen={chosen}
            onChoose={setChosen}
          />
        </div>
      )}
      {open && (
        <PostPane
          key={open.id}
          post={open}
          onClose={close}
          onPrevious={goTo(listed[at - 1])}
          onNext={goTo(listed[at + 1])}
        />
      )}
    </Split>
  );
}

function Nothing({ view }: { view: PublicationsView }) {
  const words = useApp().messages.publications.list;
  if (isLimited(view)) return <NothingFound words={words} />;
  return (
    <EmptyState icon={IconSend} title={words.emptyTitle} hint={words.emptyHint}>
      <NextStep />
    </EmptyState>
  );
}

interface ChosenProps {
  posts: readonly Post[];
  /** The choice is given up. */
  onDone(): void;
}

/** What can be done with the posts that are chosen. */
function Chosen({ posts, onDone }: ChosenProps) {
  const { locale, messages, profile } = useApp();
  const words = messages.publications.list;
  const apply = useDesk();
  const setFormat = async (format: string | null, title: string) => {
    const deeds = posts.map(
      ({ id, mark }): Deed => ({
        table: 'publicationMarks',
        put: { ...(mark ?? blankMark(id)), id, format },
      }),
    );
    const done =
      format === null ? words.formatTaken(posts.length) : words.formatSet(posts.length, title);
    if (await apply(deeds, done)) onDone();
  };
  return (
    <Group className={classes.bar} gap="sm">
      <Text fw={550} role="status">
        {words.chosen(posts.length)}
      </Text>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {words.setFormat}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {profile.formats.list.map(({ id, title }) => (
            <Menu.Item key={id} onClick={() => void setFormat(id, title[locale])}>
              {title[locale]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => void setFormat(null, '')}>
            {messages.publications.unsaid}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={onDone}>
        {messages.common.cancel}
      </Button>
    </Group>
  );
}
