import './stand.css';
import { useEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { type Account, BODY } from '../accounts';
import { ARTICLE, CONVERSATION, MAIN_THREAD, type Post } from '../posts';
import { installChat } from './chat';
import { Composer, openComposer } from './composer';
import { installHook } from './hook';
import { installLayers, Layers } from './layers';
import { goTo, labels, model, onGo, options } from './page';
import { BlockedView, PostView } from './post';
import { type Row, Timeline } from './timeline';

const { viewer } = model;
const statusOf = (path: string) => /^\/\w+\/status\/(\d+)/.exec(path)?.[1];

/** A way to another address of the practice pages. */
function Way({ to, children, testId }: { to: string; children: string; testId?: string }) {
  return (
    <a
      href={to}
      data-testid={testId}
      aria-current={location.pathname === to ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        goTo(to);
      }}
    >
      {children}
    </a>
  );
}

const rowOf = (post: Post): Row => ({
  key: post.id,
  content:
    model.blocked.has(post.author.handle) && !model.shown.has(post.id) ? (
      <BlockedView post={post} />
    ) : (
      <PostView post={post} />
    ),
});

function threadRows(post: Post): Row[] {
  const { answers, more } = model.thread(post.id);
  const composer: Row = {
    key: 'composer',
    pinned: true,
    content: viewer ? (
      <div data-testid="inline_reply_offscreen">
        <Composer key={post.id} where="inline" answered={post} />
      </div>
    ) : (
      <div className="blocked">{labels.signIn}</div>
    ),
  };
  return [
    { key: `${post.id} focal`, content: <PostView post={post} focal /> },
    composer,
    ...answers.map(rowOf),
    ...(more
      ? [
          {
            key: 'more',
            content: (
              <div className="more">
                <button type="button" className="link" onClick={() => model.loadMore()}>
                  {labels.moreReplies}
                </button>
              </div>
            ),
          },
        ]
      : []),
    // The network ends every timeline with an empty row.
    { key: 'end', content: <div className="end" /> },
  ];
}

function Middle({ path }: { path: string }) {
  const id = statusOf(path);
  const post = id === undefined ? undefined : model.post(id);
  if (post && path.endsWith('/hidden'))
    return (
      <>
        <Head title={labels.hiddenReplies} back />
        <Timeline
          key={path}
          rows={model.hiddenUnder(post.id).map(rowOf)}
          label={labels.hiddenReplies}
        />
      </>
    );
  if (post)
    return (
      <>
        <Head title={labels.thread} back />
        <Timeline key={post.id} rows={threadRows(post)} label={labels.thread} />
      </>
    );
  if (path === '/home')
    return (
      <>
        <Head title={labels.home} />
        {viewer && <Composer where="inline" />}
        <Timeline key={path} rows={model.home().map(rowOf)} label={labels.home} />
      </>
    );
  if (path.startsWith('/i/chat'))
    return (
      <>
        <Head title={labels.messages} />
        <Chat />
      </>
    );
  const person = model.person(path.slice(1));
  if (!person) return <Head title={labels.empty} back />;
  return (
    <>
      <Head title={person.name} />
      <Profile person={person} />
      <Timeline key={path} rows={model.profile(person.handle).map(rowOf)} label={person.name} />
    </>
  );
}

function Head({ title, back = false }: { title: string; back?: boolean }) {
  return (
    <div className="head">
      {back && (
        <button
          type="button"
          className="round"
          data-testid="app-bar-back"
          aria-label={labels.back}
          onClick={() => history.back()}
        >
          ←
        </button>
      )}
      <h2>{title}</h2>
    </div>
  );
}

function Profile({ person: { handle, name, picture } }: { person: Account }) {
  return (
    <div className="profile">
      {handle === BODY.handle && (
        <a href={`/${handle}/header_photo`} className="banner">
          <img src="/drawings/photo/3.svg" alt="" />
        </a>
      )}
      <img src={`/drawings/avatar/${picture}.svg`} alt="" width={96} height={96} />
      <div data-testid="UserName">
        <div className="name">{name}</div>
        <div className="soft">@{handle}</div>
      </div>
      <div data-testid="UserDescription">
        {handle === BODY.handle ? 'Новости города, ответы на вопросы, работа служб.' : ''}
      </div>
    </div>
  );
}

function Chat() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? installChat(place.current) : undefined), []);
  return <div ref={place} data-testid="xchatEmbedRoute" />;
}

const scheme = {
  key: 'stand-scheme',
  now: () =>
    localStorage.getItem('stand-scheme') ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  put() {
    document.documentElement.dataset.scheme = this.now();
  },
  turn() {
    localStorage.setItem(this.key, this.now() === 'dark' ? 'light' : 'dark');
    this.put();
  },
};

function App() {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useSyncExternalStore(model.subscribe, () => model.version);
  useEffect(() => onGo(draw), []);
  const path = location.pathname;
  return (
    <div className={options.sheets ? 'columns columns_narrow' : 'columns'}>
      <header role="banner" className="side">
        <nav aria-label={labels.home}>
          <Way to="/home" testId="AppTabBar_Home_Link">
            {labels.home}
          </Way>
          <Way to={`/i/chat/${CONVERSATION}`} testId="AppTabBar_DirectMessage_Link">
            {labels.messages}
          </Way>
          <Way to={`/${viewer?.handle ?? BODY.handle}`} testId="AppTabBar_Profile_Link">
            {labels.profile}
          </Way>
          <Way to={`/${BODY.handle}/status/${MAIN_THREAD}`}>{labels.thread}</Way>
          <Way to={`/${BODY.handle}/status/${ARTICLE}`}>{labels.article}</Way>
        </nav>
        {viewer && (
          <>
            <button
              type="button"
              className="pill pill_main"
              data-testid="SideNav_NewTweet_Button"
              onClick={() => openComposer(null)}
            >
              <span>{labels.write}</span>
            </button>
            <button
              type="button"
              className="account"
              data-testid="SideNav_AccountSwitcher_Button"
              aria-label={labels.account}
            >
              <div data-testid={`UserAvatar-Container-${viewer.handle}`}>
                <img src={`/drawings/avatar/${viewer.picture}.svg`} alt="" width={40} height={40} />
              </div>
              <span>@{viewer.handle}</span>
            </button>
          </>
        )}
      </header>
      <main role="main">
        <div data-testid="primaryColumn" className="primary">
          <Middle path={path} />
        </div>
      </main>
      <aside data-testid="sidebarColumn" className="aside">
        <h2>{labels.learn}</h2>
        <p>{labels.learnText}</p>
        <button type="button" className="link" id="scheme" onClick={() => scheme.turn()}>
          {labels.theme}
        </button>
        {/* Trends have the same button as posts. */}
        <div data-testid="trend" className="trend">
          <span>#ремонтпоплану</span>
          <button
            type="button"
            data-testid="caret"
            aria-haspopup="menu"
            aria-label={labels.more}
            className="round"
          >
            ⋯
          </button>
        </div>
      </aside>
      <Layers />
    </div>
  );
}

document.documentElement.lang = options.locale;
document.title = labels.learn;
scheme.put();
installLayers();
installHook();
const root = document.createElement('div');
root.id = 'react-root';
document.body.prepend(root);
createRoot(root).render(<App />);
