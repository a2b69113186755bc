import { Button, Menu } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { CASE_FORMATS, caseFile, makeCase } from '../../lib/exchange/case-file';
import { openRegistry } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { download } from '../files/download';
import { MaskItem } from './MaskItem';

/** Saves one action with its proof for a third person. */
export function CaseMenu({ id }: { id: string }) {
  const { locale, messages, profile, settings } = useApp();
  const words = messages.safety.caseFile;
  const [masked, setMasked] = useState(true);
  const save = async (format: (typeof CASE_FORMATS)[number]) => {
    const file = await makeCase({
      registry: openRegistry(),
      id,
      operator: settings.operator,
      now: Date.now(),
      thirdPersons: !masked,
    });
    if (file) download(await caseFile({ file, locale, profile }, format));
  };
  return (
    <Menu position="bottom-start" width="20rem">
      <Menu.Target>
        <Button variant="default" leftSection={<IconCertificate size={16} aria-hidden="true" />}>
          {words.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MaskItem masked={masked} onChange={setMasked} />
        <Menu.Divider />
        {CASE_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {words[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
