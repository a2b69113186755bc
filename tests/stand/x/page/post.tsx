import type { MouseEvent } from 'react';
import type { Account } from '../accounts';
import type { Post, Quote } from '../posts';
import { openComposer } from './composer';
import { ask, closeLayer, type MenuItem, notify, openDialog, openMenu } from './layers';
import { goTo, labels, model, options } from './page';
import { Words } from './words';

/** Longer texts are cut in a timeline, UTF-16 code units. */
const CUT = 280;

const pageOf = ({ handle }: Account) => `/${handle}`;
const addressOf = ({ id, author }: Pick<Post, 'id' | 'author'>) => `/${author.handle}/status/${id}`;

/** A link that does not load the page anew. */
const go = (event: MouseEvent<HTMLAnchorElement>) => {
  event.preventDefault();
  event.stopPropagation();
  goTo(event.currentTarget.pathname);
};

/** A time as a timeline shows it. */
function ago(time: string): string {
  const at = new Date(time);
  return options.locale === 'en'
    ? at.toLocaleString('en', { day: 'numeric', month: 'short' })
    : at.toLocaleString('ru', { day: 'numeric', month: 'short' });
}
const inFull = (time: string) =>
  new Date(time).toLocaleString(options.locale, { dateStyle: 'medium', timeStyle: 'short' });

function menuOf(post: Post): MenuItem[] {
  const { handle } = post.author;
  const items: MenuItem[] = [];
  if (model.isOwn(post)) {
    items.push({
      label: labels.delete,
      danger: true,
      run: () =>
        ask({
          title: labels.deleteTitle,
          text: labels.deleteText,
          yes: labels.delete,
          no: labels.cancel,
          onYes: () => {
            model.remove(post.id);
            notify(labels.deleted);
          },
        }),
    });
  } else {
    items.push({
      label: labels.mute(handle),
      testId: 'mute',
      run: () => notify(labels.muted(handle)),
    });
    if (model.mayHide(post))
      items.push(
        model.hidden.has(post.id)
          ? {
              label: labels.unhide,
              testId: 'unhideReply',
              run: () => {
                model.unhide(post.id);
                notify(labels.unhidden);
              },
            }
          : {
              label: labels.hide,
              testId: 'hideReply',
              run: () => {
                model.hide(post.id);
                notify(labels.hidden);
              },
            },
      );
    items.push(
      model.blocked.has(handle)
        ? {
            label: labels.unblock(handle),
            testId: 'unblock',
            run: () => {
              model.unblock(handle);
              notify(labels.unblocked(handle));
            },
          }
        : {
            label: labels.block(handle),
            testId: 'block',
            run: () =>
              ask({
                title: labels.blockTitle(handle),
                text: labels.blockText,
                yes: labels.blockYes,
                no: labels.cancel,
                onYes: () => {
                  model.block(handle);
                  notify(labels.blocked(handle));
                },
              }),
          },
    );
    items.push({ label: labels.report, testId: 'report', run: report });
  }
  items.push({ label: labels.copy, run: () => notify(labels.copied) });
  return items;
}

/** The network asks for a reason and thanks. */
function report(): void {
  openDialog({
    label: labels.reportTitle,
    close: labels.close,
    content: (
      <form
        className="report"
        onSubmit={(event) => {
          event.preventDefault();
          openDialog({
            label: labels.reportTitle,
            close: labels.close,
            content: (
              <div className="report">
                <h1>{labels.reportThanks}</h1>
                <button type="button" className="pill pill_main" onClick={closeLayer}>
                  <span>{labels.done}</span>
                </button>
              </div>
            ),
          });
        }}
      >
        <h1>{labels.reportTitle}</h1>
        {labels.reportReasons.map((reason, index) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} defaultChecked={index === 0} />
            <span>{reason}</span>
          </label>
        ))}
        <button type="submit" className="pill pill_main">
          <span>{labels.reportSend}</span>
        </button>
      </form>
    ),
  });
}

