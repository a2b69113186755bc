import {
  Badge,
  Button,
  Group,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { LINE_LIMIT } from '../../lib/registry/fields';
import { KUZBASS } from '../../lib/regulation/profile';
import { offsetName, zoneOffset } from '../../lib/regulation/zone';
import { storeRegulation } from '../../lib/settings/regulation';
import { OPERATOR_LIMIT } from '../../lib/settings/settings';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import { ChoiceField } from '../form/ChoiceField';
import { useDesk } from '../record/use-desk';
import { type RegistryRows, useRegistry } from '../record/use-registry';
import { firstRows, readLinks } from './first-rows';
import classes from './welcome.module.css';
import { RUSSIAN_ZONES } from './zones';

interface Props {
  onDone(): void;
  onSkip(): void;
}

/** Who the operator is, whose accounts they run, and which these are. Nothing is required. */
export function StartForm(props: Props) {
  const rows = useRegistry();
  return rows ? <Form rows={rows} {...props} /> : null;
}

/** The zone of this computer where it is one of ours, else the region's that holds. */
function zoneHere(fallback: string): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return RUSSIAN_ZONES.find((zone) => zone === here) ?? fallback;
}

function Form({ rows, onDone, onSkip }: Props & { rows: RegistryRows }) {
  const { locale, managed, messages, profile, regulation, settings, change } = useApp();
  const words = messages.welcome.you;
  // Away from the buttons of the steps and from what the practice page tells at the bottom.
  const desk = useDesk('top-right');
  const tell = useTell();
  const onlyBody = rows.bodies.length === 1 ? rows.bodies[0]?.name : undefined;
  const [name, setName] = useState(settings.operator);
  const [body, setBody] = useState(onlyBody ?? managed.values.organisation ?? '');
  const [kind, setKind] = useState(profile.norm.kinds.at(-1)?.id ?? '');
  const [region, setRegion] = useState<'kuzbass' | 'other'>('kuzbass');
  const [regionTitle, setRegionTitle] = useState('');
  const [zone, setZone] = useState(() => zoneHere('Europe/Moscow'));
  const [pasted, setPasted] = useState('');
  const [tried, setTried] = useState(false);
  const { links, unknown } = useMemo(() => readLinks(pasted), [pasted]);

  const isBuiltIn = !regulation.own;
  const isOther = isBuiltIn && region === 'other';
  const faults = {
    body: body.trim() === '' && links.length > 0,
    region: isOther && regionTitle.trim() === '',
    links: unknown.length > 0,
  };

  const saveRegion = async (): Promise<boolean> => {
    if (!isOther) return true;
    const title = regionTitle.trim();
    try {
      await storeRegulation({ ...KUZBASS, id: 'own', title, timeZone: zone });
      return true;
    } catch (error) {
      console.error('Регламент не сохранён', error);
      tell.trouble(words.notSaved);
      return false;
    }
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    if (name.trim() !== settings.operator && !(await change({ operator: name.trim() }))) return;
    if (!(await saveRegion())) return;
    const deeds = body.trim() === '' ? [] : firstRows(body.trim(), kind, links, rows);
    if (deeds.length > 0 && !(await desk(deeds, words.added))) return;
    onDone();
  };

  return (
    <Stack component="form" gap="md" maw="38rem" onSubmit={(event) => void save(event)}>
      <Title order={2}>{words.title}</Title>
      <TextInput
        label={words.name}
        description={words.nameHint}
        placeholder={words.namePlaceholder}
        maxLength={OPERATOR_LIMIT}
        autoComplete="name"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {isBuiltIn ? (
        <ChoiceField
          label={words.region}
          size="sm"
          value={region}
          options={[
            { value: 'kuzbass', label: words.kuzbass },
            { value: 'other', label: words.other },
          ]}
          onChange={(chosen) => setRegion(chosen)}
        />
      ) : (
        <Text size="sm">
          <b>{words.region}.</b>{' '}
          {regulation.fixed
            ? `${profile.title}. ${messages.managed.fixed}`
            : words.regionNow(profile.title)}
        </Text>
      )}
      {isOther && (
        <div className={classes.region}>
          <Text size="sm" c="dimmed">
            {words.regionHint}
          </Text>
          <Group gap="sm" align="flex-start" mt="xs">
            <TextInput
              flex="1 1 14rem"
              label={words.regionTitle}
              placeholder={words.regionPlaceholder}
              maxLength={200}
              error={tried && faults.region ? words.regionNeeded : undefined}
              value={regionTitle}
              onChange={(event) => setRegionTitle(event.currentTarget.value)}
            />
            <Select
              flex="1 1 14rem"
              size="sm"
              label={words.zone}
              allowDeselect={false}
              value={zone}
              onChange={(chosen) => chosen && setZone(chosen)}
              data={RUSSIAN_ZONES.map((one) => ({
                value: one,
                label: `${words.zones[one]}, ${offsetName(zoneOffset(Date.now(), one))}`,
              }))}
            />
          </Group>
        </div>
      )}
      <Group gap="sm" align="flex-start">
        <TextInput
          flex="2 1 18rem"
          label={words.body}
          description={words.bodyHint}
          placeholder={words.bodyPlaceholder}
          maxLength={LINE_LIMIT}
          error={tried && faults.body ? words.bodyNeeded : undefined}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        <Select
          flex="1 1 10rem"
          size="sm"
          label={words.kind}
          description={'\u00a0'}
          allowDeselect={false}
          value={kind}
          onChange={(chosen) => chosen && setKind(chosen)}
          data={profile.norm.kinds.map(({ id, title }) => ({ value: id, label: title[locale] }))}
        />
      </Group>
      <div>
        <Textarea
          size="sm"
          label={words.links}
          description={words.linksHint}
          placeholder={words.linksPlaceholder}
          autosize
          minRows={3}
          maxRows={10}
          spellCheck={false}
          maxLength={20_000}
          error={tried && faults.links ? words.unknown(unknown.join(', ')) : undefined}
          value={pasted}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
            setTried(false);
          }}
        />
        <Group gap={6} mt={6} role="status">
          {links.length > 0 && <Text size="sm">{words.found(links.length)}:</Text>}
          {links.map(({ network, key }) => (
            <Badge key={`${network} ${key}`} variant="light" radius="sm" tt="none" size="lg">
              {messages.common.network[network]} · {key}
            </Badge>
          ))}
        </Group>
        {rows.accounts.length > 0 && (
          <Text size="sm" c="dimmed" mt={6}>
            {words.already(rows.accounts.length)}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Button type="submit" size="sm">
          {messages.welcome.next}
        </Button>
        <Button size="sm" variant="default" onClick={onSkip}>
          {messages.welcome.skip}
        </Button>
      </Group>
    </Stack>
  );
}
