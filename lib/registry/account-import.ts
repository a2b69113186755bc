import { readAccountLink } from '../networks/account-link';
import type { NetworkId } from '../networks/hosts';
import {
  type ColumnMap,
  type ImportField,
  networkNamed,
  plainName,
} from './account-import-columns';
import { type Account, type AccountStatus, accountSchema, blankAccount } from './accounts';
import { type Body, blankBody, bodySchema, idsUnder } from './bodies';
import type { Deed } from './desk';

/** What keeps an account of the file from being taken. */
export type ImportFault =
  | 'no-body'
  | 'no-link'
  /** It leads to no account of a network we know. */
  | 'link'
  /** A name without a link, and nothing says of which network. */
  | 'bare'
  /** The link is of another network than the row says. */
  | 'network'
  | 'status'
  | 'day'
  | 'deleted-before'
  | 'parent'
  /** Another row says something else of the same account; the value is that row's number. */
  | 'twice'
  | 'too-long';

/** What becomes of one account of the file, or of a body alone. */
export interface ImportItem {
  /** Unlike any other of the plan. */
  id: string;
  /** Row of the file, from 1. */
  row: number;
  outcome: 'new' | 'changed' | 'same' | 'error';
  body: string;
  /** Null for a body alone, and where the link was not understood. */
  network: NetworkId | null;
  name: string;
  /** As it will stand in the registry; as the file has it where it was not understood. */
  address: string;
  /** For `changed`: fields of the account that will be others. */
  changes: readonly (keyof Account)[];
  /** For `error`. */
  fault: { reason: ImportFault; value: string } | null;
}

export interface ImportPlan {
  items: readonly ImportItem[];
  /** Bodies that will be made. */
  bodies: readonly Body[];
  /** All that is to be done, for one call of the desk; rows with errors take no part in it. */
  deeds: readonly Deed[];
}

export interface ImportOptions {
  /** Kind of the bodies that are made. */
  kind: string;
  /** An empty body is that of the row above, as in tables with joined cells. */
  carryBody: boolean;
}

class Refused extends Error {
  constructor(
    readonly reason: ImportFault,
    readonly value: string,
  ) {
    super(reason);
  }
}

const STATUS_NAMES: readonly (readonly [AccountStatus, RegExp])[] = [
  ['deleted', /удал|закры|ликвид|deleted|closed/],
  ['paused', /пауз|приостан|заморож|не вед|неактив|paused|inactive/],
  ['active', /работ|актив|действ|ведет|active/],
];

function statusNamed(text: string): AccountStatus | null {
  if (text === '') return null;
  const named = STATUS_NAMES.find(([, words]) => words.test(plainName(text)));
  if (!named) throw new Refused('status', text);
  return named[0];
}

/** `2026-11-24` of `2026-11-24`, `24.11.2026`, `24/11/26`; null of nothing. */
function dayNamed(text: string): string | null {
  if (text === '') return null;
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text) ?? [];
  const [, day = isoDay, month = isoMonth, year = isoYear] =
    /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d)(?:$| ?г\.?$| \d)/.exec(text) ?? [];
  if (!day || !month || !year) throw new Refused('day', text);
  const whole = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${whole}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== whole)
    throw new Refused('day', text);
  return whole;
}

