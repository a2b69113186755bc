import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { accountOf } from '../accounts';
import { openMenu } from './layers';
import type { LiveMessage } from './model';
import { labels, model } from './page';
import { Words } from './words';

// Private messages live in a tree of their own: the network keeps them in an open shadow root.

/** Puts the conversation into `place` and keeps it up to date. Returns a stop. */
export function installChat(place: HTMLElement): () => void {
  const shadow = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/assets/x/app.css';
  const box = document.createElement('div');
  shadow.replaceChildren(style, box);
  const root = createRoot(box);
  const draw = () => root.render(<Conversation messages={model.messages()} />);
  draw();
  const stop = model.subscribe(draw);
  return () => {
    stop();
    root.unmount();
  };
}

const PARTNER = accountOf('kirill');

function Conversation({ messages }: { messages: readonly LiveMessage[] }) {
  return (
    <div data-testid="dm-container" className="chat">
      <div data-testid="dm-conversation-panel">
        <div data-testid="dm-conversation-header" className="chat__head">
          <a href={`/${PARTNER.handle}`}>
            <img src={`/drawings/avatar/${PARTNER.picture}.svg`} alt="" width={32} height={32} />
          </a>
          <div data-testid="dm-conversation-username">
            <div>
              <div className="name">{PARTNER.name}</div>
            </div>
          </div>
        </div>
        <div data-testid="dm-message-scroller" className="chat__list">
          <div data-testid="dm-message-list">
            {messages.map((message, index) => (
              <div key={message.id} data-index={index} data-dm-item-key={message.id}>
                <MessageView message={message} />
              </div>
            ))}
          </div>
        </div>
        <Writer />
      </div>
    </div>
  );
}

function MessageView({ message }: { message: LiveMessage }) {
  const { id, author, text, time } = message;
  const own = author.handle === model.viewer?.handle;
  return (
    <div
      data-testid={`message-${id}`}
      data-dm-message-row={id}
      data-send-status="sent"
      className={`row ${own ? 'justify-end' : 'justify-start'}`}
    >
      <span id={`${id}-sender`} className="away">
        {author.name}
      </span>
      <span id={`${id}-time`} className="away">
        {time}
      </span>
      <div role="article" className={own ? 'bubble bubble_own' : 'bubble'}>
        <div role="button" tabIndex={0} data-dm-message-focus-target="">
          <div data-testid={`message-text-${id}`}>
            <span dir="auto" className="words whitespace-pre-wrap">
              <Words text={text} />
            </span>
            <span className="soft bubble__time" aria-hidden="true">
              {time}
            </span>
          </div>
        </div>
        <button
          type="button"
          className="round"
          aria-haspopup="menu"
          aria-label={labels.more}
          onClick={({ currentTarget }) =>
            openMenu({
              anchor: currentTarget,
              sheet: false,
              items: [
                { label: labels.removeForMe, danger: true, run: () => model.removeMessage(id) },
                { label: labels.report, testId: 'report', run: () => undefined },
              ],
            })
          }
        >
          ⋯
        </button>
      </div>
    </div>
  );
}

function Writer() {
  const [text, setText] = useState('');
  useEffect(() => {
    window.models.set('chat', () => text);
  }, [text]);
  return (
    <form
      data-testid="dm-composer-form"
      className="chat__write"
      onSubmit={(event) => {
        event.preventDefault();
        model.send(text);
        setText('');
      }}
    >
      <textarea
        data-testid="dm-composer-textarea"
        placeholder={labels.message}
        aria-label={labels.message}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button
        type="submit"
        data-testid="dm-composer-send-button"
        className="pill pill_main"
        disabled={text.trim() === ''}
      >
        {labels.send}
      </button>
    </form>
  );
}
