import { useMemo, useState } from 'react';
import { type Account, COMMUNITY } from '../people';
import { Icon, Picture, Press, To } from './controls';
import { look } from './look';
import { type LiveComment, open, options, words } from './model';
import { Rich } from './rich';

const css = look({
  row: 'position: relative; display: flex; gap: 12px; padding: 8px 0;',
  body: 'flex: 1; min-width: 0; display: flex; flex-direction: column; gap: 4px;',
  head: 'display: flex; gap: 8px; align-items: baseline;',
  name: 'font-weight: 600;',
  soft: 'color: var(--soft); font-size: 12px;',
  words: 'overflow-wrap: anywhere;',
  picture: 'border-radius: 8px; width: min(180px, 100%); height: auto;',
  foot: 'display: flex; gap: 12px; align-items: center; min-height: 24px;',
  action: 'color: var(--soft); font-size: 12px; font-weight: 600;',
  like: 'align-self: flex-start; padding: 4px; color: var(--soft);',
  liked: 'align-self: flex-start; padding: 4px; color: var(--danger);',
  badge:
    'color: var(--soft); font-size: 12px; padding: 0 6px; border-radius: 8px; background: var(--field);',
});

const HOUR_MS = 3_600_000;

/** How long ago, in the largest unit that holds, e.g. «2 дн.». */
function since(time: string): string {
  const hours = Math.max(1, Math.round((Date.now() - Date.parse(time)) / HOUR_MS));
  if (hours < 24) return `${hours} ${words.ago.hours}`;
  const days = Math.round(hours / 24);
  return days < 7 ? `${days} ${words.ago.days}` : `${Math.round(days / 7)} ${words.ago.weeks}`;
}

/** The name of who wrote it, wrapped as often as the network wraps it. */
export function Author({ account }: { account: Account }) {
  return (
    <span>
      <span>
        <div>
          <To path={`/${account.handle}/`}>
            <div>
              <div>
                <span className={`_ap3a ${css.name}`} dir="auto">
                  {account.handle}
                </span>
              </div>
            </div>
          </To>
        </div>
      </span>
    </span>
  );
}

/** The time of something that has an address, as a link to it. */
export function Dated({ path, time }: { path: string; time: string }) {
  return (
    <span dir="auto" className={css.soft}>
      <span>
        <To path={path}>
          <time dateTime={time} title={new Date(time).toLocaleString(options.language)}>
            {since(time)}
          </time>
        </To>
      </span>
    </span>
  );
}

const addressOf = (code: string, { id, parent }: LiveComment) =>
  parent && options.nested ? `/p/${code}/c/${parent}/r/${id}/` : `/p/${code}/c/${id}/`;

/** One comment or answer: nothing in the markup names it but the address under its time. */
export function CommentRow({
  code,
  comment,
  onReply,
}: {
  code: string;
  comment: LiveComment;
  onReply(comment: LiveComment): void;
}) {
  // Where there is no pointer that hovers, the options are there at once.
  const always = useMemo(() => matchMedia('(max-width: 735px)').matches, []);
  const [near, setNear] = useState(always);
  const [liked, setLiked] = useState(false);
  const { author, text, picture, pending } = comment;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the options of a comment exist only while the pointer or the focus is on it
    <div
      className={css.row}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(always)}
      onFocus={() => setNear(true)}
      onBlur={() => setNear(always)}
    >
      <div>
        <span>
          <div>
            <Picture account={author} size={32} />
          </div>
        </span>
      </div>
      <div className={css.body}>
        <div className={css.head}>
          <Author account={author} />
          {author.handle === COMMUNITY.handle && (
            <span dir="auto" className={css.badge}>
              {words.authorBadge}
            </span>
          )}
          {pending ? (
            <span className={css.soft}>{words.sending}</span>
          ) : (
            !picture && <Dated path={addressOf(code, comment)} time={comment.time} />
          )}
        </div>
        {picture ? (
          <div>
            <img
              className={css.picture}
              src={`/drawings/photo/${Number(comment.id.slice(-4))}.svg`}
              alt=""
            />
          </div>
        ) : (
          <div>
            <span dir="auto" className={css.words}>
              <Rich text={text} />
            </span>
          </div>
        )}
        {comment.hidden && <span className={css.soft}>{words.hiddenBy}</span>}
        <div className={css.foot}>
          <Press onPress={() => onReply(comment)}>
            <span dir="auto" className={css.action}>
              {words.reply}
            </span>
          </Press>
          {near && !pending && (
            <Press onPress={() => open({ kind: 'options', code, comment })}>
              <Icon shape="more" size={20} label={words.commentOptions} />
            </Press>
          )}
        </div>
      </div>
      <Press className={liked ? css.liked : css.like} onPress={() => setLiked(!liked)}>
        <Icon shape="like" size={16} label={words.like} />
      </Press>
    </div>
  );
}
