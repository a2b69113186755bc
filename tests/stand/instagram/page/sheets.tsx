import { COMMUNITY } from '../people';
import { Modal } from './dialog';
import { look } from './look';
import {
  block,
  type Dialog,
  open,
  options,
  remove,
  removeMessage,
  report,
  restrict,
  unblock,
  useModel,
  viewer,
  words,
} from './model';
import { EditPost, NewPost } from './wizard';

const css = look({
  sheet: 'width: min(400px, 100%); display: flex; flex-direction: column; text-align: center;',
  item: 'min-height: 48px; padding: 4px 12px; border-top: 1px solid var(--line); &:first-child { border-top: 0; } &:hover { background: var(--hover); } &:focus-visible { outline-offset: -3px; }',
  danger: 'color: var(--danger); font-weight: 700;',
  head: 'padding: 24px 24px 16px;',
  title: 'margin: 0 0 6px; font-size: 18px; font-weight: 500; line-height: 24px;',
  detail: 'margin: 0; color: var(--soft);',
  toast:
    'position: fixed; left: 16px; right: 16px; bottom: 24px; z-index: 30; width: fit-content; max-width: calc(100% - 32px); margin: 0 auto; display: flex; gap: 16px; padding: 12px 16px; border-radius: 10px; background: var(--ink); color: var(--ground);',
  undo: 'padding: 0; font-weight: 700; text-decoration: underline;',
});

interface Item {
  label: string;
  danger?: boolean;
  run(): void;
}

const close = () => open(null);

function Sheet({
  label,
  title,
  detail,
  items,
}: {
  label: string;
  title?: string;
  detail?: string;
  items: readonly Item[];
}) {
  return (
    <Modal label={label} className={css.sheet} onClose={close}>
      {title && (
        <div className={css.head}>
          <h2 className={css.title}>{title}</h2>
          {detail && <p className={css.detail}>{detail}</p>}
        </div>
      )}
      {items.map(({ label: text, danger, run }) => (
        <button
          key={text}
          type="button"
          className={danger ? `${css.item} ${css.danger}` : css.item}
          onClick={run}
        >
          {text}
        </button>
      ))}
    </Modal>
  );
}

/** What one may do to a comment: the owner of the post everything, others less. */
function itemsOf({ code, comment }: Extract<Dialog, { kind: 'options' }>, blocked: boolean) {
  const isOwner = viewer === COMMUNITY;
  const isOwn = comment.author === viewer;
  const items: Item[] = [];
  if (!isOwn)
    items.push({
      label: words.report,
      danger: true,
      run: () => open({ kind: 'report', answered: false }),
    });
  if (isOwner || isOwn) {
    const ask = () => open({ kind: 'delete', code, comment });
    items.push({
      label: words.delete,
      danger: true,
      run: options.noask ? () => remove(code, comment) : ask,
    });
  }
  if (!isOwn) {
    items.push({ label: words.restrict, run: () => restrict(comment.author) });
    items.push(
      blocked
        ? { label: words.unblock, run: () => unblock(comment.author) }
        : {
            label: words.block,
            danger: true,
            run: () => open({ kind: 'block', account: comment.author }),
          },
    );
  }
  items.push({ label: words.cancel, run: close });
  return items;
}

function Opened({ dialog, blocked }: { dialog: Dialog; blocked: readonly string[] }) {
  switch (dialog.kind) {
    case 'options':
      return (
        <Sheet
          label={words.commentOptions}
          items={itemsOf(dialog, blocked.includes(dialog.comment.author.handle))}
        />
      );
    case 'delete':
      return (
        <Sheet
          label={words.deleteQuestion}
          title={words.deleteQuestion}
          detail={words.deleteDetail}
          items={[
            { label: words.delete, danger: true, run: () => remove(dialog.code, dialog.comment) },
            { label: words.cancel, run: close },
          ]}
        />
      );
    case 'delete-message':
      return (
        <Sheet
          label={words.deleteMessageQuestion}
          title={words.deleteMessageQuestion}
          detail={words.deleteMessageDetail}
          items={[
            {
              label: words.delete,
              danger: true,
              run: () => removeMessage(dialog.conversation, dialog.message),
            },
            { label: words.cancel, run: close },
          ]}
        />
      );
    case 'block':
      return (
        <Sheet
          label={words.blockQuestion(dialog.account.handle)}
          title={words.blockQuestion(dialog.account.handle)}
          detail={words.blockDetail}
          items={[
            { label: words.block, danger: true, run: () => block(dialog.account) },
            { label: words.cancel, run: close },
          ]}
        />
      );
    case 'report':
      return dialog.answered ? (
        <Sheet
          label={words.reported}
          title={words.reported}
          detail={words.reportedDetail}
          items={[{ label: words.close, run: close }]}
        />
      ) : (
        <Sheet
          label={words.reportQuestion}
          title={words.reportQuestion}
          items={[
            ...words.reasons.map((label) => ({ label, run: report })),
            { label: words.cancel, run: close },
          ]}
        />
      );
    case 'post-options':
      return (
        <Sheet
          label={words.more}
          items={[
            // Only looks dangerous: posts stay where they are on the practice pages.
            { label: words.delete, danger: true, run: close },
            { label: words.edit, run: () => open({ kind: 'edit', code: dialog.code }) },
            { label: words.cancel, run: close },
          ]}
        />
      );
    case 'edit':
      return <EditPost code={dialog.code} />;
    case 'create':
      return <NewPost />;
  }
}

/** The one dialog above the page and the toast. */
export function Layers() {
  const dialog = useModel((state) => state.dialog);
  const blocked = useModel((state) => state.blocked);
  const toast = useModel((state) => state.toast);
  return (
    <>
      {dialog && (
        <Opened
          key={dialog.kind === 'report' ? `report ${dialog.answered}` : dialog.kind}
          dialog={dialog}
          blocked={blocked}
        />
      )}
      <div role="status">
        {toast && (
          <div className={css.toast}>
            <span>{toast.text}</span>
            {toast.undo && (
              <button type="button" className={css.undo} onClick={toast.undo}>
                {words.undo}
              </button>
            )}
          </div>
        )}
      </div>
    </>
  );
}
