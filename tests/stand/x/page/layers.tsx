import {
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createPortal } from 'react-dom';

/** Menus, sheets and notices stand here, outside of what they belong to, as in the network. */
const layers = document.createElement('div');
layers.id = 'layers';

/** Puts the layer into the page. Call once. */
export const installLayers = (): void => document.body.append(layers);

export interface MenuItem {
  label: string;
  testId?: string;
  danger?: boolean;
  run(): void;
}

interface Menu {
  kind: 'menu';
  anchor: Element;
  items: readonly MenuItem[];
  /** Comes from below, as on a telephone. */
  sheet: boolean;
}
interface Sheet {
  kind: 'sheet';
  title: string;
  text: string;
  yes: string;
  no: string;
  onYes(): void;
}
interface Dialog {
  kind: 'dialog';
  label: string;
  close: string;
  content: ReactNode;
}
type Open = Menu | Sheet | Dialog | null;

interface Toast {
  id: number;
  content: ReactNode;
}

/** How long a notice stays, milliseconds. */
const TOAST_STAYS = 6_000;

let count = 0;
const listeners = new Set<() => void>();
let state: { open: Open; toast: Toast | null } = { open: null, toast: null };

function put(change: Partial<typeof state>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const openMenu = (menu: Omit<Menu, 'kind'>): void =>
  put({ open: { kind: 'menu', ...menu } });
export const ask = (sheet: Omit<Sheet, 'kind'>): void => put({ open: { kind: 'sheet', ...sheet } });
export const openDialog = (dialog: Omit<Dialog, 'kind'>): void =>
  put({ open: { kind: 'dialog', ...dialog } });
export const closeLayer = (): void => put({ open: null });

/** A short notice at the bottom. */
export function notify(content: ReactNode): void {
  count += 1;
  const id = count;
  put({ toast: { id, content } });
  setTimeout(() => {
    if (state.toast?.id === id) put({ toast: null });
  }, TOAST_STAYS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What stands above the page now. */
export function Layers() {
  const now = useSyncExternalStore(subscribe, () => state);
  useEffect(() => {
    const life = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && state.open) closeLayer();
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, []);
  return createPortal(
    <>
      {now.open?.kind === 'menu' && <MenuLayer {...now.open} />}
      {now.open?.kind === 'sheet' && <SheetLayer {...now.open} />}
      {now.open?.kind === 'dialog' && <DialogLayer {...now.open} />}
      <div role="status" aria-live="polite" className="toasts">
        {now.toast && (
          <div data-testid="toast" className="toast">
            {now.toast.content}
          </div>
        )}
      </div>
    </>,
    layers,
  );
}

function MenuLayer({ anchor, items, sheet }: Menu) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ top: 0, left: 0 });
  useLayoutEffect(() => {
    const at = anchor.getBoundingClientRect();
    const { offsetHeight = 0, offsetWidth = 0 } = box.current ?? {};
    const below = at.bottom + offsetHeight + 8 < innerHeight;
    setPlace({
      top: below ? at.top : Math.max(8, at.bottom - offsetHeight),
      left: Math.max(8, at.right - offsetWidth),
    });
    box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });
    return () => (anchor as HTMLElement).focus({ preventScroll: true });
  }, [anchor]);
  const step = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all.at((at + by) % all.length)?.focus();
  };
  const menu = (
    <div
      ref={box}
      role="menu"
      tabIndex={-1}
      className={sheet ? 'menu menu_sheet' : 'menu'}
      style={sheet ? {} : place}
      onKeyDown={step}
    >
      <div data-testid="Dropdown">
        {items.map(({ label, testId, danger, run }) => (
          // The network's items are no buttons.
          <div
            key={label}
            role="menuitem"
            tabIndex={0}
            data-testid={testId}
            className={danger ? 'menu__item menu__item_danger' : 'menu__item'}
            onClick={() => {
              closeLayer();
              run();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Else the button that gets the focus back would be pressed by the same key.
              event.preventDefault();
              event.currentTarget.click();
            }}
          >
            <div dir="ltr">
              <span>{label}</span>
            </div>
          </div>
        ))}
      </div>
    </div>
  );
  return (
    <>
      <Mask clear={!sheet} />
      {sheet ? <div data-testid="sheetDialog">{menu}</div> : menu}
    </>
  );
}

/** What lies between the page and a layer; a press on it closes the layer. */
function Mask({ clear = false }: { clear?: boolean }) {
  return (
    <div data-testid="mask" className={clear ? 'mask mask_clear' : 'mask'} onClick={closeLayer} />
  );
}

function SheetLayer({ title, text, yes, no, onYes }: Sheet) {
  return (
    <>
      <Mask />
      <div
        role="alertdialog"
        aria-modal="true"
        aria-label={title}
        className="sheet"
        data-testid="confirmationSheetDialog"
      >
        <h1>{title}</h1>
        <div>{text}</div>
        <button
          type="button"
          ref={(button) => button?.focus()}
          className="pill pill_danger"
          data-testid="confirmationSheetConfirm"
          onClick={() => {
            closeLayer();
            onYes();
          }}
        >
          <span>{yes}</span>
        </button>
        <button
          type="button"
          className="pill"
          data-testid="confirmationSheetCancel"
          onClick={closeLayer}
        >
          <span>{no}</span>
        </button>
      </div>
    </>
  );
}

function DialogLayer({ label, close, content }: Dialog) {
  return (
    <>
      <Mask />
      <div role="dialog" aria-modal="true" aria-label={label} className="dialog">
        <button
          type="button"
          data-testid="app-bar-close"
          aria-label={close}
          className="round"
          onClick={closeLayer}
        >
          ×
        </button>
        {content}
      </div>
    </>
  );
}
