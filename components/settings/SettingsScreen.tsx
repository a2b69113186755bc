import { Button, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CRITERIA, type Finding } from '../../lib/moderation/contract';
import { hostsOff, OPERATOR_LIMIT, type Settings } from '../../lib/settings/settings';
import { useApp } from '../app/app-context';
import { ExampleSetting } from '../example/ExampleOffer';
import { ChoiceField } from '../form/ChoiceField';
import { LessonSettings } from '../health/LessonSettings';
import { ReminderSetting } from '../reminders/ReminderSetting';
import { CriterionBadge } from '../text/CriterionBadge';
import { MarkedText } from '../text/MarkedText';
import { WelcomeLink } from '../welcome/WelcomeLink';
import { KeySettings } from './KeySettings';
import { Fixed, ManagedNote } from './Managed';
import { RetentionSetting } from './RetentionSetting';
import { SettingGroup } from './Setting';
import classes from './settings.module.css';

/** How long the quiet «Сохранено» stays, milliseconds. */
const SAVED_MS = 2_500;

/** A word that shows after each change that is stored, and goes by itself. */
function useSaved(): [boolean, (saved: boolean) => void] {
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (saved: boolean) => {
    clearTimeout(timer.current);
    setShown(saved);
    if (saved) timer.current = setTimeout(() => setShown(false), SAVED_MS);
  };
  return [shown, tell];
}

