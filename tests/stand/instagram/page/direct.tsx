import { type KeyboardEvent, useState } from 'react';
import { CONVERSATIONS, type StandMessage } from '../messages';
import { Icon, Picture, Press, To } from './controls';
import { look } from './look';
import { open as openDialog, send, useModel, viewer, words } from './model';
import { Rich } from './rich';

const css = look({
  direct:
    'display: grid; grid-template-columns: 280px minmax(0, 1fr); height: 100vh; width: 100%; @media (max-width: 735px) { grid-template-columns: 1fr; }',
  chats:
    'border-right: 1px solid var(--line); padding: 16px; @media (max-width: 735px) { display: none; }',
  title: 'margin: 0 0 12px; font-size: 16px;',
  chat: 'display: flex; gap: 12px; align-items: center; padding: 8px; border-radius: 8px; &:hover { background: var(--hover); }',
  talk: 'display: flex; flex-direction: column; min-height: 0; min-width: 0;',
  head: 'display: flex; gap: 12px; align-items: center; padding: 12px 16px; border-bottom: 1px solid var(--line); font-weight: 600;',
  list: 'flex: 1; overflow: auto; padding: 16px; display: flex; flex-direction: column; gap: 8px;',
  theirs: 'display: flex; gap: 8px; align-items: flex-end; max-width: 80%;',
  own: 'display: flex; align-self: flex-end; max-width: 80%;',
  row: 'display: flex; flex-direction: column;',
  gap: 'width: 28px; flex: none;',
  menu: 'display: flex; flex-direction: column; padding: 6px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised);',
  item: 'padding: 8px 12px; text-align: left; border-radius: 6px; &:hover { background: var(--hover); }',
  said: 'padding: 8px 12px; border-radius: 18px; background: var(--field); overflow-wrap: anywhere;',
  mine: 'padding: 8px 12px; border-radius: 18px; background: #3d4fd6; color: #fff; overflow-wrap: anywhere; & a { color: #fff; }',
  field:
    'display: flex; gap: 12px; margin: 0 16px 16px; padding: 10px 16px; border: 1px solid var(--line); border-radius: 22px;',
  box: 'flex: 1; min-width: 0; outline-offset: 4px; overflow-wrap: anywhere; &:empty::before { content: attr(aria-label); color: var(--soft); }',
});

/** One message; what may be done to it shows under the pointer. */
function Said({
  conversation,
  message,
  pictured,
}: {
  conversation: string;
  message: StandMessage;
  pictured: boolean;
}) {
  const [near, setNear] = useState(false);
  const [menu, setMenu] = useState(false);
  const { author, text } = message;
  const isOwn = author === viewer;
  const choose = (run: () => void) => () => {
    setMenu(false);
    run();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the network's own markup, which the adapter must know
    // biome-ignore lint/a11y/useFocusableInteractive: rows of the network take no focus
    <div
      role="row"
      className={css.row}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
      onFocus={() => setNear(true)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the network's own markup, which the adapter must know */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: cells of the network take no focus */}
      <div role="gridcell" className={isOwn ? css.own : css.theirs}>
        {!isOwn &&
          (pictured ? <Picture account={author} size={28} /> : <div className={css.gap} />)}
        <div className={isOwn ? css.mine : css.said}>
          <div dir="auto">
            <Rich text={text} />
          </div>
        </div>
        {!isOwn && (near || menu) && (
          <Press onPress={() => setMenu(!menu)}>
            <Icon shape="more" size={20} label={words.messageOptions(author.handle)} />
          </Press>
        )}
        {menu && (
          <div role="menu" className={css.menu} tabIndex={-1}>
            <button type="button" role="menuitem" className={css.item} onClick={choose(() => {})}>
              {words.forward}
            </button>
            <button
              type="button"
              role="menuitem"
              className={css.item}
              onClick={choose(() => openDialog({ kind: 'report', answered: false }))}
            >
              {words.report}
            </button>
            <button
              type="button"
              role="menuitem"
              className={css.item}
              onClick={choose(() => openDialog({ kind: 'delete-message', conversation, message }))}
            >
              {words.deleteForYou}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Conversations, and one of them open. Nothing in the markup names a message. */
export function Direct({ id }: { id: string | null }) {
  const open = CONVERSATIONS.find((one) => one.id === id) ?? null;
  const messages = useModel((state) => (id ? state.messages[id] : undefined));
  const [typed, setTyped] = useState('');
  const say = (box: Element | null) => {
    if (!open || typed.trim() === '') return;
    send(open.id, { author: viewer, text: typed.trim(), expect: null });
    setTyped('');
    box?.replaceChildren();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    say(event.currentTarget);
  };
  return (
    <div className={css.direct}>
      <nav className={css.chats} aria-label={words.chats}>
        <h2 className={css.title}>{words.chats}</h2>
        {CONVERSATIONS.map((one) => (
          <To key={one.id} path={`/direct/t/${one.id}/`} className={css.chat}>
            <span>{one.with.name}</span>
          </To>
        ))}
      </nav>
      {open && messages && (
        <section className={css.talk}>
          <header className={css.head}>
            <Picture account={open.with} size={32} />
            <To path={`/${open.with.handle}/`}>
              <h1 className={css.title}>{open.with.name}</h1>
            </To>
          </header>
          {/* biome-ignore lint/a11y/useSemanticElements: the network's own markup, which the adapter must know */}
          <div role="grid" aria-label={words.conversation(open.with.name)} className={css.list}>
            {messages.map((message, index) => (
              <Said
                // biome-ignore lint/suspicious/noArrayIndexKey: messages have no other name here either
                key={index}
                conversation={open.id}
                message={message}
                // Of a run of one person only the last message has the picture.
                pictured={messages[index + 1]?.author !== message.author}
              />
            ))}
          </div>
          <div className={css.field}>
            {/* biome-ignore lint/a11y/useSemanticElements: the network's own markup, which the adapter must know */}
            <div
              className={css.box}
              contentEditable
              role="textbox"
              tabIndex={0}
              aria-multiline
              aria-label={words.message}
              onInput={(event) => setTyped(event.currentTarget.textContent ?? '')}
              onKeyDown={onKeyDown}
            />
            {typed.trim() !== '' && (
              <Press onPress={() => say(document.querySelector('[role="textbox"]'))}>
                <Icon shape="share" label={words.send} />
              </Press>
            )}
          </div>
        </section>
      )}
    </div>
  );
}
