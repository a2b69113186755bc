import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon, Press } from './controls';
import { look } from './look';
import { add, type LiveComment, viewer, words } from './model';

const css = look({
  form: 'position: relative; display: flex; gap: 10px; align-items: center; padding: 10px 16px; border-top: 1px solid var(--line);',
  field:
    'flex: 1; min-width: 0; resize: none; border: 0; outline-offset: 4px; background: transparent; color: inherit; font: inherit; max-height: 80px; padding: 4px 0; &::placeholder { color: var(--soft); }',
  post: 'color: var(--accent); font-weight: 600; &[aria-disabled] { opacity: 0.5; cursor: default; }',
  faces:
    'position: absolute; right: 16px; bottom: 100%; display: flex; gap: 4px; padding: 8px; border: 1px solid var(--line); border-radius: 12px; background: var(--raised);',
  face: 'font-size: 20px; padding: 4px;',
});

const FACES = ['❤️', '🙌', '🔥', '👏', '😢', '😍', '😮', '😂'];
/** CSS pixels of one line of the field. */
const LINE = 26;

/** The field for a comment: a `<textarea>` whose value React owns. */
export function CommentField({ code, answered }: { code: string; answered: LiveComment | null }) {
  const [value, setValue] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const [faces, setFaces] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!answered) return;
    setParent(answered.parent ?? answered.id);
    setValue(`@${answered.author.handle} `);
    field.current?.focus();
  }, [answered]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useEffect(() => {
    if (!field.current) return;
    field.current.style.height = `${LINE}px`;
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [value]);
  const send = () => {
    const text = value.trim();
    if (text === '') return;
    add(code, { author: viewer, text, parent: text.startsWith('@') ? parent : null });
    setValue('');
    setParent(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const putFace = (face: string) => {
    const at = field.current?.selectionEnd ?? value.length;
    setValue(value.slice(0, at) + face + value.slice(at));
    setFaces(false);
    field.current?.focus();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <Press onPress={() => setFaces(!faces)}>
        <Icon shape="emoji" label={words.emoji} />
      </Press>
      {faces && (
        <div className={css.faces}>
          {FACES.map((face) => (
            <Press key={face} className={css.face} onPress={() => putFace(face)}>
              {face}
            </Press>
          ))}
        </div>
      )}
      <textarea
        ref={field}
        className={css.field}
        aria-label={words.addComment}
        placeholder={words.addComment}
        autoComplete="off"
        autoCorrect="off"
        rows={1}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Press className={css.post} disabled={value.trim() === ''} onPress={send}>
        {words.post}
      </Press>
    </form>
  );
}
