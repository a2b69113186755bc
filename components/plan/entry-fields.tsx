import { Autocomplete, Select } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { LINE_LIMIT } from '../../lib/registry/fields';
import { useApp } from '../app/app-context';

// Fields that an entry of the plan and a template have both.

interface FieldProps<Value> {
  value: Value;
  onChange(value: Value): void;
}

/** At what time, `HH:MM`, or null; the hint tells in which zone. */
export function TimeField({
  value,
  hint,
  onChange,
}: FieldProps<string | null> & { hint?: string }) {
  const { form } = useApp().messages.plan;
  return (
    <TimeInput
      flex="1 1 6rem"
      label={form.time}
      title={hint}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value.slice(0, 5) || null)}
    />
  );
}

/** One of the formats that the regulation names, or null. */
export function FormatField({ value, onChange }: FieldProps<string | null>) {
  const { locale, messages, profile } = useApp();
  const { form } = messages.plan;
  return (
    <Select
      flex="1 1 9rem"
      label={form.format}
      title={form.formatHint(profile.formats.clause)}
      clearable
      clearButtonProps={{ 'aria-label': messages.screen.reset }}
      value={value}
      data={profile.formats.list.map(({ id, title }) => ({ value: id, label: title[locale] }))}
      onChange={onChange}
    />
  );
}

/** A line of text with what was written in it before to choose from. */
export function RecalledField({
  label,
  known,
  value,
  onChange,
}: FieldProps<string> & { label: string; known: readonly string[] }) {
  return (
    <Autocomplete
      flex="1 1 9rem"
      label={label}
      maxLength={LINE_LIMIT}
      data={[...known]}
      value={value}
      onChange={onChange}
    />
  );
}
