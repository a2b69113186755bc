import {
  ActionIcon,
  Button,
  Chip,
  Group,
  Input,
  Text,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconArrowLeft, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { dayName, shortDay } from '../../lib/i18n/day';
import { LINE_LIMIT, TEXT_LIMIT } from '../../lib/registry/fields';
import { blankEntry, entryFrom, templateFrom } from '../../lib/registry/planning';
import type { Template } from '../../lib/registry/templates';
import { useApp } from '../app/app-context';
import { SidePane } from '../pane/SidePane';
import { useDesk } from '../record/use-desk';
import type { RegistryRows } from '../record/use-registry';
import shared from '../text/text.module.css';
import { AccountsField } from './AccountsField';
import { FormatField, RecalledField, TimeField } from './entry-fields';
import classes from './plan.module.css';
import { usePlanDeeds } from './use-plan';

interface Props extends Pick<RegistryRows, 'accounts' | 'bodies'> {
  templates: readonly Template[];
  rubrics: readonly string[];
  /** The day on which a template is put into the plan. */
  day: string;
  onFill(): void;
  onClose(): void;
}

/** Templates and recurring rubrics: a list, and a form for one of them. */
export function TemplatesPane({ templates, rubrics, accounts, bodies, day, ...props }: Props) {
  const { locale, messages } = useApp();
  const words = messages.plan.templates;
  const [edited, setEdited] = useState<Template | null>(null);
  const apply = useDesk();
  const deeds = usePlanDeeds();
  const store = async (template: Template) => {
    const put = [{ table: 'templates', put: template } as const];
    if (await apply(put, words.saved(template.name))) setEdited(null);
  };
  const remove = ({ id, name, revision }: Template) =>
    void apply([{ table: 'templates', remove: id, revision }], words.removed(name));
  if (edited)
    return (
      <TemplateForm
        key={edited.id}
        template={edited}
        rubrics={rubrics}
        accounts={accounts}
        bodies={bodies}
        onSave={(template) => void store(template)}
        onBack={() => setEdited(null)}
        onClose={props.onClose}
      />
    );
  return (
    <SidePane
      label={words.title}
      title={words.title}
      closeLabel={words.close}
      onClose={props.onClose}
    >
      <Text size="sm" c="dimmed">
        {templates.length === 0 && `${words.empty} `}
        {words.hint}
      </Text>
      <Group gap="xs">
        <Button
          autoFocus
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setEdited({ ...templateFrom(blankEntry(day)) })}
        >
          {words.add}
        </Button>
        {templates.some(({ weekdays }) => weekdays.length > 0) && (
          <Button variant="default" onClick={props.onFill}>
            {words.fill}
          </Button>
        )}
      </Group>
      <ul className={`${shared.lines} ${classes.templates}`}>
        {templates.map((template) => (
          <li key={template.id}>
            <div>
              <Text fw={550}>{template.name}</Text>
              <Text size="xs" c="dimmed">
                {template.weekdays.length === 0
                  ? words.once
                  : template.weekdays
                      .map((weekday) => messages.plan.weekdays[weekday - 1])
                      .join(', ')}
                {template.time !== null && `, ${template.time}`}
              </Text>
            </div>
            <Group gap={4} wrap="nowrap">
              <Button
                size="compact-sm"
                variant="light"
                onClick={() =>
                  void deeds.add(
                    [entryFrom(template, day)],
                    words.put(template.name, dayName(day, locale)),
                  )
                }
              >
                {words.onDay(shortDay(day, locale))}
                <VisuallyHidden>: {template.name}</VisuallyHidden>
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.edit(template.name)}
                onClick={() => setEdited(template)}
              >
                <IconPencil size={16} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.remove(template.name)}
                onClick={() => remove(template)}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ul>
    </SidePane>
  );
}

interface FormProps extends Pick<Props, 'rubrics' | 'accounts' | 'bodies'> {
  template: Template;
  onSave(template: Template): void;
  onBack(): void;
  onClose(): void;
}

function TemplateForm({ template, rubrics, accounts, bodies, onSave, onBack, onClose }: FormProps) {
  const { messages } = useApp();
  const { templates: words, form, weekdays } = messages.plan;
  const weekdaysId = useId();
  const [fields, setFields] = useState(template);
  const set = (part: Partial<Template>) => setFields((known) => ({ ...known, ...part }));
  const save = () => {
    const name = fields.name.trim() || fields.rubric.trim() || form.untitled;
    onSave({ ...fields, name, weekdays: [...fields.weekdays].sort() });
  };
  return (
    <SidePane
      label={words.title}
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button type="submit">{form.save}</Button>
          <Button variant="default" onClick={onBack}>
            {messages.common.cancel}
          </Button>
        </>
      }
    >
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={15} aria-hidden="true" />}
          onClick={onBack}
        >
          {words.back}
        </Button>
      </div>
      <TextInput
        autoFocus
        label={words.name}
        maxLength={LINE_LIMIT}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div>
        <Input.Label labelElement="div" display="block" mb={4} id={weekdaysId}>
          {words.weekdays}
        </Input.Label>
        <Chip.Group
          multiple
          value={fields.weekdays.map(String)}
          onChange={(days) => set({ weekdays: days.map(Number) })}
        >
          <Group gap={4} role="group" aria-labelledby={weekdaysId}>
            {weekdays.map((name, place) => (
              <Chip key={name} size="xs" value={String(place + 1)}>
                {name}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Text size="xs" c="dimmed" mt={4}>
          {words.weekdaysHint}
        </Text>
      </div>
      <Group gap="sm" align="flex-start" grow wrap="wrap" preventGrowOverflow={false}>
        <TimeField value={fields.time} onChange={(time) => set({ time })} />
        <FormatField value={fields.format} onChange={(format) => set({ format })} />
      </Group>
      <AccountsField
        chosen={fields.accounts}
        accounts={accounts}
        bodies={bodies}
        onChange={(chosen) => set({ accounts: chosen })}
      />
      <RecalledField
        label={form.rubric}
        known={rubrics}
        value={fields.rubric}
        onChange={(rubric) => set({ rubric })}
      />
      <TextInput
        label={form.responsible}
        maxLength={LINE_LIMIT}
        value={fields.responsible}
        onChange={(event) => set({ responsible: event.currentTarget.value })}
      />
      <Textarea
        label={form.text}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={TEXT_LIMIT}
        value={fields.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </SidePane>
  );
}