const listOf = (cell: string) =>
  cell
    .split(/[;\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** «Иванова А. А. (администратор)» and «Иванова А. А. — администратор». */
function accessNamed(cell: string): Account['access'] {
  return listOf(cell).map((person) => {
    const [, name = person, inBrackets, afterDash] =
      /^(.+?)\s*(?:\(([^()]+)\)|\s[—–-]\s+(.+))$/.exec(person) ?? [];
    return { name, role: inBrackets ?? afterDash ?? '' };
  });
}

/** One row of the file by field. */
class Row {
  constructor(
    readonly number: number,
    private readonly cells: readonly string[],
    private readonly columns: ColumnMap,
    private readonly head: readonly string[],
  ) {}

  cell(field: ImportField): string {
    const place = this.columns.indexOf(field);
    return place < 0 ? '' : (this.cells[place] ?? '');
  }

  isEmpty(): boolean {
    return this.columns.every((field, place) => field === null || !this.cells[place]);
  }

  /** Every link of the row with the network that its column or the row says it is of. */
  links(): { text: string; network: NetworkId | null }[] {
    const said = networkNamed(this.cell('network'));
    return this.columns.flatMap((field, place) => {
      if (field !== 'link') return [];
      const network = said ?? networkNamed(this.head[place] ?? '');
      const cell = this.cells[place] ?? '';
      const several = cell.split(/[\s,;]+/).filter((part) => part !== '');
      const whole = several.every((part) => readAccountLink(part, network) !== null);
      return (whole ? several : [cell]).map((text) => ({ text, network }));
    });
  }

  people(): Account['responsible'] {
    const [positions, contacts] = [listOf(this.cell('position')), listOf(this.cell('contact'))];
    return listOf(this.cell('person')).map((name, place) => ({
      name,
      position: positions[place] ?? '',
      contact: contacts[place] ?? '',
    }));
  }
}

/** Bodies by name, those of the registry and those that will be made. */
class Bodies {
  readonly made = new Map<string, Body>();
  readonly #all: Body[];
  readonly #plainNames = new Map<string, string>();
  /** What was made or changed, in order, with what it was before. */
  readonly #steps: { id: string; was: Body | undefined }[] = [];

  constructor(
    known: readonly Body[],
    private readonly kind: string,
  ) {
    this.#all = [...known];
  }

  /** Every row asks for its body: each name is made plain once. */
  #plain(name: string): string {
    let plain = this.#plainNames.get(name);
    if (plain === undefined) {
      plain = plainName(name);
      this.#plainNames.set(name, plain);
    }
    return plain;
  }

  #named(name: string, parent: string | null): Body | undefined {
    const plain = this.#plain(name);
    const named = this.#all.filter((body) => this.#plain(body.name) === plain);
    return named.find((body) => parent !== null && body.parent === parent) ?? named[0];
  }

  /** The body of this name, made where there is none. Bodies of the registry stay where they are. */
  of(name: string, parentName: string): Body {
    if (parentName !== '' && plainName(parentName) === plainName(name))
      throw new Refused('parent', parentName);
    const parent = parentName === '' ? null : this.of(parentName, '');
    const known = this.#named(name, parent?.id ?? null);
    if (!known) return this.#make(name, parent);
    const made = this.made.get(known.id);
    if (!made || !parent || made.parent === parent.id) return made ?? known;
    // Named before without a superior, or with another one.
    if (made.parent !== null || idsUnder(this.#all, made.id).has(parent.id))
      throw new Refused('parent', parentName);
    return this.#keep({ ...made, parent: parent.id });
  }

  #make(name: string, parent: Body | null): Body {
    const body = bodySchema.safeParse({
      ...blankBody(this.kind),
      parent: parent?.id ?? null,
      name: name.replace(/\s+/g, ' '),
    });
    if (!body.success) throw new Refused('too-long', name);
    return this.#keep(body.data);
  }

  #keep(body: Body): Body {
    this.#steps.push({ id: body.id, was: this.made.get(body.id) });
    this.made.set(body.id, body);
    const place = this.#all.findIndex(({ id }) => id === body.id);
    if (place < 0) this.#all.push(body);
    else this.#all[place] = body;
    return body;
  }

  /** Where it stands now, to go back to when a row is refused half-way. */
  mark(): () => void {
    const kept = this.#steps.length;
    return () => {
      for (const { id, was } of this.#steps.splice(kept).reverse()) {
        const place = this.#all.findIndex((body) => body.id === id);
        if (was) {
          this.made.set(id, was);
          this.#all[place] = was;
        } else {
          this.made.delete(id);
          this.#all.splice(place, 1);
        }
      }
    };
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What taking the file in would do, for a person to look at first.
 * @param rows cells below the headings
 * @param firstRow number of the first of them in the file, from 1
 */
export function planImport(
  rows: readonly (readonly string[])[],
  firstRow: number,
  head: readonly string[],
  columns: ColumnMap,
  registry: { bodies: readonly Body[]; accounts: readonly Account[] },
  options: ImportOptions,
): ImportPlan {
  const bodies = new Bodies(registry.bodies, options.kind);
  const intake = new Intake(registry.accounts, bodies);
  let above = '';
  for (const [place, cells] of rows.entries()) {
    const row = new Row(firstRow + place, cells, columns, head);
    if (row.isEmpty()) continue;
    const own = row.cell('body');
    const body = own === '' && options.carryBody ? above : own;
    above = body;
    const links = row.links();
    if (links.length === 0) intake.bodyAlone(row, own);
    for (const link of links) intake.account(row, body, link);
  }
  return {
    items: intake.items,
    bodies: [...bodies.made.values()],
    deeds: [
      ...[...bodies.made.values()].map((put): Deed => ({ table: 'bodies', put })),
      ...intake.puts().map((put): Deed => ({ table: 'accounts', put })),
    ],
  };
}

/** Goes through the rows and keeps what becomes of each. */
class Intake {
  readonly items: ImportItem[] = [];
  readonly #byKey = new Map<string, Account>();
  readonly #byOwner = new Map<string, Account>();
  /** By network and key, or the known account's id: what the file says and where. */
  readonly #said = new Map<string, { put: Account; row: number; differs: boolean }>();

  constructor(
    known: readonly Account[],
    private readonly bodies: Bodies,
  ) {
    // What is kept stands before what was deleted.
    const kept = known.toSorted(
      (a, b) => Number(a.status === 'deleted') - Number(b.status === 'deleted'),
    );
    for (const account of kept) {
      const [key, owner] = [`${account.network} ${account.key}`, account.owner];
      if (!this.#byKey.has(key)) this.#byKey.set(key, account);
      if (owner !== '' && !this.#byOwner.has(`${account.network} ${owner}`))
        this.#byOwner.set(`${account.network} ${owner}`, account);
    }
  }

  puts(): Account[] {
    return [...this.#said.values()].filter(({ differs }) => differs).map(({ put }) => put);
  }

  #keep(row: Row, item: Omit<ImportItem, 'id' | 'row'>): void {
    this.items.push({ id: `${row.number}.${this.items.length}`, row: row.number, ...item });
  }

  /** Does `look`, or undoes its bodies and keeps what it was refused for. */
  #try(row: Row, shown: Pick<ImportItem, 'body' | 'address'>, look: () => void): void {
    const back = this.bodies.mark();
    try {
      look();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      back();
      const { reason, value } = error;
      this.#keep(row, {
        ...shown,
        outcome: 'error',
        network: null,
        name: row.cell('name'),
        changes: [],
        fault: { reason, value },
      });
    }
  }

  /** A row without a link speaks of a body alone. */
  bodyAlone(row: Row, name: string): void {
    this.#try(row, { body: name, address: '' }, () => {
      if (name === '') throw new Refused('no-link', '');
      const before = this.bodies.made.size;
      const body = this.bodies.of(name, row.cell('parent'));
      const outcome = this.bodies.made.size > before ? 'new' : 'same';
      this.#keep(row, {
        outcome,
        body: body.name,
        network: null,
        name: '',
        address: '',
        changes: [],
        fault: null,
      });
    });
  }

  account(row: Row, bodyName: string, link: { text: string; network: NetworkId | null }): void {
    this.#try(row, { body: bodyName, address: link.text }, () => {
      const read = readAccountLink(link.text, link.network);
      if (!read) {
        const isBare = /^@?[\w.-]+$/.test(link.text) && link.network === null;
        throw new Refused(isBare ? 'bare' : 'link', link.text);
      }
      const said = networkNamed(row.cell('network'));
      if (said !== null && said !== read.network) throw new Refused('network', link.text);
      const known =
        this.#byKey.get(`${read.network} ${read.key}`) ??
        (read.owner === '' ? undefined : this.#byOwner.get(`${read.network} ${read.owner}`));
      if (bodyName === '' && !known) throw new Refused('no-body', '');
      const body = bodyName === '' ? null : this.bodies.of(bodyName, row.cell('parent'));
      const base: Account = known ?? {
        ...blankAccount(body?.id ?? ''),
        ...read,
        name: body?.name ?? '',
      };
      const put = checked({
        ...base,
        ...written(row, base),
        ...(body && { body: body.id }),
        owner: base.owner || read.owner,
      });
      this.#take(row, known, put, body?.name ?? bodyName);
    });
  }

  #take(row: Row, known: Account | undefined, put: Account, bodyName: string): void {
    const place = known?.id ?? `${put.network} ${put.key}`;
    const earlier = this.#said.get(place);
    const alike = earlier && same({ ...earlier.put, id: '' }, { ...put, id: '' });
    if (earlier && !alike) throw new Refused('twice', String(earlier.row));
    const changes = known
      ? (Object.keys(put) as (keyof Account)[]).filter((field) => !same(put[field], known[field]))
      : [];
    const differs = !known || changes.length > 0;
    if (!earlier) this.#said.set(place, { put, row: row.number, differs });
    this.#keep(row, {
      outcome: earlier || !differs ? 'same' : known ? 'changed' : 'new',
      body: bodyName,
      network: put.network,
      name: put.name,
      address: put.address,
      changes,
      fault: null,
    });
  }
}

/** What the row says of the account; what it does not say stays as it is. */
function written(row: Row, base: Account): Partial<Account> {
  const created = dayNamed(row.cell('created'));
  const deleted = dayNamed(row.cell('deleted'));
  const said = statusNamed(row.cell('status'));
  const status = said ?? (deleted === null ? base.status : 'deleted');
  if (deleted !== null && status !== 'deleted') throw new Refused('status', row.cell('status'));
  const result: Partial<Account> = {
    status,
    deleted: status === 'deleted' ? (deleted ?? base.deleted) : null,
  };
  if (created !== null) result.created = created;
  const since = created ?? base.created;
  if (since !== null && deleted !== null && deleted < since)
    throw new Refused('deleted-before', row.cell('deleted'));
  const name = row.cell('name').replace(/\s+/g, ' ');
  if (name !== '') result.name = name;
  const note = row.cell('note');
  if (note !== '') result.note = note;
  const people = row.people();
  if (people.length > 0) result.responsible = people;
  const access = accessNamed(row.cell('access'));
  if (access.length > 0) result.access = access;
  return result;
}

function checked(account: Account): Account {
  const parsed = accountSchema.safeParse(account);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused('too-long', String(issue?.path[0] ?? ''));
}
