import type { ReactNode } from 'react';

const PARTS =
  /(?<emoji>\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*)|(?<mention>@\w{1,15})|(?<tag>#[\p{L}\p{N}_]+)|(?<address>\b[\p{L}\d-]+\.example\b)/gu;

/** The drawing of an emoji. */
export const pictureOf = (emoji: string): string =>
  `/drawings/emoji/${emoji.codePointAt(0)?.toString(16)}.svg`;

/** A text as the network shows it: emoji as pictures with `alt`, the rest in spans. */
export function Words({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  const plain = (to: number) => {
    if (to > end) parts.push(<span key={end}>{text.slice(end, to)}</span>);
  };
  for (const match of text.matchAll(PARTS)) {
    const [found] = match;
    plain(match.index);
    const { emoji, mention, tag } = match.groups ?? {};
    if (emoji)
      parts.push(
        <img
          key={match.index}
          alt={emoji}
          src={pictureOf(emoji)}
          className="emoji"
          draggable={false}
        />,
      );
    else {
      const to = mention ? `/${found.slice(1)}` : tag ? `/hashtag/${found.slice(1)}` : '#';
      parts.push(
        <span key={match.index}>
          <a href={to} role="link" dir="ltr">
            {found}
          </a>
        </span>,
      );
    }
    end = match.index + found.length;
  }
  plain(text.length);
  return parts;
}
