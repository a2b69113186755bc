import { Button, Menu } from '@mantine/core';
import { IconDownload, IconPlayerStop } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Running } from '../../lib/exchange/table-sheet';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
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
  make(format: Format, running: Running): File | Promise<File>;
  /** Stands below the formats. */
  children?: ReactNode;
}

/**
 * The button that saves what is seen, and the formats that it can be saved in. While a long file is being
 * written it says how far it is, and stops it.
 */
export function SaveMenu<Format extends string>({ make, ...props }: Props<Format>) {
  const { messages } = useApp();
  const tell = useTell();
  /** What is done of a long file, 0 to 1. */
  const [share, setShare] = useState<number | null>(null);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const save = async (format: Format) => {
    const mine = new AbortController();
    abort.current = mine;
    try {
      download(await make(format, { signal: mine.signal, onShare: setShare }));
    } catch (error) {
      if (mine.signal.aborted) return;
      reportError(error);
      tell.trouble(props.failed);
    } finally {
      setShare(null);
    }
  };
  if (share !== null)
    return (
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden="true" />}
        onClick={() => abort.current?.abort()}
      >
        {messages.table.stop(Math.floor(share * 100))}
      </Button>
    );
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
