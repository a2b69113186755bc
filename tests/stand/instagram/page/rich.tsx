import { Fragment } from 'react';
import { To } from './controls';
import { look } from './look';

const css = look({ link: 'color: var(--accent); &:hover { text-decoration: underline; }' });

/** Names and tags inside words; emoji stand as characters, as the network shows them. */
const PARTS = /([@#][\p{L}\d_.]*[\p{L}\d_])/u;

/** Words with names and tags as links and line breaks as `<br>`. */
export function Rich({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other name
    <Fragment key={index}>
      {index > 0 && <br />}
      {line.split(PARTS).map((part, place) => {
        if (place % 2 === 0) return part;
        const name = part.slice(1);
        const path = part.startsWith('@') ? `/${name}/` : `/explore/tags/${name.toLowerCase()}/`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line have no other name
          <To key={place} path={path} className={css.link}>
            {part}
          </To>
        );
      })}
    </Fragment>
  ));
}
