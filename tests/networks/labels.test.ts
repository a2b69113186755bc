// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isMarked, labelsOf } from '../../lib/networks/labels';

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
