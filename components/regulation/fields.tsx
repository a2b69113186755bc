import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext } from 'react';
import type { ProfileFault } from '../../lib/regulation/check';
import type { RegulationProfile } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import type { Path } from './draft-store';
import classes from './regulation.module.css';

/** What every field of the form works with. */
export interface Editing {
  profile: RegulationProfile;
  faults: readonly ProfileFault[];
  /** Null while the profile may only be read. */
  put: ((path: Path, value: unknown) => void) | null;
}

/** Filled by the screen; null outside of it. */
export const EditingContext = createContext<Editing | null>(null);

/** The profile that is edited. Only inside the form: throws elsewhere. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('a field of the regulation outside of its form');
  return editing;
}

/** The words of what is wrong at a place, or null. */
function useFault(path: Path): string | null {
  const words = useApp().messages.regulation;
  const { faults } = useEditing();
  const at = path.join('.');
  const fault = faults.find((one) => one.path.join('.') === at);
  return fault ? words.reasons[fault.reason](fault.value) : null;
}

interface FieldProps {
  path: Path;
  label: string;
  /** Inside a table, whose heading says it. */
  bare?: boolean;
}

const named = (label: string, bare = false) => (bare ? { 'aria-label': label } : { label });

/** A line of text; `limit` in UTF-16 code units. */
export function TextField({
  path,
  label,
  bare,
  value,
  limit,
}: FieldProps & {
  value: string;
  limit: number;
}) {
  const { put } = useEditing();
  return (
    <TextInput
      size="xs"
      {...named(label, bare)}
      value={value}
      maxLength={limit}
      readOnly={!put}
      variant={put ? 'default' : 'unstyled'}
      error={useFault(path)}
      onChange={(event) => put?.(path, event.currentTarget.value)}
    />
  );
}

interface Title {
  ru: string;
  en: string;
}

/** A name in the operator's language; the other language follows until it has words of its own. */
export function TitleField({ path, value }: { path: Path; value: Title }) {
  const { locale, messages } = useApp();
  const { put } = useEditing();
  const fault = useFault([...path, locale]);
  const write = (text: string) => {
    const other = locale === 'ru' ? 'en' : 'ru';
    const follows = value[other] === value[locale] || value[other] === '';
    put?.(path, { ...value, [locale]: text, ...(follows ? { [other]: text } : {}) });
  };
  return (
    <TextInput
      size="xs"
      aria-label={messages.regulation.name}
      value={value[locale]}
      maxLength={200}
      readOnly={!put}
      variant={put ? 'default' : 'unstyled'}
      error={fault}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

/** A whole number from zero on. */
export function NumberField({ path, label, bare, value }: FieldProps & { value: number | null }) {
  const { put } = useEditing();
  return (
    <NumberInput
      size="xs"
      w={bare ? '100%' : '11rem'}
      {...named(label, bare)}
      value={value ?? ''}
      allowDecimal={false}
      allowNegative={false}
      readOnly={!put}
      hideControls={!put}
      variant={put ? 'default' : 'unstyled'}
      error={useFault(path)}
      // An emptied field is no number: the check says so, nothing is guessed.
      onChange={(written) => put?.(path, written === '' ? null : Number(written))}
    />
  );
}

/** One of the profile's own clauses. */
export function ClauseField({ path, value, bare }: Omit<FieldProps, 'label'> & { value: string }) {
  const { messages } = useApp();
  const { profile, put } = useEditing();
  const numbers = [...new Set([...profile.clauses.map(({ number }) => number), value])];
  const fault = useFault(path);
  const label = messages.regulation.clause;
  if (!put)
    return (
      <TextInput size="xs" {...named(label, bare)} value={value} readOnly variant="unstyled" />
    );
  return (
    <Select
      size="xs"
      w={bare ? '100%' : '14rem'}
      {...named(label, bare)}
      data={numbers.filter((number) => number !== '')}
      value={value}
      allowDeselect={false}
      error={fault}
      onChange={(number) => put(path, number)}
    />
  );
}

interface RowsProps<Row> {
  path: Path;
  label: string;
  rows: readonly Row[];
  /** Titles of the columns with their widths in the grid. */
  columns: readonly { title: string; width: string }[];
  nameOf(row: NoInfer<Row>): string;
  keyOf(row: NoInfer<Row>, place: number): string;
  /** Of a new row. */
  fresh(): NoInfer<Row>;
  most: number;
  /** Rows keep an order that means something. */
  ordered?: boolean;
  /** One field a column. */
  children(row: NoInfer<Row>, path: Path): readonly ReactNode[];
}

/** A list of rows that can be added, taken out and, where it matters, moved. */
export function Rows<Row>(props: RowsProps<Row>) {
  const { path, label, rows, columns, nameOf, keyOf, fresh, most, ordered, children } = props;
  const words = useApp().messages.regulation;
  const { put } = useEditing();
  const fault = useFault(path);
  const swap = (place: number, by: number) => {
    const [moved, other] = [rows[place], rows[place + by]];
    if (moved === undefined || other === undefined) return;
    put?.(path, rows.with(place, other).with(place + by, moved));
  };
  const tracks = [...columns.map(({ width }) => width), put ? (ordered ? '5.25rem' : '2rem') : '0'];
  return (
    <div className={classes.rows}>
      <table
        aria-label={label}
        className={classes.table}
        style={{ '--columns': tracks.join(' ') } as React.CSSProperties}
      >
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const name = nameOf(row) || words.row(place + 1);
            return (
              <tr key={keyOf(row, place)}>
                {children(row, [...path, place]).map((field, column) => (
                  <td key={columns[column]?.title}>{field}</td>
                ))}
                {put && (
                  <td className={classes.tools}>
                    {ordered && (
                      <>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size={26}
                          aria-label={words.up(name)}
                          disabled={place === 0}
                          onClick={() => swap(place, -1)}
                        >
                          <IconArrowUp size={15} />
                        </ActionIcon>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size={26}
                          aria-label={words.down(name)}
                          disabled={place === rows.length - 1}
                          onClick={() => swap(place, 1)}
                        >
                          <IconArrowDown size={15} />
                        </ActionIcon>
                      </>
                    )}
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      aria-label={words.remove(name)}
                      onClick={() => put(path, rows.toSpliced(place, 1))}
                    >
                      <IconX size={15} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {fault && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      {put && rows.length < most && (
        <Button
          mt={6}
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => put(path, [...rows, fresh()])}
        >
          {words.add}
        </Button>
      )}
    </div>
  );
}
