import { useState } from 'react';
import { CaptionField } from './caption-field';
import { Icon, Press } from './controls';
import { Modal } from './dialog';
import { look } from './look';
import { ANSWER_MS, open, publish, rewrite, useModel, viewer, words } from './model';

const css = look({
  box: 'width: min(640px, 100%);',
  head: 'display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 44px; padding: 0 16px; border-bottom: 1px solid var(--line);',
  title: 'margin: 0; font-size: 16px; font-weight: 600;',
  next: 'color: var(--accent); font-weight: 600;',
  body: 'display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 16px; min-height: 320px; padding: 24px;',
  choose: 'padding: 8px 16px; border-radius: 8px; background: var(--field); font-weight: 600;',
  file: 'position: absolute; width: 1px; height: 1px; opacity: 0;',
  write:
    'display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; padding: 16px; @media (max-width: 640px) { grid-template-columns: 1fr; }',
  picture: 'width: 100%; height: auto; border-radius: 8px;',
  who: 'margin: 0 0 8px; font-weight: 600;',
});

const close = () => open(null);

function Head({
  title,
  back,
  next,
}: {
  title: string;
  back(): void;
  next?: { label: string; run(): void };
}) {
  return (
    <div className={css.head}>
      <Press onPress={back}>
        <Icon shape="back" label={words.back} />
      </Press>
      <h1 className={css.title}>{title}</h1>
      {next ? (
        <Press className={css.next} onPress={next.run}>
          {next.label}
        </Press>
      ) : (
        <span />
      )}
    </div>
  );
}

const STEPS = ['choose', 'crop', 'filters', 'write', 'shared'] as const;

/** A new publication: picture, crop, filters, caption, share. */
export function NewPost() {
  const [at, setAt] = useState(0);
  const [caption, setCaption] = useState('');
  const step = STEPS[at];
  const forward = () => setAt(at + 1);
  const back = () => (at === 0 ? close() : setAt(at - 1));
  const share = () => {
    setTimeout(() => {
      publish(caption);
      setAt(STEPS.indexOf('shared'));
    }, ANSWER_MS);
  };
  const preview = (
    <img className={css.picture} src="/drawings/photo/3.svg" alt="" width={640} height={360} />
  );
  return (
    <Modal label={words.newPost} className={css.box} onClose={close} crossed>
      {step === 'choose' && (
        <>
          <Head title={words.newPost} back={back} />
          <div className={css.body}>
            <input
              id="picture"
              className={css.file}
              type="file"
              accept="image/*"
              aria-label={words.choosePicture}
              onChange={forward}
            />
            <Press
              className={css.choose}
              onPress={() => document.getElementById('picture')?.click()}
            >
              {words.choosePicture}
            </Press>
            <Press onPress={forward}>{words.practicePicture}</Press>
          </div>
        </>
      )}
      {(step === 'crop' || step === 'filters') && (
        <>
          <Head
            title={step === 'crop' ? words.crop : words.filters}
            back={back}
            next={{ label: words.next, run: forward }}
          />
          <div className={css.body}>{preview}</div>
        </>
      )}
      {step === 'write' && (
        <>
          <Head title={words.newPost} back={back} next={{ label: words.share, run: share }} />
          <div className={css.write}>
            {preview}
            <div>
              <p className={css.who}>{viewer.handle}</p>
              <CaptionField start={caption} onText={setCaption} />
            </div>
          </div>
        </>
      )}
      {step === 'shared' && (
        <>
          <Head title={words.shared} back={close} />
          <div className={css.body}>
            <p>{words.sharedDetail}</p>
          </div>
        </>
      )}
    </Modal>
  );
}

/** Another caption for a publication that stands already. */
export function EditPost({ code }: { code: string }) {
  const post = useModel(({ posts }) => posts.find((one) => one.code === code));
  const [caption, setCaption] = useState(post?.caption ?? '');
  if (!post) return null;
  const done = () => {
    rewrite(code, caption);
    close();
  };
  return (
    <Modal label={words.editPost} className={css.box} onClose={close}>
      <Head title={words.editPost} back={close} next={{ label: words.done, run: done }} />
      <div className={css.write}>
        <img
          className={css.picture}
          src={`/drawings/photo/${post.picture}.svg`}
          alt=""
          width={640}
          height={360}
        />
        <CaptionField start={post.caption} onText={setCaption} />
      </div>
    </Modal>
  );
}
