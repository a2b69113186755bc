import { type ReactNode, useEffect, useRef } from 'react';
import { Icon, Press } from './controls';
import { look } from './look';
import { words } from './model';

const css = look({
  shade:
    'position: fixed; inset: 0; z-index: 20; display: grid; place-items: center; padding: 16px; background: rgb(0 0 0 / 60%);',
  box: 'position: relative; max-height: calc(100vh - 32px); overflow: auto; border-radius: 12px; background: var(--raised);',
  close: 'position: fixed; top: 16px; right: 16px; padding: 8px; color: #fff;',
});

/** A layer above the page. Escape and a press beside it close it; the focus comes back afterwards. */
export function Modal({
  label,
  className = '',
  onClose,
  crossed = false,
  children,
}: {
  label: string;
  className?: string;
  onClose(): void;
  /** With a cross in the corner of the window. */
  crossed?: boolean;
  children: ReactNode;
}) {
  const shade = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    if (!box.current?.contains(before))
      box.current?.querySelector<HTMLElement>('button, [role="button"]')?.focus();
    const onKey = (event: KeyboardEvent) => {
      const layers = document.querySelectorAll('[data-layer]');
      if (event.key === 'Escape' && layers[layers.length - 1] === shade.current) close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the dark around a dialog; keys have Escape
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dark around a dialog; keys have Escape
    <div
      ref={shade}
      data-layer=""
      className={css.shade}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        className={`${css.box} ${className}`}
      >
        {children}
      </div>
      {crossed && (
        <Press className={css.close} onPress={onClose}>
          <Icon shape="close" label={words.close} />
        </Press>
      )}
    </div>
  );
}
