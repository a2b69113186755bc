import { Button, Group, SegmentedControl, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { REGISTERS, type Register } from '../../lib/style/registers';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import classes from './draft.module.css';

/** How long «Скопировано» stays, milliseconds. */
const COPIED_MS = 2_500;

interface Props {
  isEmpty: boolean;
  /** Whether the draft is on the disk; null before the first attempt. */
  saved: boolean | null;
  register: Register;
  /** The text at the moment of the click. */
  textOf(): string;
  onRegister(register: Register): void;
  onClear(): void;
}

/** What the text is for, whether it is kept, and what can be done with all of it. */
export function DraftHead({ isEmpty, saved, register, textOf, onRegister, onClear }: Props) {
  const words = useApp().messages.drafting;
  return (
    <header className={classes.top}>
      <Title order={1}>{words.title}</Title>
      <span
        role={saved === false ? 'alert' : 'status'}
        className={saved === false ? classes.failed : classes.saved}
      >
        {saved === false ? words.failed : saved && !isEmpty && words.saved}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={words.register.label}
        data={REGISTERS.map((value) => ({ value, label: words.register[value] }))}
        value={register}
        onChange={(value) => onRegister(REGISTERS.find((one) => one === value) ?? 'post')}
      />
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" size="sm" disabled={isEmpty} onClick={onClear}>
          {words.clear}
        </Button>
        <CopyButton disabled={isEmpty} textOf={textOf} />
      </Group>
    </header>
  );
}

interface CopyProps {
  disabled: boolean;
  /** The text at the moment of the click. */
  textOf(): string;
}

function CopyButton({ disabled, textOf }: CopyProps) {
  const { messages } = useApp();
  const words = messages.drafting;
  const tell = useTell();
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf());
    } catch {
      tell.trouble(words.copyFailed);
      return;
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <>
      <Button
        size="sm"
        disabled={disabled}
        leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        onClick={() => void copy()}
      >
        {copied ? words.copied : words.copy}
      </Button>
      <VisuallyHidden role="status">{copied ? words.copied : ''}</VisuallyHidden>
    </>
  );
}
