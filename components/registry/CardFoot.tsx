import { Button } from '@mantine/core';
import { useApp } from '../app/app-context';

interface Props {
  isNew: boolean;
  /** From `useEditing`. */
  editing: { dirty: boolean; reset(): void };
  /** Stores it and begins another one; absent where there is nothing to begin. */
  onAnother?: (() => void) | undefined;
  /** What taking the row away is called, and what it does or why it cannot be done. */
  remove: { name: string; hint?: string; disabled?: boolean };
  onRemove(): void;
}

/** What can be done with the row of a card: save, take back what was typed, take the row away. */
export function CardFoot({ isNew, editing, onAnother, remove, onRemove }: Props) {
  const { form } = useApp().messages.registry;
  return (
    <>
      <Button type="submit" disabled={!isNew && !editing.dirty}>
        {form.save}
      </Button>
      {onAnother && (
        <Button variant="default" onClick={onAnother}>
          {form.saveAndMore}
        </Button>
      )}
      {!isNew && editing.dirty && (
        <Button variant="default" onClick={editing.reset}>
          {form.reset}
        </Button>
      )}
      {!isNew && (
        <Button
          variant="subtle"
          color="red"
          ml="auto"
          disabled={remove.disabled ?? false}
          title={remove.hint}
          onClick={onRemove}
        >
          {remove.name}
        </Button>
      )}
    </>
  );
}
