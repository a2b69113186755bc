import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context';
import { download } from './download';

interface Props<Format extends string> {
  label: string;
  /** What will be in the file. */
  what: string;
  formats: readonly Format[];
  /** Names of the formats as people know them. */
  names: Readonly<Record<Format, string>>;
  /** Told where the file could not be made. */
  failed: string;
  disabled: boolean;
  make(format: Format): File | Promise<File>;
  /** Stands below the formats. */
  children?: ReactNode;
}

/** The button that saves what is seen, and the formats that it can be saved in. */
export function SaveMenu<Format extends string>({ make, ...props }: Props<Format>) {
  const { messages } = useApp();
  const save = async (format: Format) => {
    try {
      download(await make(format));
    } catch (error) {
      reportError(error);
      notifications.show({
        color: 'red',
        autoClose: false,
        message: props.failed,
        closeButtonProps: { 'aria-label': messages.common.close },
      });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          disabled={props.disabled}
        >
          {props.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{props.what}</Menu.Label>
        {props.formats.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {props.names[format]}
          </Menu.Item>
        ))}
        {props.children}
      </Menu.Dropdown>
    </Menu>
  );
}
