import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { PRACTICE } from '../../lib/networks/practice';
import { useApp } from '../app/app-context';
import { useElements } from '../keys/use-elements';
import classes from './welcome.module.css';

/** Its items, top to bottom. */
const ITEMS = ['copy', 'remove'] as const;

interface Props {
  /** Of the comment whose menu it is. */
  author: string;
  onRemove(): void;
}

/** The network's own menu of a comment: a button and a few items, as plain as a network has them. */
export function PracticeMenu({ author, onRemove }: Props) {
  const words = useApp().messages.welcome.thread;
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLSpanElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const items = useElements();

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !around.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', onPress);
    return () => removeEventListener('pointerdown', onPress);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false);
      toggle.current?.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const at = ITEMS.findIndex((name) => items.get(name) === document.activeElement);
    const by = event.key === 'ArrowDown' ? 1 : -1;
    items.focus(ITEMS.at((at + by) % ITEMS.length) ?? 'copy');
  };

  return (
    <span ref={around} className={classes.menuHome}>
      <button
        ref={toggle}
        type="button"
        {...{ [PRACTICE.menu]: '' }}
        className={classes.menuToggle}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={words.menu(author)}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <div
          role="menu"
          {...{ [PRACTICE.popup]: '' }}
          aria-label={words.menu(author)}
          className={classes.menu}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          <button
            ref={items.ref('copy')}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => setOpen(false)}
          >
            {words.copy}
          </button>
          <button
            ref={items.ref('remove')}
            type="button"
            role="menuitem"
            tabIndex={-1}
            {...{ [PRACTICE.remove]: '' }}
            onClick={onRemove}
          >
            {words.remove}
          </button>
        </div>
      )}
    </span>
  );
}
