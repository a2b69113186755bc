import { useState } from 'react';
import { COMMUNITY } from '../people';
import type { StandPost } from '../posts';
import { Author, Dated } from './comment';
import { CommentField } from './comment-field';
import { Icon, Picture, Press, To } from './controls';
import { look } from './look';
import { go, useModel, words } from './model';
import { Actions } from './post';
import { Rich } from './rich';
import { Thread } from './thread';

const css = look({
  profile: 'max-width: 940px; margin: 0 auto; padding: 30px 16px; width: 100%;',
  head: 'display: flex; gap: 32px; align-items: center; padding-bottom: 24px; border-bottom: 1px solid var(--line);',
  handle: 'margin: 0 0 12px; font-size: 20px; font-weight: 500;',
  bio: 'margin: 8px 0 0;',
  grid: 'display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 4px; padding-top: 16px; & img { width: 100%; height: auto; aspect-ratio: 4 / 5; object-fit: cover; }',
  feed: 'max-width: 470px; margin: 0 auto; padding: 24px 0; width: 100%;',
  item: 'border-bottom: 1px solid var(--line); padding-bottom: 12px; margin-bottom: 16px;',
  bar: 'display: flex; align-items: center; gap: 10px; padding: 10px 16px;',
  picture: 'width: 100%; height: auto;',
  words: 'padding: 4px 16px; overflow-wrap: anywhere;',
  all: 'display: block; padding: 4px 16px; color: var(--soft);',
  reel: 'display: flex; gap: 16px; justify-content: center; align-items: stretch; padding: 24px 16px; width: 100%; height: 100vh; @media (max-width: 735px) { flex-direction: column; height: auto; }',
  film: 'width: min(420px, 100%); object-fit: cover; border-radius: 8px; min-height: 0; @media (max-width: 735px) { max-height: 45vh; }',
  icons: 'display: flex; flex-direction: column; gap: 16px; justify-content: flex-end;',
  count: 'font-size: 12px; text-align: center;',
  panel:
    'width: min(380px, 100%); display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); min-height: 0;',
  panelHead:
    'display: flex; align-items: center; justify-content: space-between; padding: 12px 16px; border-bottom: 1px solid var(--line);',
  title: 'margin: 0; font-size: 16px;',
  panelList: 'flex: 1; overflow: auto; padding: 0 16px; min-height: 0;',
  column: 'display: flex; flex-direction: column; align-items: center; gap: 2px;',
});

const pathOf = ({ code, kind }: StandPost) =>
  `/${COMMUNITY.handle}/${kind === 'reel' ? 'reel' : 'p'}/${code}/`;

/** The page of the body's account: who it is and what it has published. */
export function Profile() {
  const posts = useModel((state) => state.posts);
  return (
    <div className={css.profile}>
      <header className={css.head}>
        <Picture account={COMMUNITY} size={96} />
        <div>
          <h1 className={css.handle}>{COMMUNITY.handle}</h1>
          <span>{words.posts(posts.length)}</span>
          <p className={css.bio}>
            <b>{COMMUNITY.name}</b>
            <br />
            {words.bio}
          </p>
        </div>
      </header>
      <div className={css.grid}>
        {posts.map((post) => (
          <To key={post.code} path={pathOf(post)}>
            <img
              src={`/drawings/photo/${post.picture}.svg`}
              alt={post.caption}
              width={640}
              height={360}
            />
          </To>
        ))}
      </div>
    </div>
  );
}

function FeedItem({ post }: { post: StandPost }) {
  const count = useModel(({ threads }) => threads[post.code]?.length ?? 0);
  const all = `/p/${post.code}/`;
  return (
    <article className={css.item}>
      <header className={css.bar}>
        <Picture account={COMMUNITY} size={32} />
        <Author account={COMMUNITY} />
        <Dated path={all} time={post.time} />
      </header>
      <img
        className={css.picture}
        src={`/drawings/photo/${post.picture}.svg`}
        alt=""
        width={640}
        height={360}
      />
      <Actions code={post.code} onComment={() => go(all)} />
      <div className={css.words}>
        <Author account={COMMUNITY} />{' '}
        <span dir="auto">
          <Rich text={post.caption} />
        </span>
      </div>
      {count > 0 && (
        <To path={all} className={css.all}>
          <span>{words.viewAll(count)}</span>
        </To>
      )}
      <CommentField code={post.code} answered={null} />
    </article>
  );
}

/** Publications one under another, without their threads. */
export function Feed() {
  const posts = useModel((state) => state.posts);
  return (
    <div className={css.feed}>
      {posts.map((post) => (
        <FeedItem key={post.code} post={post} />
      ))}
    </div>
  );
}

const NOBODY: readonly never[] = [];

/** A video of its own kind of page: the thread opens in a panel beside it. */
export function Reel({ post }: { post: StandPost }) {
  const [isOpen, setOpen] = useState(false);
  const [answered, setAnswered] = useState<Parameters<typeof CommentField>[0]['answered']>(null);
  const count = useModel(({ threads }) => (threads[post.code] ?? NOBODY).length);
  return (
    <div className={css.reel}>
      <img
        className={css.film}
        src={`/drawings/photo/${post.picture}.svg`}
        alt={post.caption}
        width={640}
        height={360}
      />
      <div className={css.icons}>
        <Press onPress={() => {}}>
          <Icon shape="like" label={words.like} />
        </Press>
        <Press className={css.column} onPress={() => setOpen(!isOpen)}>
          <Icon shape="comment" label={words.comment} />
          <span className={css.count}>{count}</span>
        </Press>
        <Press onPress={() => {}}>
          <Icon shape="share" label={words.share} />
        </Press>
      </div>
      {isOpen && (
        <div role="dialog" aria-label={words.comments} className={css.panel}>
          <div className={css.panelHead}>
            <h1 className={css.title}>{words.comments}</h1>
            <Press onPress={() => setOpen(false)}>
              <Icon shape="close" label={words.close} />
            </Press>
          </div>
          <div className={css.panelList}>
            <Thread code={post.code} onReply={(comment) => setAnswered({ ...comment })} />
          </div>
          <CommentField code={post.code} answered={answered} />
        </div>
      )}
    </div>
  );
}