/** All that can be set. Each change is stored at once. */
export function SettingsScreen() {
  const { managed, messages, settings, change } = useApp();
  const fixed = managed.values;
  const words = messages.settings;
  const [saved, onSaved] = useSaved();
  const off = hostsOff(fixed.networks);
  const isOff = (host: string) => off.includes(host);
  const set = (part: Partial<Settings>) => void change(part).then(onSaved);

  return (
    <div className={classes.screen}>
      <div className={classes.top}>
        <Title order={1}>{words.title}</Title>
        <span role="status" className={classes.saved}>
          {saved && (
            <>
              <IconCheck size={15} aria-hidden="true" />
              {words.saved}
            </>
          )}
        </span>
      </div>

      <ManagedNote />

      <SettingGroup title={words.operator.title} hint={words.operator.hint}>
        <NameSetting onChange={(operator) => set({ operator })} />
      </SettingGroup>

      <SettingGroup title={words.look.title} hint={words.look.hint}>
        <Choice
          label={words.look.locale}
          value={settings.locale}
          options={{ ru: 'Русский', en: 'English' }}
          onChange={(locale) => set({ locale })}
        />
        <Choice
          label={words.look.theme}
          value={settings.theme}
          options={words.look.themes}
          onChange={(theme) => set({ theme })}
        />
        <Choice
          label={words.look.marks}
          value={settings.marks}
          options={words.look.marksKinds}
          onChange={(marks) => set({ marks })}
        />
        <MarksSample />
      </SettingGroup>

      <SettingGroup title={words.criteria.title} hint={words.criteria.hint}>
        <div className={classes.criteria}>
          {CRITERIA.map((criterion) => (
            <Switch
              key={criterion}
              size="sm"
              checked={settings.criteria[criterion]}
              disabled={fixed.criteria?.[criterion] !== undefined}
              onChange={(event) =>
                set({
                  criteria: { ...settings.criteria, [criterion]: event.currentTarget.checked },
                })
              }
              label={<CriterionBadge criterion={criterion} />}
              description={
                <Fixed when={fixed.criteria?.[criterion] !== undefined}>
                  {words.criteria.about[criterion]}
                </Fixed>
              }
            />
          ))}
        </div>
        <Switch
          size="sm"
          checked={settings.probable}
          disabled={fixed.probable !== undefined}
          onChange={(event) => set({ probable: event.currentTarget.checked })}
          label={words.criteria.probable}
          description={
            <Fixed when={fixed.probable !== undefined}>{words.criteria.probableHint}</Fixed>
          }
        />
      </SettingGroup>

      <SettingGroup title={words.draft.title} hint={words.draft.hint}>
        <Switch
          size="sm"
          checked={settings.draftCheck}
          disabled={fixed.draftCheck !== undefined}
          description={fixed.draftCheck === undefined ? undefined : messages.managed.fixed}
          onChange={(event) => set({ draftCheck: event.currentTarget.checked })}
          label={words.draft.check}
        />
        {settings.ignoredStyleRules.length > 0 && (
          <div>
            <Text size="sm" mb={6}>
              {words.draft.ignored(settings.ignoredStyleRules.length)}
            </Text>
            <Button variant="default" onClick={() => set({ ignoredStyleRules: [] })}>
              {words.draft.restore}
            </Button>
          </div>
        )}
      </SettingGroup>

      <SettingGroup title={messages.reminders.title} hint={messages.reminders.hint}>
        <ReminderSetting onSaved={onSaved} />
      </SettingGroup>

      <SettingGroup title={words.keys.title} hint={words.keys.hint}>
        <KeySettings onSaved={onSaved} />
      </SettingGroup>

      <SettingGroup title={words.retention.title} hint={words.retention.hint}>
        <RetentionSetting key={settings.retentionMonths} onSaved={onSaved} />
      </SettingGroup>

      <SettingGroup title={messages.welcome.setting.title} hint={messages.welcome.setting.hint}>
        <WelcomeLink />
      </SettingGroup>

      <SettingGroup title={messages.example.title} hint={messages.example.hint}>
        <ExampleSetting />
      </SettingGroup>

      <SettingGroup title={messages.health.lessons.title} hint={messages.health.lessons.hint}>
        <LessonSettings />
      </SettingGroup>

      <SettingGroup title={words.paused.title} hint={words.paused.hint}>
        {settings.pausedHosts.length === 0 ? (
          <Text size="sm" c="dimmed">
            {words.paused.none}
          </Text>
        ) : (
          <ul className={classes.hosts}>
            {settings.pausedHosts.map((host) => (
              <li key={host}>
                {host}
                {isOff(host) && (
                  <Text span size="sm" c="dimmed">
                    {messages.managed.fixed}
                  </Text>
                )}
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={isOff(host)}
                  aria-label={words.paused.resumeOn(host)}
                  onClick={() =>
                    set({ pausedHosts: settings.pausedHosts.filter((other) => other !== host) })
                  }
                >
                  {words.paused.resume}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </SettingGroup>
    </div>
  );
}

/** Stored when the operator leaves the field or presses Enter, so that no half of a name is. */
function NameSetting({ onChange }: { onChange(name: string): void }) {
  const { messages, settings } = useApp();
  const words = messages.settings.operator;
  const [name, setName] = useState(settings.operator);
  useEffect(() => setName(settings.operator), [settings.operator]);
  const save = () => {
    if (name.trim() !== settings.operator) onChange(name.trim());
  };
  return (
    <TextInput
      w="22rem"
      label={words.name}
      placeholder={words.placeholder}
      description={name.trim() === '' ? words.empty : undefined}
      maxLength={OPERATOR_LIMIT}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange(value: Value): void;
}

function Choice<Value extends string>({ options, ...props }: ChoiceProps<Value>) {
  const values = Object.keys(options) as Value[];
  return (
    <ChoiceField {...props} options={values.map((value) => ({ value, label: options[value] }))} />
  );
}

/** Both strengths as they look now. */
function MarksSample(): ReactNode {
  const { messages } = useApp();
  const words = messages.settings.look;
  const finding = (
    phrase: string,
    criterion: Finding['criterion'],
    strength: Finding['strength'],
  ): Finding => {
    const start = words.sample.indexOf(phrase);
    return { criterion, strength, rule: '', start, end: start + phrase.length, why: '' };
  };
  return (
    <figure className={classes.sample}>
      <MarkedText
        text={words.sample}
        findings={[
          finding(words.sampleFirst, 'insult', 'certain'),
          finding(words.sampleSecond, 'spam', 'probable'),
        ]}
      />
      <Text component="figcaption" size="xs" c="dimmed" mt={4}>
        {words.sampleLabel}
      </Text>
    </figure>
  );
}
