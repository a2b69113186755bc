import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { browser } from 'wxt/browser';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import settings from '../settings/settings.module.css';
import { WelcomeLink } from '../welcome/WelcomeLink';
import classes from './about.module.css';
import { BUILT_IN_JUDGES } from './built-in';

/** The browser with its version, of all that it says of itself. */
const browserName = () =>
  /(?:YaBrowser|Edg|OPR|Firefox)\/[\d.]+/.exec(navigator.userAgent)?.[0] ??
  /Chrome\/[\d.]+/.exec(navigator.userAgent)?.[0] ??
  '';

/** What this is: versions, where the data are, licences. */
export function AboutScreen() {
  const { messages, profile } = useApp();
  const words = messages.about;
  const tell = useTell();
  const versions: readonly (readonly [string, string])[] = [
    [words.extension, browser.runtime.getManifest().version],
    // By it policies name the extension; each store gives its own.
    [words.id, browser.runtime.id],
    [words.moderationRules, BUILT_IN_JUDGES.moderationRules],
    [words.model, BUILT_IN_JUDGES.model],
    [words.styleRules, BUILT_IN_JUDGES.styleRules],
    [words.profile, profile.title],
    [words.browser, browserName()],
  ];
  const copy = async () => {
    const text = versions.map(([name, version]) => `${name}: ${version}`).join('\n');
    const message = await navigator.clipboard.writeText(text).then(
      () => words.copied,
      () => words.notCopied,
    );
    tell.done(message);
  };
  return (
    <div className={settings.screen}>
      <Title order={1}>{words.title}</Title>
      <Text mt={4} mb="lg">
        {words.what}
      </Text>
      <Stack gap="xl">
        <Part title={words.versions}>
          <dl className={classes.versions}>
            {versions.map(([name, version]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{version === '' ? '—' : version}</dd>
              </div>
            ))}
          </dl>
          <Button
            variant="default"
            mt="sm"
            leftSection={<IconCopy size={16} aria-hidden="true" />}
            onClick={() => void copy()}
          >
            {words.copy}
          </Button>
        </Part>
        <Part title={words.privacy}>
          <Text>{words.privacyText}</Text>
        </Part>
        <Part title={words.where}>
          <Text>{words.whereText}</Text>
          <Anchor component={Link} href="/safety">
            {words.copyLink}
          </Anchor>
        </Part>
        <Part title={words.licences}>
          <Text>{words.licencesText}</Text>
          <Group gap="md">
            <Anchor href="/LICENSE.txt" target="_blank">
              {words.licence}
            </Anchor>
            <Anchor href="/NOTICE.txt" target="_blank">
              {words.notice}
            </Anchor>
          </Group>
        </Part>
        <Group gap="md">
          <WelcomeLink />
          <Anchor href="/guide.html" target="_blank">
            {words.guide}
          </Anchor>
        </Group>
      </Stack>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
