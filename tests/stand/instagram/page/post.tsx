import { useState } from 'react';
import { COMMUNITY } from '../people';
import type { StandPost } from '../posts';
import { Author, Dated } from './comment';
import { CommentField } from './comment-field';
import { Icon, Picture, Press, To } from './controls';
import { look } from './look';
import { type LiveComment, open, useModel, viewer, words } from './model';
import { Rich } from './rich';
import { Thread } from './thread';

const css = look({
  post: 'display: grid; grid-template-columns: minmax(0, 1fr) 380px; max-width: 940px; width: 100%; border: 1px solid var(--line); border-radius: 4px; overflow: hidden; background: var(--raised); @media (max-width: 735px) { display: block; border: 0; }',
  media:
    'display: grid; align-items: center; background: #000; & img { width: 100%; height: auto; }',
  side: 'display: flex; flex-direction: column; min-height: 0; max-height: min(720px, calc(100vh - 64px)); @media (max-width: 735px) { max-height: none; }',
  head: 'display: flex; align-items: center; gap: 12px; padding: 12px 16px; border-bottom: 1px solid var(--line);',
  grow: 'flex: 1;',
  scroll: 'flex: 1; min-height: 0; overflow: auto; padding: 4px 16px;',
  row: 'display: flex; gap: 12px; padding: 10px 0 14px;',
  words: 'overflow-wrap: anywhere;',
  rule: 'border: 0; margin: 0;',
  actions:
    'display: flex; align-items: center; gap: 14px; padding: 10px 16px 4px; border-top: 1px solid var(--line);',
  count: 'margin-left: 6px; font-weight: 600;',
  likes: 'padding: 0 16px 8px; font-weight: 600;',
  date: 'padding: 0 16px 10px;',
});

/** The words of the publication: laid out as a comment, but their address is the post's. */
function Caption({ post }: { post: StandPost }) {
  return (
    <div className={css.row}>
      <div>
        <Picture account={COMMUNITY} size={32} />
      </div>
      <div>
        <Author account={COMMUNITY} />{' '}
        <span dir="auto" className={css.words}>
          <Rich text={post.caption} />
        </span>
        <div>
          <Dated path={`/${COMMUNITY.handle}/p/${post.code}/`} time={post.time} />
        </div>
      </div>
    </div>
  );
}

const NOBODY: readonly LiveComment[] = [];

/** The row of icons under a publication; the comment's one tells how many there are. */
export function Actions({ code, onComment }: { code: string; onComment(): void }) {
  const count = useModel(
    ({ threads }) => (threads[code] ?? NOBODY).filter(({ hidden }) => !hidden).length,
  );
  const [liked, setLiked] = useState(false);
  return (
    <section className={css.actions}>
      <Press onPress={() => setLiked(!liked)}>
        <Icon shape="like" label={words.like} />
      </Press>
      <Press onPress={onComment}>
        <Icon shape="comment" label={words.comment} />
        <span className={css.count}>{count}</span>
      </Press>
      <Press onPress={() => {}}>
        <Icon shape="share" label={words.share} />
      </Press>
      <span className={css.grow} />
      <Press onPress={() => {}}>
        <Icon shape="save" label={words.save} />
      </Press>
    </section>
  );
}

/** A publication with its thread, on a page of its own or in a dialog. */
export function Post({ post }: { post: StandPost }) {
  const [answered, setAnswered] = useState<LiveComment | null>(null);
  const focusField = () => document.querySelector('textarea')?.focus();
  const { code } = post;
  return (
    <article className={css.post}>
      <div className={css.media}>
        <img
          src={`/drawings/photo/${post.picture}.svg`}
          alt={words.picture(COMMUNITY.handle)}
          width={640}
          height={360}
        />
      </div>
      <div className={css.side}>
        <header className={css.head}>
          <Picture account={COMMUNITY} size={32} />
          <Author account={COMMUNITY} />
          <span className={css.grow} />
          {viewer === COMMUNITY && (
            <Press onPress={() => open({ kind: 'post-options', code })}>
              <Icon shape="more" label={words.more} />
            </Press>
          )}
        </header>
        <div className={css.scroll}>
          <Caption post={post} />
          <hr className={css.rule} />
          {/* A new object each time: the same person may be answered twice. */}
          <Thread code={code} onReply={(comment) => setAnswered({ ...comment })} />
        </div>
        <Actions code={code} onComment={focusField} />
        <span className={css.likes}>{words.likes(214)}</span>
        <div className={css.date}>
          <Dated path={`/p/${code}/`} time={post.time} />
        </div>
        <CommentField code={code} answered={answered} />
      </div>
    </article>
  );
}

const phone = look({
  bar: 'position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 12px; padding: 12px 16px; border-bottom: 1px solid var(--line); background: var(--ground);',
  title: 'margin: 0; font-size: 16px; font-weight: 600;',
  list: 'padding: 0 16px;',
  field: 'position: sticky; bottom: 0; background: var(--ground);',
});

/** The page of comments alone, as a telephone has it. */
export function CommentsPage({ post }: { post: StandPost }) {
  const [answered, setAnswered] = useState<LiveComment | null>(null);
  return (
    <div>
      <header className={phone.bar}>
        <To path={`/p/${post.code}/`}>
          <Icon shape="back" label={words.back} />
        </To>
        <h1 className={phone.title}>{words.comments}</h1>
      </header>
      <div className={phone.list}>
        <Caption post={post} />
        <hr className={css.rule} />
        <Thread code={post.code} onReply={(comment) => setAnswered({ ...comment })} />
      </div>
      <div className={phone.field}>
        <CommentField code={post.code} answered={answered} />
      </div>
    </div>
  );
}
