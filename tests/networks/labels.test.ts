// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { adapterOf } from '../../lib/networks';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { isMarked, labelsOf, mayHoldMark } from '../../lib/networks/labels';

const element = (html: string): Element => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
};

describe('labelsOf', () => {
  it('reads the label, the title and the words of a control, however they are nested', () => {
    const control = element(
      '<div aria-label="Ещё" title="Действия"><span><i></i>Уда</span><b><u>лить</u></b> всё.</div>',
    );
    expect(labelsOf(control)).toEqual(['еще', 'действия', 'удалить все']);
  });

  it('takes a block of many words for no control, and its neighbours for none of its words', () => {
    const block = element(`<div><p>${'слово '.repeat(30)}</p></div>`);
    document.body.replaceChildren(block, element('<p>Удалить</p>'));
    expect(labelsOf(block)).toEqual([]);
    expect(isMarked(element('<a><i></i></a>'), { selectors: [], labels: ['удалить'] })).toBe(false);
  });
});

describe('mayHoldMark', () => {
  const deleted = NETWORK_IDS.flatMap((id) => adapterOf(id).controls.outcomes.delete ?? []).filter(
    (outcome) => outcome.state === 'stub',
  );
  /** Ways in which a page writes a label. */
  const WRITTEN: readonly ((label: string) => string)[] = [
    (label) => label,
    (label) => `${label.toUpperCase()}…`,
    (label) => label.replaceAll('е', 'ё'),
    (label) => ` ${label.replaceAll(' ', '\u00a0')}. `,
    (label) => label.replaceAll(' ', '\n  \u200b'),
    (label) => label.replaceAll('и', 'и\u0306').replaceAll('й', 'и\u0306'),
    (label) => label.replaceAll('@', '@anna.k'),
  ];

  it('is true wherever a control carries the mark', () => {
    let found = 0;
    for (const mark of deleted)
      for (const label of mark.labels)
        for (const write of WRITTEN)
          for (const place of ['text', 'aria-label', 'title']) {
            const named = place === 'text' ? '' : ` ${place}="${write(label)}"`;
            const scope = element(
              `<div><p>Дайте воду 😀</p><a${named}>${place === 'text' ? `<i>${write(label)}</i>` : 'x'}</a></div>`,
            );
            if (!isMarked(scope.querySelector('a') as Element, mark)) continue;
            found += 1;
            expect(mayHoldMark(scope, mark), `${label} in ${place}`).toBe(true);
          }
    expect(found).toBeGreaterThan(100);
  });

  it('is false of a comment with its usual controls', () => {
    const scope = element(
      '<div><a href="/id1">Анна Котова</a><p>Спасибо, фонарь починили! ⚡️</p><button aria-label="Нравится">3</button><a>Ответить</a></div>',
    );
    for (const mark of deleted) expect(mayHoldMark(scope, mark)).toBe(false);
  });
});
