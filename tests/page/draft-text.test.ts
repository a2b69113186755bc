import { describe, expect, it } from 'vitest';
import { sameText } from '../../lib/page/draft/same-text';
import { isLightInk } from '../../lib/page/draft/theme';

describe('sameText', () => {
  it('looks past white space and what nobody sees', () => {
    expect(sameText('Ёлка 🎄\n\nстоит ', 'Ёлка\u00a0🎄 стоит')).toBe(true);
    expect(sameText('Любим ❤️ город', 'Любим ❤ город')).toBe(true);
    expect(sameText('\u0418\u0306', '\u0419')).toBe(true);
  });

  it('does not mind how a network shows a link', () => {
    const written = 'Запись: https://www.gosuslugi.ru/600100/form?utm=1 до пятницы';
    expect(sameText(written, 'Запись: gosuslugi.ru/600100/f.. до пятницы')).toBe(true);
    expect(sameText(written, 'Запись: gosuslugi.ru/600100/f.. до субботы')).toBe(false);
  });

  it('tells texts apart by their words', () => {
    expect(sameText('Ёлка стоит', 'Елка стоит')).toBe(false);
    expect(sameText('Ёлка стоит', 'Ёлка стоит!')).toBe(false);
  });
});

describe('isLightInk', () => {
  it('tells a dark sheet by its ink, and says when it cannot', () => {
    expect(isLightInk('rgb(20, 20, 24)')).toBe(false);
    expect(isLightInk('rgba(225, 227, 230, 0.9)')).toBe(true);
    expect(isLightInk('oklch(0.9 0.01 250)')).toBeNull();
  });
});
