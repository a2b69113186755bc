import { useLiveQuery } from 'dexie-react-hooks';
import type * as z from 'zod/mini';
import { dottedDay } from '../../lib/i18n/day';
import type { FieldChange } from '../../lib/registry/changes';
import { openRegistry } from '../../lib/registry/database';
import { bodyKind } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';

type Value = FieldChange['before'];

const isRecord = (value: Value): value is Record<string, z.core.util.JSONType> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** «Иванова, директор; Петров». */
const people = (value: Value) =>
  Array.isArray(value)
    ? value
        .map((one) =>
          isRecord(one)
            ? Object.values(one)
                .filter((part) => part !== '')
                .join(', ')
            : String(one),
        )
        .join('; ')
    : '';

/** Words for the fields of a row and for what stands in them. */
export function useFieldWords(): {
  fieldName(field: string): string;
  /** Empty for what is empty. */
  valueWords(field: string, value: Value): string;
} {
  const { locale, messages, profile } = useApp();
  const { registry: words, notices, common } = messages;
  const names = useLiveQuery(async () => {
    const registry = openRegistry();
    const rows = [...(await registry.bodies.toArray()), ...(await registry.accounts.toArray())];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }, []);
  const nameOf = (id: string) => names?.get(id) ?? words.history.gone;
  const fields: Record<string, string> = words.history.field;

  const text = (field: string, value: string): string => {
    switch (field) {
      case 'parent':
      case 'body':
      case 'account':
        return nameOf(value);
      case 'kind':
        return bodyKind(profile, value).title[locale];
      case 'network':
        return (common.network as Record<string, string>)[value] ?? value;
      case 'status':
        return (words.statuses as Record<string, string>)[value] ?? value;
      case 'event':
        return (notices.events as Record<string, string>)[value] ?? value;
      case 'created':
      case 'deleted':
      case 'day':
        return dottedDay(value);
      case 'broken':
        return dottedDay(value.slice(0, 10));
      default:
        return value;
    }
  };
  return {
    fieldName: (field) => fields[field] ?? field,
    valueWords(field, value) {
      if (value === null) return '';
      if (typeof value === 'string') return value === '' ? '' : text(field, value);
      if (field === 'sent' && isRecord(value))
        return notices.sentAs(dottedDay(String(value.day)), String(value.number));
      return Array.isArray(value) ? people(value) : String(value);
    },
  };
}
