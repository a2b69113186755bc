import { ActionIcon, Button, Checkbox, Group, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { CRITERIA } from '../../lib/moderation/contract';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import type { RegulationProfile } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import { SettingGroup } from '../settings/Setting';
import { ClauseField, NumberField, Rows, TextField, TitleField, useEditing } from './fields';
import classes from './regulation.module.css';

/** An id that none of the others has. */
function freshId(others: readonly { id: string }[]): string {
  const taken = new Set(others.map(({ id }) => id));
  let number = others.length + 1;
  while (taken.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}

const byId = ({ id }: { id: string }) => id;

/** Every part of a profile. */
export function ProfileForm() {
  const { locale, messages } = useApp();
  const words = messages.regulation;
  const { parts, field } = words;
  const { profile, put } = useEditing();
  const titled = ({ title }: { title: { ru: string; en: string } }) => title[locale];
  const freshTitle = () => ({ ru: words.fresh, en: words.fresh });
  const { clauses, networks, norm, formats, notices, publishing, style, grounds, offenders } =
    profile;
  const nameColumn = { title: words.name, width: 'minmax(0, 1fr)' };
  const clauseColumn = { title: words.clause, width: '11rem' };
  return (
    <>
      <SettingGroup {...parts.general}>
        <div style={{ width: '100%' }}>
          <TextField path={['title']} label={field.title} value={profile.title} limit={200} />
        </div>
        <div style={{ width: '100%' }}>
          <TextField path={['source']} label={field.source} value={profile.source} limit={1_000} />
        </div>
        <TextField path={['timeZone']} label={field.timeZone} value={profile.timeZone} limit={60} />
        <NumberField
          path={['retentionMonths']}
          label={field.retentionMonths}
          value={profile.retentionMonths}
        />
      </SettingGroup>
      <SettingGroup {...parts.networks}>
        <ClauseField path={['networks', 'clause']} value={networks.clause} />
        <Checkbox.Group
          aria-label={field.ids}
          value={[...networks.ids]}
          readOnly={!put}
          onChange={(ids) => put?.(['networks', 'ids'], ids)}
        >
          <Group gap="md">
            {NETWORK_IDS.map((id) => (
              <Checkbox key={id} size="xs" value={id} label={messages.common.network[id]} />
            ))}
          </Group>
        </Checkbox.Group>
      </SettingGroup>
      <SettingGroup {...parts.norm}>
        <ClauseField path={['norm', 'clause']} value={norm.clause} />
        <Rows
          path={['norm', 'kinds']}
          label={field.kinds}
          rows={norm.kinds}
          columns={[nameColumn, { title: field.weeklyNorm, width: '7rem' }]}
          nameOf={titled}
          keyOf={byId}
          fresh={() => ({ id: freshId(norm.kinds), title: freshTitle(), weeklyNorm: 10 })}
          most={20}
        >
          {(kind, path) => [
            <TitleField key="title" path={[...path, 'title']} value={kind.title} />,
            <NumberField
              key="norm"
              bare
              path={[...path, 'weeklyNorm']}
              label={field.weeklyNorm}
              value={kind.weeklyNorm}
            />,
          ]}
        </Rows>
      </SettingGroup>
      <SettingGroup {...parts.notices}>
        <ClauseField path={['notices', 'clause']} value={notices.clause} />
        <NumberField path={['notices', 'days']} label={field.days} value={notices.days} />
      </SettingGroup>
      <SettingGroup {...parts.publishing}>
        <ClauseField path={['publishing', 'clause']} value={publishing.clause} />
      </SettingGroup>
      <SettingGroup {...parts.offenders}>
        <ClauseField path={['offenders', 'clause']} value={offenders.clause} />
        <Group gap="md" align="start">
          <NumberField
            path={['offenders', 'violations']}
            label={field.violations}
            value={offenders.violations}
          />
          <NumberField path={['offenders', 'days']} label={field.days} value={offenders.days} />
        </Group>
      </SettingGroup>
      <SettingGroup {...parts.grounds}>
        <Rows
          path={['grounds']}
          label={parts.grounds.title}
          rows={grounds}
          columns={[nameColumn, { title: field.criterion, width: '10rem' }, clauseColumn]}
          nameOf={titled}
          keyOf={byId}
          fresh={() => ({
            id: freshId(grounds),
            criterion: null,
            clause: grounds.at(-1)?.clause ?? '',
            title: freshTitle(),
          })}
          most={9}
          ordered
        >
          {(ground, path) => [
            <TitleField key="title" path={[...path, 'title']} value={ground.title} />,
            <CriterionField
              key="criterion"
              criterion={ground.criterion}
              onChange={(criterion) => put?.([...path, 'criterion'], criterion)}
            />,
            <ClauseField key="clause" bare path={[...path, 'clause']} value={ground.clause} />,
          ]}
        </Rows>
      </SettingGroup>
      <SettingGroup {...parts.checklists}>
        <Checklists />
      </SettingGroup>
      <SettingGroup {...parts.formats}>
        <ClauseField path={['formats', 'clause']} value={formats.clause} />
        <Rows
          path={['formats', 'list']}
          label={parts.formats.title}
          rows={formats.list}
          columns={[nameColumn]}
          nameOf={titled}
          keyOf={byId}
          fresh={() => ({ id: freshId(formats.list), title: freshTitle() })}
          most={40}
        >
          {(format, path) => [
            <TitleField key="title" path={[...path, 'title']} value={format.title} />,
          ]}
        </Rows>
      </SettingGroup>
      <SettingGroup {...parts.style}>
        <ClauseField path={['style', 'clause']} value={style.clause} />
        <Rows
          path={['style', 'demands']}
          label={field.demands}
          rows={style.demands}
          columns={[nameColumn]}
          nameOf={titled}
          keyOf={byId}
          fresh={() => ({ id: freshId(style.demands), title: freshTitle() })}
          most={20}
        >
          {(demand, path) => [
            <TitleField key="title" path={[...path, 'title']} value={demand.title} />,
          ]}
        </Rows>
      </SettingGroup>
      <SettingGroup {...parts.clauses}>
        <Rows
          path={['clauses']}
          label={parts.clauses.title}
          rows={clauses}
          columns={[
            { title: field.number, width: '9rem' },
            { title: field.text, width: 'minmax(0, 1fr)' },
          ]}
          nameOf={({ number }) => number}
          // Numbers are what is being written here, so they cannot tell the rows apart.
          keyOf={(_, place) => String(place)}
          fresh={() => ({ number: '', text: '' })}
          most={200}
        >
          {({ number, text }, path) => [
            <TextField
              key="number"
              bare
              path={[...path, 'number']}
              label={field.number}
              value={number}
              limit={60}
            />,
            <TextField
              key="text"
              bare
              path={[...path, 'text']}
              label={field.text}
              value={text}
              limit={2_000}
            />,
          ]}
        </Rows>
      </SettingGroup>
    </>
  );
}

type GroundCriterion = RegulationProfile['grounds'][number]['criterion'];

/** The criterion whose findings suggest a ground. */
function CriterionField({
  criterion,
  onChange,
}: {
  criterion: GroundCriterion;
  onChange(criterion: GroundCriterion): void;
}) {
  const { messages } = useApp();
  const { put } = useEditing();
  const words = messages.regulation.field;
  return (
    <Select
      size="xs"
      aria-label={words.criterion}
      data={[
        { value: '', label: words.byHand },
        ...CRITERIA.map((id) => ({ value: id, label: messages.common.criterion[id] })),
      ]}
      value={criterion ?? ''}
      allowDeselect={false}
      readOnly={!put}
      variant={put ? 'default' : 'unstyled'}
      {...(put ? {} : { rightSection: <span /> })}
      onChange={(id) => onChange(CRITERIA.find((one) => one === id) ?? null)}
    />
  );
}

function Checklists() {
  const { locale, messages } = useApp();
  const words = messages.regulation;
  const { profile, put } = useEditing();
  const lists = profile.checklists;
  const fresh = () => ({ ru: words.fresh, en: words.fresh });
  return (
    <>
      {lists.map(({ id, title, clause, items }, place) => (
        <div key={id} className={classes.checklist}>
          <div className={classes.checklistHead}>
            <TitleField path={['checklists', place, 'title']} value={title} />
            <ClauseField bare path={['checklists', place, 'clause']} value={clause} />
            {put && (
              <ActionIcon
                mt={4}
                variant="subtle"
                color="gray"
                size={26}
                aria-label={words.remove(title[locale])}
                onClick={() => put(['checklists'], lists.toSpliced(place, 1))}
              >
                <IconX size={15} />
              </ActionIcon>
            )}
          </div>
          <Rows
            path={['checklists', place, 'items']}
            label={title[locale] || words.field.items}
            rows={items}
            columns={[
              { title: words.field.items, width: 'minmax(0, 1fr)' },
              { title: words.field.everyDays, width: '9rem' },
            ]}
            nameOf={(item) => item.title[locale]}
            keyOf={byId}
            fresh={() => ({ id: freshId(items), title: fresh(), everyDays: 90 })}
            most={50}
          >
            {(item, path) => [
              <TitleField key="title" path={[...path, 'title']} value={item.title} />,
              <NumberField
                key="days"
                bare
                path={[...path, 'everyDays']}
                label={words.field.everyDays}
                value={item.everyDays}
              />,
            ]}
          </Rows>
        </div>
      ))}
      {put && lists.length < 10 && (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() =>
            put(
              ['checklists'],
              [
                ...lists,
                {
                  id: freshId(lists),
                  clause: profile.clauses[0]?.number ?? '',
                  title: fresh(),
                  items: [{ id: 'own-1', title: fresh(), everyDays: 90 }],
                },
              ],
            )
          }
        >
          {words.addList}
        </Button>
      )}
    </>
  );
}
