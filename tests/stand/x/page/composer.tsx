import { CompositeDecorator, type ContentBlock, Editor, EditorState } from 'draft-js';
import 'draft-js/dist/Draft.css';
import { type ReactNode, useRef, useState } from 'react';
import type { Post } from '../posts';
import { closeLayer, notify, openDialog } from './layers';
import { goTo, labels, model, options } from './page';
import { MOST_WEIGHT, textWeight } from './weight';
import { pictureOf } from './words';

/** Marks every match of `pattern` in a block, as the editor's decorators want it. */
const strategy =
  (pattern: RegExp) =>
  (block: ContentBlock, found: (start: number, end: number) => void): void => {
    for (const match of block.getText().matchAll(pattern))
      found(match.index, match.index + match[0].length);
  };

interface Decorated {
  children: ReactNode;
  decoratedText: string;
}
const Link = ({ children }: Decorated) => <span className="tag">{children}</span>;
/** The letter stays in the text and cannot be seen; the drawing lies behind it. */
const Emoji = ({ children, decoratedText }: Decorated) => (
  <span className="emoji-behind" style={{ backgroundImage: `url(${pictureOf(decoratedText)})` }}>
    {children}
  </span>
);

const DECORATOR = new CompositeDecorator([
  {
    strategy: strategy(/\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/gu),
    component: Emoji,
  },
  { strategy: strategy(/@\w{1,15}/g), component: Link },
  { strategy: strategy(/#[\p{L}\p{N}_]+/gu), component: Link },
]);

declare global {
  interface Window {
    /** What each editor of the page would publish, by its own model; the newest last. */
    models: Map<string, () => string>;
  }
}
window.models = new Map();

/** The network's composer with its real editor. */
export function Composer({
  where,
  answered = null,
  number = 0,
}: {
  where: 'inline' | 'dialog';
  answered?: Post | null;
  number?: number;
}) {
  const [state, setState] = useState(() => EditorState.createEmpty(DECORATOR));
  const editor = useRef<Editor>(null);
  const text = state.getCurrentContent().getPlainText('\n');
  window.models.set(where, () => text);
  const weight = textWeight(text);
  const empty = text.trim() === '';
  const mayNot = empty || weight > MOST_WEIGHT;
  const words = answered ? labels.answer : labels.ask;
  const testId = `tweetTextarea_${number}`;

  const publish = () => {
    const post = model.publish(text, answered);
    setState(EditorState.createEmpty(DECORATOR));
    if (where === 'dialog') closeLayer();
    const address = `/${post.author.handle}/status/${post.id}`;
    notify(
      <>
        <span>{labels.sent} </span>
        <a
          href={address}
          onClick={(event) => {
            event.preventDefault();
            goTo(address);
          }}
        >
          {labels.view}
        </a>
      </>,
    );
  };

  return (
    <div className="composer">
      <img
        src={`/drawings/avatar/${model.viewer?.picture}.svg`}
        alt=""
        width={40}
        height={40}
        className="avatar"
      />
      <div className="composer__body">
        <div data-testid={`${testId}_label`}>
          <div data-testid={`${testId}RichTextInputContainer`}>
            <Editor
              ref={editor}
              editorState={state}
              onChange={setState}
              placeholder={empty ? words : ''}
              ariaLabel={options.locale === 'en' ? 'Post text' : 'Текст поста'}
              ariaMultiline
              role="textbox"
              webDriverTestID={testId}
              spellCheck
            />
          </div>
        </div>
        <div className="composer__foot" data-testid="toolBar">
          <span
            className={weight > MOST_WEIGHT ? 'counter counter_over' : 'counter'}
            role="progressbar"
            aria-valuenow={weight}
            aria-valuemax={MOST_WEIGHT}
            aria-label={String(MOST_WEIGHT - weight)}
          >
            {empty ? '' : MOST_WEIGHT - weight}
          </span>
          <button
            type="button"
            className="pill pill_main"
            data-testid={where === 'dialog' ? 'tweetButton' : 'tweetButtonInline'}
            disabled={mayNot}
            aria-disabled={mayNot ? true : undefined}
            onClick={publish}
          >
            <span>{answered ? labels.reply : labels.write}</span>
          </button>
        </div>
      </div>
    </div>
  );
}

/** Opens the composer above the page: for a post, or for an answer to `answered`, which is shown too. */
export function openComposer(answered: { post: Post; shown: ReactNode } | null): void {
  openDialog({
    label: answered ? labels.reply : labels.write,
    close: labels.close,
    content: (
      <>
        {answered?.shown}
        <Composer where="dialog" answered={answered?.post ?? null} />
      </>
    ),
  });
}
