import type { MouseEvent, ReactNode } from 'react';
import type { Account } from '../people';
import { look } from './look';
import { go, words } from './model';

const css = look({
  press: 'display: inline-flex; align-items: center;',
  round: 'border-radius: 50%; object-fit: cover;',
  ring: 'display: grid; padding: 2px; border-radius: 50%; border: 2px solid var(--accent);',
});

/** What is pressed here is rarely a button by its tag: the network has blocks with a role. */
export function Press({
  label,
  className = '',
  disabled = false,
  onPress,
  children,
}: {
  label?: string;
  className?: string;
  disabled?: boolean;
  onPress(): void;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the network's own markup, which the adapter must know
    <div
      role="button"
      tabIndex={disabled ? -1 : 0}
      aria-label={label}
      aria-disabled={disabled || undefined}
      className={`${css.press} ${className}`}
      onClick={() => disabled || onPress()}
      onKeyDown={(event) => {
        if (disabled || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onPress();
      }}
    >
      {children}
    </div>
  );
}

/** A link inside the site: the page draws itself anew without loading. */
export function To({
  path,
  className,
  role = 'link',
  children,
}: {
  path: string;
  className?: string;
  role?: string;
  children: ReactNode;
}) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    go(path);
  };
  return (
    <a href={path} role={role} className={className} onClick={follow}>
      {children}
    </a>
  );
}

/** Simple shapes of our own, one path each, on a field of 24. */
const SHAPES = {
  like: 'M12 20 4.5 12.6a4.6 4.6 0 0 1 6.5-6.5l1 1 1-1a4.6 4.6 0 0 1 6.5 6.5Z',
  comment: 'M4 5h16v11H10l-4 4v-4H4Z',
  share: 'M3 11 21 4l-7 17-3-7Z',
  save: 'M6 3h12v18l-6-5-6 5Z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  emoji: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8.5 10h.01M15.5 10h.01M8 14.5q4 3.5 8 0',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4Z',
  reels: 'M4 4h16v16H4ZM4 9h16M10 12.5l5 2.8-5 2.8Z',
  messages: 'M4 6h16v12H4Zm0 0 8 7 8-7',
  create: 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm7 4v8M8 12h8',
  plus: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v8M8 12h8',
  close: 'M5 5l14 14M19 5 5 19',
  back: 'M15 5l-7 7 7 7',
} as const;

export function Icon({
  shape,
  label,
  size = 24,
}: {
  shape: keyof typeof SHAPES;
  label: string;
  size?: number;
}) {
  return (
    <svg
      aria-label={label}
      role="img"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={shape === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <title>{label}</title>
      <path d={SHAPES[shape]} />
    </svg>
  );
}

/** Width of the ring of a story on both sides, CSS pixels. */
const RING = 8;

/** The picture of an account. One with a story opens the story instead of the page: it is no link. */
export function Picture({ account, size }: { account: Account; size: number }) {
  const hasStory = account.id > 0 && account.id % 9 === 0;
  const inside = hasStory ? size - RING : size;
  const image = (
    <img
      className={css.round}
      src={`/drawings/avatar/${account.id}.svg`}
      alt={words.picture(account.handle)}
      width={inside}
      height={inside}
      draggable={false}
    />
  );
  if (!hasStory) return <To path={`/${account.handle}/`}>{image}</To>;
  return (
    <div className={css.ring}>
      {/* biome-ignore lint/a11y/useSemanticElements: the network's own markup, which the adapter must know */}
      <span role="link" tabIndex={0}>
        {image}
      </span>
    </div>
  );
}
