import { Alert, Button, FileButton, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { SidePane } from '../pane/SidePane';

/** A file that a person chose and what reading it gave. */
export interface Chosen<Outcome> {
  name: string;
  outcome: Outcome;
  /** Counts the files chosen so far. */
  attempt: number;
}

/**
 * A file chosen to be taken in.
 * @param read must tell its troubles as an outcome, not throw
 */
export function useChosenFile<Outcome>(read: (file: File) => Promise<Outcome>) {
  const [chosen, setChosen] = useState<Chosen<Outcome> | null>(null);
  const choose = async (file: File) => {
    const outcome = await read(file);
    setChosen((last) => ({ name: file.name, outcome, attempt: (last?.attempt ?? 0) + 1 }));
  };
  return { chosen, choose };
}

interface ChooseProps {
  /** Endings of names, `.csv,.xlsx`. */
  accept: string;
  chosen: Chosen<unknown> | null;
  label: string;
  /** Takes the place of `label` once there is a file. */
  another: string;
  onChoose(file: File): Promise<void>;
}

/** The button that opens the system's list of files. */
export function ChooseFile({ accept, chosen, label, another, onChoose }: ChooseProps) {
  return (
    // The key lets the same file be chosen again after it was corrected.
    <FileButton
      key={chosen?.attempt ?? 0}
      onChange={(file) => file && void onChoose(file)}
      accept={accept}
    >
      {(props) => (
        <Button
          {...props}
          autoFocus
          variant={chosen ? 'default' : 'filled'}
          leftSection={<IconFileImport size={16} aria-hidden="true" />}
        >
          {chosen ? another : label}
        </Button>
      )}
    </FileButton>
  );
}

/** Why nothing can be taken in. */
export function ImportTrouble({ children }: { children: ReactNode }) {
  return (
    <Alert role="alert" color="orange" icon={<IconAlertTriangle size={18} />} maw="40rem">
      {children}
    </Alert>
  );
}

interface TakeInProps {
  /** What will become of the rows, counted. */
  counts: string;
  /** Stands under the counts where there is nothing to take in. */
  nothingNew: string;
  /** What the button says; null where there is nothing to take in. */
  label: string | null;
  onTakeIn(): Promise<void>;
}

/** What was understood of a file, and the button that takes it in. */
export function TakeIn({ counts, nothingNew, label, onTakeIn }: TakeInProps) {
  const [busy, setBusy] = useState(false);
  const takeIn = async () => {
    setBusy(true);
    await onTakeIn();
    setBusy(false);
  };
  return (
    <>
      <div role="status">
        <Text fw={550}>{counts}</Text>
        {label === null && (
          <Text size="sm" c="dimmed">
            {nothingNew}
          </Text>
        )}
      </div>
      {label !== null && (
        <Button loading={busy} onClick={() => void takeIn()} style={{ alignSelf: 'start' }}>
          {label}
        </Button>
      )}
    </>
  );
}

interface PaneProps<Outcome> {
  words: { title: string; close: string; choose: string; another: string; hint: string };
  accept: string;
  /** Must tell its troubles as an outcome, not throw. */
  read(file: File): Promise<Outcome>;
  /** What the file says and what can be done with it. */
  children(outcome: Outcome): ReactNode;
  onClose(): void;
}

/** A file chosen, looked at, and taken in whole or not at all. */
export function ImportPane<Outcome>({
  words,
  accept,
  read,
  children,
  onClose,
}: PaneProps<Outcome>) {
  const { chosen, choose } = useChosenFile(read);
  return (
    <SidePane label={words.title} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div>
        <ChooseFile
          accept={accept}
          chosen={chosen}
          label={words.choose}
          another={words.another}
          onChoose={choose}
        />
        <Text size="sm" c="dimmed" mt={6}>
          {chosen ? chosen.name : words.hint}
        </Text>
      </div>
      {chosen && children(chosen.outcome)}
    </SidePane>
  );
}
