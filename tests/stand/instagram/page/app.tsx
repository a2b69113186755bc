import './base.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CONVERSATIONS } from '../messages';
import { COMMUNITY } from '../people';
import { Icon, Press, To } from './controls';
import { Modal } from './dialog';
import { Direct } from './direct';
import { installHook } from './hook';
import { look } from './look';
import { go, open, options, useModel, viewer, words } from './model';
import { Feed, Profile, Reel } from './places';
import { CommentsPage, Post } from './post';
import { Layers } from './sheets';

const css = look({
  site: 'display: flex; min-height: 100vh; @media (max-width: 735px) { flex-direction: column; }',
  nav: 'position: sticky; top: 0; align-self: flex-start; display: flex; flex-direction: column; gap: 6px; width: 210px; height: 100vh; padding: 20px 12px; border-right: 1px solid var(--line); @media (max-width: 735px) { position: sticky; z-index: 3; flex-direction: row; justify-content: space-around; width: 100%; height: auto; padding: 4px; border: 0; border-bottom: 1px solid var(--line); background: var(--ground); }',
  own: 'border-radius: 50%;',
  brand:
    'margin: 0 0 12px; padding: 8px 12px; font-size: 18px; font-weight: 700; @media (max-width: 735px) { display: none; }',
  section:
    'display: flex; align-items: center; gap: 14px; padding: 10px 12px; border-radius: 8px; font-size: 15px; &:hover { background: var(--hover); } @media (max-width: 735px) { & span { display: none; } }',
  about:
    'margin: auto 12px 0; color: var(--soft); font-size: 12px; @media (max-width: 735px) { display: none; }',
  main: 'flex: 1; min-width: 0; display: flex; justify-content: center;',
  alone:
    'display: grid; place-items: center; padding: 32px 16px; width: 100%; @media (max-width: 735px) { padding: 0; }',
  layer: 'width: min(940px, 100%);',
  all: 'display: block; padding: 12px 16px; color: var(--soft);',
  nobody: 'padding: 60px 16px; color: var(--soft);',
});

const PHONE = '(max-width: 735px)';

/** Whether the window is as narrow as a telephone's. */
function usePhone(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const media = matchMedia(PHONE);
    const told = () => setNarrow(media.matches);
    media.addEventListener('change', told);
    return () => media.removeEventListener('change', told);
  }, []);
  return narrow;
}

const PLACE = /^\/(?:([\w.]+)\/)?(p|reels?)\/([\w-]+)\/(comments\/)?/;

function Place({ address }: { address: string }) {
  const posts = useModel((state) => state.posts);
  const narrow = usePhone();
  const [, account, kind, code, comments] = PLACE.exec(address) ?? [];
  const post = posts.find((one) => one.code === code);
  if (post && kind !== 'p') return <Reel post={post} />;
  if (post && comments) return <CommentsPage post={post} />;
  if (post && account && !narrow) {
    // Over the profile, as when a publication is opened from there.
    const back = () => go(`/${COMMUNITY.handle}/`);
    return (
      <>
        <Profile />
        <Modal label={words.comments} className={css.layer} onClose={back} crossed>
          <Post post={post} />
        </Modal>
      </>
    );
  }
  if (post)
    return (
      <div className={css.alone}>
        <Post post={post} />
        {narrow && (
          <To path={`/p/${post.code}/comments/`} className={css.all}>
            <span>{words.comments}</span>
          </To>
        )}
      </div>
    );
  const talk = /^\/direct\/(?:t\/(\d+)\/)?/.exec(address);
  if (talk) return <Direct id={talk[1] ?? null} />;
  if (address === '/') return <Feed />;
  if (address === `/${COMMUNITY.handle}/`) return <Profile />;
  return <p className={css.nobody}>{words.nobody}</p>;
}

function App() {
  const address = useModel((state) => state.address);
  return (
    <>
      <div className={css.site}>
        <nav className={css.nav} aria-label={words.sections}>
          <h2 className={css.brand}>{words.practice}</h2>
          <To path="/" className={css.section}>
            <Icon shape="home" label={words.home} />
            <span>{words.home}</span>
          </To>
          <To path={`/direct/t/${CONVERSATIONS[0]?.id}/`} className={css.section}>
            <Icon shape="messages" label={words.messages} />
            <span>{words.messages}</span>
          </To>
          <Press className={css.section} onPress={() => open({ kind: 'create' })}>
            <Icon shape="create" label={words.create} />
            <span>{words.create}</span>
          </Press>
          <To path={`/${viewer.handle}/`} className={css.section}>
            <img
              className={css.own}
              src={`/drawings/avatar/${viewer.id}.svg`}
              alt={words.picture(viewer.handle)}
              width={24}
              height={24}
            />
            <span>{words.profile}</span>
          </To>
          <p className={css.about}>{words.about}</p>
        </nav>
        <main className={css.main}>
          <Place key={address} address={address} />
        </main>
      </div>
      <Layers />
    </>
  );
}

document.documentElement.lang = options.language;
document.title = words.practice;
installHook();
const place = document.createElement('div');
document.body.append(place);
createRoot(place).render(<App />);