/** What a visitor of the network sees of a post; in `plain` view nothing can be pressed. */
export function PostView({
  post,
  focal = false,
  plain = false,
}: {
  post: Post;
  focal?: boolean;
  plain?: boolean;
}) {
  const { author, text, quote, picture, article } = post;
  const cut = !focal && text.length > CUT;
  const open = (event: MouseEvent) => {
    const target = event.target as Element;
    if (!focal && !plain && !target.closest('a, button, [role="link"]')) goTo(addressOf(post));
  };
  const answer = () => openComposer({ post, shown: <PostView post={post} plain /> });
  return (
    <article
      data-testid="tweet"
      role="article"
      tabIndex={focal ? -1 : 0}
      className={focal ? 'post post_focal' : 'post'}
      onClick={open}
    >
      <div data-testid="Tweet-User-Avatar" className="post__avatar">
        <div data-testid={`UserAvatar-Container-${author.handle}`}>
          <a href={pageOf(author)} role="link" tabIndex={-1} aria-hidden="true" onClick={go}>
            <img
              src={`/drawings/avatar/${author.picture}.svg`}
              alt=""
              width={40}
              height={40}
              draggable
            />
          </a>
        </div>
      </div>
      <div className="post__head">
        <div data-testid="User-Name" className="names">
          <div>
            <a href={pageOf(author)} role="link" onClick={go}>
              <div dir="ltr" className="name">
                <Words text={author.name} />
              </div>
            </a>
          </div>
          <div className="soft">
            <a href={pageOf(author)} role="link" tabIndex={-1} onClick={go}>
              <div dir="ltr">
                <span>@{author.handle}</span>
              </div>
            </a>
            {!focal && (
              <>
                <div dir="ltr" aria-hidden="true">
                  <span>·</span>
                </div>
                <a
                  href={addressOf(post)}
                  dir="ltr"
                  aria-label={inFull(post.time)}
                  role="link"
                  onClick={go}
                >
                  <time dateTime={post.time}>{ago(post.time)}</time>
                </a>
              </>
            )}
          </div>
        </div>
        {!plain && (
          <button
            type="button"
            aria-expanded="false"
            aria-haspopup="menu"
            aria-label={labels.more}
            data-testid="caret"
            className="round"
            onClick={({ currentTarget }) =>
              openMenu({ anchor: currentTarget, items: menuOf(post), sheet: options.sheets })
            }
          >
            <div dir="ltr">
              <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
                <path d="M5 12h.01M12 12h.01M19 12h.01" />
              </svg>
            </div>
          </button>
        )}
      </div>
      <div className="post__body">
        {post.answers && (
          <div className="soft">
            {labels.inReplyTo}{' '}
            <a href={pageOf(post.answers)} role="link" onClick={go}>
              @{post.answers.handle}
            </a>
          </div>
        )}
        {text !== '' && (
          <div data-testid="tweetText" dir="auto" lang="ru" className="words">
            <Words text={cut ? `${text.slice(0, CUT)}…` : text} />
          </div>
        )}
        {cut && (
          <button
            type="button"
            data-testid="tweet-text-show-more-link"
            className="link"
            onClick={() => goTo(addressOf(post))}
          >
            {labels.showMore}
          </button>
        )}
        {picture && (
          <div data-testid="tweetPhoto" className="photo">
            <a href={`${addressOf(post)}/photo/1`} role="link" onClick={go}>
              <img
                src="/drawings/photo/7.svg"
                alt="Изображение"
                width={508}
                height={285}
                draggable
              />
            </a>
          </div>
        )}
        {article && <ArticleView {...article} whole={focal} />}
        {quote && <QuoteView quote={quote} />}
        {focal && (
          <div className="soft post__time">
            <a href={addressOf(post)} role="link" aria-label={inFull(post.time)} onClick={go}>
              <time dateTime={post.time}>{inFull(post.time)}</time>
            </a>
          </div>
        )}
        {!plain && (
          <div role="group" className="actions">
            <button
              type="button"
              data-testid="reply"
              aria-label={labels.replies(model.countOf(post.id))}
              disabled={model.viewer === null}
              onClick={answer}
            >
              <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
                <path d="M4 5h16v11H9l-5 4z" />
              </svg>
              <span data-testid="app-text-transition-container">
                {model.countOf(post.id) || ''}
              </span>
            </button>
            {focal && model.hiddenUnder(post.id).length > 0 && (
              <a href={`${addressOf(post)}/hidden`} role="link" className="link" onClick={go}>
                {labels.hiddenReplies}
              </a>
            )}
            {focal && (
              <a
                href={`${addressOf(post)}/analytics`}
                role="link"
                className="soft"
                aria-label="Просмотры"
                onClick={go}
              >
                3 692
              </a>
            )}
          </div>
        )}
      </div>
    </article>
  );
}

/** A post inside a post: a block that is a link as a whole. */
function QuoteView({ quote }: { quote: Quote }) {
  const { author } = quote;
  const open = () => goTo(addressOf(quote));
  return (
    <div
      role="link"
      tabIndex={0}
      className="quote"
      onClick={open}
      onKeyDown={({ key }) => key === 'Enter' && open()}
    >
      <div data-testid="User-Name" className="names">
        <div className="name">
          <Words text={author.name} />
        </div>
        <div className="soft">
          <span>@{author.handle}</span>
          <span aria-hidden="true">·</span>
          <time dateTime={quote.time}>{ago(quote.time)}</time>
        </div>
      </div>
      <div data-testid="tweetText" dir="auto" lang="ru" className="words">
        <Words text={quote.text} />
      </div>
    </div>
  );
}

/** A long text with a title has no text of the usual kind. */
function ArticleView({
  title,
  paragraphs,
  whole,
}: {
  title: string;
  paragraphs: readonly string[];
  whole: boolean;
}) {
  return (
    <div data-testid="twitterArticleReadView" className="long">
      <div data-testid="twitter-article-title" className="long__title">
        {title}
      </div>
      <div data-testid="twitterArticleRichTextView">
        {(whole ? paragraphs : paragraphs.slice(0, 1)).map((paragraph) => (
          <p key={paragraph} data-testid="longformRichTextComponent">
            {paragraph}
          </p>
        ))}
      </div>
    </div>
  );
}

/** What stands in place of a post by somebody on the viewer's own black list. */
export function BlockedView({ post }: { post: Post }) {
  return (
    <div className="blocked">
      <span>{labels.blockedPost}</span>
      <button type="button" className="pill" onClick={() => model.show(post.id)}>
        {labels.show}
      </button>
    </div>
  );
}
