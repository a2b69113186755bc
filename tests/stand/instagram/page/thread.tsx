import { useEffect, useState } from 'react';
import { CommentRow } from './comment';
import { Icon, Press } from './controls';
import { look } from './look';
import { ANSWER_MS, type LiveComment, options, useModel, words } from './model';

/** Threads of the first screenful, and of each «load more». */
const PAGE = 30;

const css = look({
  list: 'display: flex; flex-direction: column;',
  answers: 'margin-left: 44px; display: flex; flex-direction: column;',
  fold: 'color: var(--soft); font-size: 12px; font-weight: 600; padding: 4px 0;',
  line: 'width: 24px; border-top: 1px solid var(--soft); margin-right: 12px;',
  more: 'align-self: center; padding: 12px;',
  empty: 'padding: 32px 0; text-align: center; color: var(--soft);',
  wait: 'padding: 8px; color: var(--soft);',
});

interface Around {
  code: string;
  onReply(comment: LiveComment): void;
}

/** Answers come from the network only when they are asked for. */
function Answers({ code, answers, onReply }: Around & { answers: readonly LiveComment[] }) {
  const [state, setState] = useState<'folded' | 'loading' | 'open'>('folded');
  const own = answers.some(({ pending }) => pending);
  // An answer that has just been sent is shown at once.
  useEffect(() => {
    if (own) setState('open');
  }, [own]);
  const press = () => {
    if (state === 'open') setState('folded');
    else {
      setState('loading');
      setTimeout(() => setState('open'), ANSWER_MS);
    }
  };
  return (
    <div className={css.answers}>
      <div>
        <Press onPress={press}>
          <div className={css.line} />
          <span dir="auto" className={css.fold}>
            {state === 'open' ? words.hideReplies : words.showReplies(answers.length)}
          </span>
        </Press>
        {state === 'loading' && <Waiting />}
      </div>
      {state === 'open' && (
        <ul>
          {answers.map((answer) => (
            <div key={answer.id}>
              <CommentRow code={code} comment={answer} onReply={onReply} />
            </div>
          ))}
        </ul>
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div role="progressbar" aria-label={words.loading} className={css.wait}>
      …
    </div>
  );
}

const NOBODY: readonly LiveComment[] = [];

/** All comments under a post: some at first, more on demand, the hidden ones when asked for. */
export function Thread({ code, onReply }: Around) {
  const comments = useModel(({ threads }) => threads[code] ?? NOBODY);
  const [shown, setShown] = useState(options.many > 0 ? Number.POSITIVE_INFINITY : PAGE);
  const [loading, setLoading] = useState(false);
  const [hiddenOpen, setHiddenOpen] = useState(false);
  const tops = comments.filter(({ parent, hidden }) => parent === null && !hidden);
  const hidden = comments.filter((comment) => comment.hidden);
  const more = () => {
    setLoading(true);
    setTimeout(() => {
      setLoading(false);
      setShown(shown + PAGE);
    }, ANSWER_MS);
  };
  return (
    <div>
      <div>
        <div className={css.list}>
          {tops.length === 0 && <span className={css.empty}>{words.noComments}</span>}
          {tops.slice(0, shown).map((comment) => {
            const answers = comments.filter(({ parent }) => parent === comment.id);
            return (
              <div key={comment.id}>
                <CommentRow code={code} comment={comment} onReply={onReply} />
                {answers.length > 0 && <Answers code={code} answers={answers} onReply={onReply} />}
              </div>
            );
          })}
          {loading && <Waiting />}
          {!loading && shown < tops.length && (
            <div className={css.more}>
              <Press onPress={more}>
                <Icon shape="plus" label={words.loadMore} />
              </Press>
            </div>
          )}
          {hidden.length > 0 && shown >= tops.length && !hiddenOpen && (
            <Press className={css.fold} onPress={() => setHiddenOpen(true)}>
              <span dir="auto">{words.viewHidden}</span>
            </Press>
          )}
          {hiddenOpen &&
            hidden.map((comment) => (
              <div key={comment.id}>
                <CommentRow code={code} comment={comment} onReply={onReply} />
              </div>
            ))}
        </div>
      </div>
    </div>
  );
}
