import * as z from 'zod/mini';
import { readAccountLink } from '../../lib/networks/account-link';
import type { NetworkId } from '../../lib/networks/hosts';
import type { Account } from '../../lib/registry/accounts';

/** All that the account's form holds. */
export interface AccountFields {
  /** As it was typed or pasted. */
  link: string;
  /** Of which network a name without a link is. */
  network: NetworkId | null;
  body: string | null;
  name: string;
  owner: string;
  status: Account['status'];
  /** `YYYY-MM-DD` or empty. */
  created: string;
  deleted: string;
  responsible: Account['responsible'];
  access: Account['access'];
  note: string;
}

export type AccountFieldFault =
  | 'required'
  | 'link'
  | 'bare'
  | 'bad-day'
  | 'deleted-before'
  | 'deleted-needed';
/** What is wrong, by field. */
export type AccountFaults = Partial<Record<keyof AccountFields, AccountFieldFault>>;

/** The form of a row. */
export function fieldsOf(account: Account): AccountFields {
  const { address, body, name, owner, status, created, deleted, responsible, access, note } =
    account;
  return {
    link: address,
    network: account.network,
    body: body === '' ? null : body,
    name,
    owner,
    status,
    created: created ?? '',
    deleted: deleted ?? '',
    responsible,
    access,
    note,
  };
}

const isDay = (text: string) => z.safeParse(z.iso.date(), text).success;
/** `@name` and `name`, which say nothing of the network. */
const isBare = (link: string) => /^@?[\w.-]+$/.test(link.trim());

/** What a link says, with the network chosen for a bare name; null where it says nothing. */
export function linkOf({ link, network }: Pick<AccountFields, 'link' | 'network'>) {
  return readAccountLink(link, network);
}

/** Whether only the network is missing. */
export function needsNetwork({ link }: Pick<AccountFields, 'link'>): boolean {
  return isBare(link) && readAccountLink(link, null) === null;
}

const person = <Person extends { name: string }>(people: readonly Person[]): Person[] =>
  people
    .filter((one) => Object.values(one).some((value) => value.trim() !== ''))
    .map((one) => ({ ...one, name: one.name.trim() }));

/**
 * The row as the form has it, or what keeps it from being one.
 * @param base the row that the form began with; its link is read anew only when it was changed
 */
export function accountOf(
  base: Account,
  fields: AccountFields,
): { account: Account; faults: null } | { account: null; faults: AccountFaults } {
  const faults: AccountFaults = {};
  const kept = base.address !== '' && fields.link.trim() === base.address;
  const read = kept ? null : linkOf(fields);
  if (!kept && !read)
    faults.link = fields.link.trim() === '' ? 'required' : needsNetwork(fields) ? 'bare' : 'link';
  if (fields.body === null) faults.body = 'required';
  if (fields.name.trim() === '') faults.name = 'required';
  if (fields.created !== '' && !isDay(fields.created)) faults.created = 'bad-day';
  const isDeleted = fields.status === 'deleted';
  if (isDeleted) {
    if (fields.deleted === '') {
      // What came from a file may not know the day; a person who closes an account does.
      if (base.status !== 'deleted') faults.deleted = 'deleted-needed';
    } else if (!isDay(fields.deleted)) faults.deleted = 'bad-day';
    else if (fields.created !== '' && fields.deleted < fields.created)
      faults.deleted = 'deleted-before';
  }
  const responsible = person(fields.responsible);
  const access = person(fields.access);
  if (responsible.some(({ name }) => name === '')) faults.responsible = 'required';
  if (access.some(({ name }) => name === '')) faults.access = 'required';
  if (Object.keys(faults).length > 0) return { account: null, faults };
  const owner = fields.owner.trim().toLowerCase();
  // Another page has another number; one that was typed stands.
  const moved = read !== null && read.key !== base.key && owner === base.owner;
  return {
    account: {
      ...base,
      ...(read && { network: read.network, key: read.key, address: read.address }),
      body: fields.body ?? base.body,
      name: fields.name.trim(),
      owner: moved || owner === '' ? (read?.owner ?? '') : owner,
      status: fields.status,
      created: fields.created || null,
      deleted: isDeleted ? fields.deleted || null : null,
      responsible,
      access,
      note: fields.note,
    },
    faults: null,
  };
}
