import { v7 as uuidv7 } from 'uuid';
import type { Account } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';

let count = 0;

/** A body with sensible fields, unlike every other one. */
export function bodyWith(fields: Partial<Body> = {}): Body {
  count += 1;
  return {
    id: uuidv7(),
    revision: 1,
    parent: null,
    name: `Администрация № ${count}`,
    kind: 'body',
    site: '',
    note: '',
    ...fields,
  };
}

/** An account with sensible fields, unlike every other one. */
export function accountWith(body: string, fields: Partial<Account> = {}): Account {
  count += 1;
  return {
    id: uuidv7(),
    revision: 1,
    body,
    network: 'vk',
    key: `account${count}`,
    address: `https://vk.com/account${count}`,
    owner: '',
    name: `Аккаунт № ${count}`,
    status: 'active',
    created: null,
    deleted: null,
    responsible: [],
    access: [],
    note: '',
    seen: null,
    broken: null,
    ...fields,
  };
}
