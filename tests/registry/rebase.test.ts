import { expect, test } from 'vitest';
import { rebase } from '../../lib/registry/rebase';
import { bodyWith } from './tables';

const base = bodyWith({ name: 'Мэрия' });

test('two people who changed different fields both keep what they wrote', () => {
  const current = { ...base, revision: 4, site: 'https://example.org' };
  expect(rebase(base, { ...base, name: 'Администрация' }, current)).toEqual({
    ...current,
    name: 'Администрация',
  });
});

test('the same field in two ways is nobody’s to decide here', () => {
  const current = { ...base, revision: 2, name: 'Городская управа' };
  expect(rebase(base, { ...base, name: 'Администрация' }, current)).toBeNull();
  expect(rebase(base, { ...base, name: 'Городская управа' }, current)).toEqual(current);
});

test('a removed row is not brought back by an edit', () => {
  expect(rebase(base, { ...base, note: 'x' }, undefined)).toBeNull();
});
