import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { Span } from '../../lib/page/draft/field';
import { ADVICE, CURRENT, draftLooks, FIX } from '../../lib/page/draft/looks';
import { editBetween, shiftSpans } from '../../lib/page/draft/shift';
import { addMarkLooks, setMark } from '../../lib/page/marks';
import type { Remark } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import type { Desk } from './desk';
import classes from './draft.module.css';
import type { Place } from './press-release';

/** Places that a step of the walk speaks of, and the one that was asked for. */
const PLACE = 'draft-place';
const PLACE_CURRENT = 'draft-place-current';

const placeLooks = (forced: boolean) => ({
  [PLACE]: forced
    ? 'background-color: Mark; color: MarkText;'
    : 'background-color: oklch(80% 0.13 85 / 32%);',
  [PLACE_CURRENT]: forced
    ? 'background-color: Highlight; color: HighlightText;'
    : 'background-color: oklch(78% 0.15 75 / 62%);',
});

/** What the rest of the screen may ask of the editor. */
export interface EditorHandle {
  focus(): void;
  /** Selects a place and scrolls to it. */
  select(start: number, end: number): void;
  /** All of the text becomes another one; undo takes it back. */
  fill(text: string): void;
  caret(): number;
  /** Takes the last change back, as Ctrl+Z in the field does. */
  undo(): void;
}

interface Props {
  handle: RefObject<EditorHandle | null>;
  desk: Desk;
  /** What stands there at first. */
  text: string;
  /** Marked instead of the remarks while a walk goes on; null for the remarks. */
  places: readonly Place[] | null;
  currentPlace: Place | null;
  /** The text that the places are of. */
  placesText: string;
  onText(text: string): void;
}

/**
 * The field in which a draft is written: a plain `textarea`, so that undo, spelling and screen readers
 * work as everywhere, over a twin with the same text, since CSS highlights do not reach inside form
 * fields. The twin gives both their height. React draws nothing here while the author types.
 */
export function Editor({ handle, desk, text, places, currentPlace, placesText, onText }: Props) {
  const { messages } = useApp();
  const words = messages.drafting.editor;
  const field = useRef<HTMLTextAreaElement>(null);
  const twin = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<{ remarks: readonly Remark[]; current: Remark | null }>({
    remarks: [],
    current: null,
  });
  /** Places as they stand now, and the chosen one. */
  const pointed = useRef<{ places: readonly Span[]; current: readonly Span[] }>({
    places: [],
    current: [],
  });
  const walking = useRef(places !== null);
  walking.current = places !== null;

  const rangeOf = ({ start, end }: Span): StaticRange | null => {
    const node = twin.current?.firstChild;
    if (!(node instanceof Text)) return null;
    const { length } = node;
    return new StaticRange({
      startContainer: node,
      startOffset: Math.min(start, length),
      endContainer: node,
      endOffset: Math.min(end, length),
    });
  };
  const mark = (name: string, spans: readonly Span[]) =>
    setMark(
      name,
      spans.flatMap((span) => rangeOf(span) ?? []),
    );
  const paint = () => {
    const { remarks, current } = walking.current ? { remarks: [], current: null } : shown.current;
    mark(
      FIX,
      remarks.filter(({ replacements }) => replacements.length > 0),
    );
    mark(
      ADVICE,
      remarks.filter(({ replacements }) => replacements.length === 0),
    );
    mark(CURRENT, current ? [current] : []);
    mark(PLACE, pointed.current.places);
    mark(PLACE_CURRENT, pointed.current.current);
  };
  /** What was typed moves the places or takes them away. */
  const movePlaces = (before: string, after: string) => {
    const edit = editBetween(before, after);
    if (!edit) return;
    pointed.current = {
      places: shiftSpans(pointed.current.places, edit),
      current: shiftSpans(pointed.current.current, edit),
    };
  };
  const mirror = () => {
    const node = twin.current?.firstChild;
    // A last empty line has height in a field but not in a block.
    const wanted = `${field.current?.value ?? ''}\u200b`;
    if (node instanceof Text && node.data !== wanted) node.data = wanted;
  };
  const reveal = (start: number) => {
    const node = twin.current?.firstChild;
    const frame = box.current;
    if (!(node instanceof Text) || !frame) return;
    const range = document.createRange();
    range.setStart(node, Math.min(start, node.length));
    range.collapse(true);
    const place = range.getBoundingClientRect();
    const seen = frame.getBoundingClientRect();
    const margin = 48;
    if (place.top < seen.top + margin || place.bottom > seen.bottom - margin)
      frame.scrollTop += place.top - seen.top - seen.height / 3;
  };
  const type = (start: number, end: number, put: string) => {
    const area = field.current;
    if (!area) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    // The browser types for the author: its own undo takes the change back.
    const typed =
      put === '' ? document.execCommand('delete') : document.execCommand('insertText', false, put);
    if (typed) return;
    area.setRangeText(put, start, end, 'end');
    area.dispatchEvent(
      new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }),
    );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions read nothing but refs
  useEffect(() => {
    mirror();
    desk.write(field.current?.value ?? '', null);
    desk.layOn({
      draw: (_, remarks, current) => {
        shown.current = { remarks, current };
        mirror();
        paint();
      },
      replace: type,
      reveal,
    });
    return () => desk.layOn(null);
  }, [desk]);

  useEffect(() => {
    const forced = matchMedia('(forced-colors: active)');
    let looks = new AbortController();
    const dress = () => {
      looks.abort();
      looks = new AbortController();
      addMarkLooks(
        document,
        { ...placeLooks(forced.matches), ...draftLooks(forced.matches) },
        looks.signal,
      );
    };
    dress();
    forced.addEventListener('change', dress);
    return () => {
      forced.removeEventListener('change', dress);
      looks.abort();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions read nothing but refs
  useEffect(() => {
    pointed.current = { places: places ?? [], current: currentPlace ? [currentPlace] : [] };
    movePlaces(placesText, field.current?.value ?? '');
    paint();
  }, [places, currentPlace, placesText]);

  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    select: (start, end) => {
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(start, end);
      reveal(start);
    },
    fill: (put) => {
      type(0, field.current?.value.length ?? 0, put);
      field.current?.setSelectionRange(0, 0);
      if (box.current) box.current.scrollTop = 0;
    },
    caret: () => field.current?.selectionStart ?? 0,
    undo: () => {
      field.current?.focus({ preventScroll: true });
      document.execCommand('undo');
    },
  }));

  return (
    <div ref={box} className={classes.paper}>
      <div className={classes.sheet}>
        <div ref={twin} className={classes.twin} aria-hidden="true">
          {'\u200b'}
        </div>
        <textarea
          ref={field}
          className={classes.field}
          defaultValue={text}
          aria-label={words.label}
          aria-describedby="draft-keys"
          placeholder={words.placeholder}
          lang="ru"
          spellCheck
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget;
            const { inputType = '' } = event.nativeEvent as InputEvent;
            const isTyping = /^(?:insertText|insertComposition|deleteContent)/.test(inputType);
            movePlaces(desk.text, value);
            desk.write(value, isTyping ? selectionStart : null);
            onText(value);
          }}
          onSelect={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget;
            if (selectionStart === selectionEnd) desk.moveTo(selectionStart);
          }}
          onClick={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget;
            if (selectionStart === selectionEnd && !walking.current)
              desk.choose(desk.at(selectionStart));
          }}
        />
      </div>
    </div>
  );
}
