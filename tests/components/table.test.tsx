// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ColumnMenu } from '../../components/table/ColumnMenu';
import { sortRows, type TableColumn } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import { useColumns } from '../../components/table/use-columns';
import { freshBrowser, show } from './screen';

freshBrowser();
beforeEach(() => {
  localStorage.clear();
  // As another page tells it, which has forgotten all.
  dispatchEvent(new StorageEvent('storage', { key: null }));
  // The table draws only what is on the screen, and happy-dom's screen has no size.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
const user = userEvent.setup();

interface Town {
  id: string;
  name: string;
  people: number | null;
}
const TOWNS: Town[] = [
  { id: 'k', name: 'Кемерово', people: 549 },
  { id: 'a', name: 'Анжеро-Судженск', people: 66 },
  { id: 'n', name: 'Новокузнецк', people: null },
  { id: 'b', name: 'Берёзовский', people: 46 },
];
const COLUMNS: TableColumn<Town>[] = [
  {
    id: 'name',
    title: 'Город',
    width: '1fr',
    fixed: true,
    value: ({ name }) => name,
    cell: ({ name }) => name,
  },
  {
    id: 'people',
    title: 'Жителей',
    width: '8rem',
    value: ({ people }) => people,
    cell: ({ people }) => people,
  },
  { id: 'id', title: 'Код', width: '4rem', extra: true, cell: ({ id }) => id },
];

function Towns({ onOpen, onDelete }: { onOpen?(id: string): void; onDelete?(id: string): void }) {
  const choice = useColumns('towns', COLUMNS);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = sortRows(TOWNS, COLUMNS, choice.sort);
  return (
    <>
      <ColumnMenu choice={choice} />
      <output>{[...chosen].join(' ')}</output>
      <DataTable
        name="town"
        label="Города"
        columns={choice.shown}
        ids={rows.map(({ id }) => id)}
        rowOf={(id) => TOWNS.find((town) => town.id === id)}
        onOpen={(id) => onOpen?.(id)}
        {...(onDelete ? { onDelete } : {})}
        sort={choice.sort}
        onSort={choice.setSort}
        chosen={chosen}
        onChoose={setChosen}
      />
    </>
  );
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
const grid = () => screen.findByRole('grid', { name: 'Города' });
const chosen = () => screen.getByRole('status').textContent;

describe('a table', () => {
  it('is sorted by its headings, says so, and keeps what is empty last', async () => {
    show(<Towns />);
    await grid();
    await user.click(screen.getByRole('button', { name: 'Жителей' }));
    expect(names()).toEqual(['Берёзовский46', 'Анжеро-Судженск66', 'Кемерово549', 'Новокузнецк']);
    expect(screen.getByRole('columnheader', { name: 'Жителей' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await user.click(screen.getByRole('button', { name: 'Жителей' }));
    expect(names()).toEqual(['Кемерово549', 'Анжеро-Судженск66', 'Берёзовский46', 'Новокузнецк']);
    expect(screen.getByRole('columnheader', { name: 'Жителей' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    expect(
      screen.getByRole('columnheader', { name: 'Город' }).getAttribute('aria-sort'),
    ).toBeNull();
  });

  it('remembers its columns and its order', async () => {
    // Without a layout the focus trap of the menu finds nothing that can be seen, and says so at length.
    vi.spyOn(console, 'warn').mockReturnValue();
    const first = show(<Towns />);
    await grid();
    expect(screen.queryByRole('columnheader', { name: 'Код' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Столбцы' }));
    // The menu is placed by a layout that is not there, and stays hidden until then.
    const box = (name: string) =>
      screen.findByRole<HTMLInputElement>('checkbox', { name, hidden: true });
    expect((await box('Город')).disabled).toBe(true);
    await user.click(await box('Код'));
    await user.click(await box('Жителей'));
    await user.click(screen.getByRole('button', { name: 'Город' }));
    first.unmount();
    show(<Towns />);
    await grid();
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(['', 'Город', 'Код']);
    expect(names()[0]).toBe('Анжеро-Судженскa');
  });

  it('is not upset by a broken memory', async () => {
    localStorage.setItem('table:towns', '{"shown":7,"sort":{"column":3}');
    show(<Towns />);
    await grid();
    expect(names()).toHaveLength(4);
  });

  it('moves, opens and removes by key', async () => {
    const onOpen = vi.fn();
    const onDelete = vi.fn();
    show(<Towns onOpen={onOpen} onDelete={onDelete} />);
    (await grid()).focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith('a');
    await user.keyboard('{End}{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith('b');
    await user.keyboard('{ArrowDown}{ArrowUp}{Delete}');
    expect(onDelete).toHaveBeenLastCalledWith('n');
    await user.keyboard('{Home}{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith('k');
    expect((await grid()).getAttribute('aria-activedescendant')).toBe('town-k');
  });

  it('chooses by key and by mouse without opening', async () => {
    const onOpen = vi.fn();
    show(<Towns onOpen={onOpen} />);
    (await grid()).focus();
    await user.keyboard(' ');
    expect(chosen()).toBe('k');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(chosen()).toBe('k a n');
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(chosen()).toBe('k a');
    expect(screen.getAllByRole('row')[2]?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Escape}');
    expect(chosen()).toBe('');
    await user.keyboard('{Control>}[KeyA]{/Control}');
    expect(chosen()).toBe('k a n b');
    await user.click(screen.getAllByRole('checkbox', { name: 'Выбрать строку' })[1] as Element);
    expect(chosen()).toBe('k n b');
    await user.click(screen.getByRole('checkbox', { name: 'Выбрать все строки' }));
    await waitFor(() => expect(chosen()).toBe('k a n b'));
    expect(onOpen).not.toHaveBeenCalled();
  });
});
