import { Button, Code, CopyButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { ownIdentity } from '../../lib/registry/identity';
import { fingerprint, publicKeyOf } from '../../lib/registry/signature';
import { useApp } from '../app/app-context';
import { SettingGroup } from '../settings/Setting';

/** The print by which others know this browser's signature. */
export function PrintSection() {
  const { messages } = useApp();
  const words = messages.safety.print;
  const [print, setPrint] = useState<string>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    ownIdentity(openRegistry())
      .then(({ keys }) => publicKeyOf(keys))
      .then(fingerprint)
      .then(setPrint, setFailure);
  }, []);
  // To the screen's error boundary, which says that the registry cannot be read.
  if (failure) throw failure;
  if (print === undefined) return null;
  return (
    <SettingGroup title={words.title} hint={words.hint}>
      <Code block style={{ whiteSpace: 'pre-wrap' }}>
        {print}
      </Code>
      <CopyButton value={print}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </SettingGroup>
  );
}
