import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskAction, maskText } from '../../lib/exchange/masking';
import { actionWith } from '../registry/records';

describe('third persons in a text', () => {
  test.each([
    ['Звоните +7 923 123-45-67, он дома', 'Звоните +• ••• •••-••-••, он дома'],
    ['пишите на ivan.petrov@mail.ru', 'пишите на ••••.••••••@••••.••'],
    ['это он: vk.com/id42 и @petrov_i', 'это он: ••.•••/•••• и @••••••_•'],
    ['[id42|Иван Петров], вы стадо', '[••••|•••• ••••••], вы стадо'],
    ['Сидорова Ивана Петровича пора гнать', 'С••••••• И•••• П•••••••• пора гнать'],
    ['начальник Сидоров И. П. ворует', 'начальник С•••••• И. П. ворует'],
    ['Иван, ты стадо', 'И•••, ты стадо'],
    ['спросите у Марины Ковальчук', 'спросите у М••••• К••••••••'],
    ['Надежда умирает последней', 'Надежда умирает последней'],
    ['Надежда Петровна обманула', 'Н•••••• П••••••• обманула'],
    ['Вы там все стадо баранов', 'Вы там все стадо баранов'],
    ['Кемерово, улица Весенняя, дом 5', 'Кемерово, улица Весенняя, дом 5'],
    ['В 2026 году обещали 15 000 рублей', 'В 2026 году обещали 15 000 рублей'],
    ['Администрация Кемеровской области молчит', 'Администрация Кемеровской области молчит'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  test('places stay, and what is masked once is not masked otherwise again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const masked = maskText(text);
        expect(masked).toHaveLength(text.length);
        expect(maskText(masked)).toHaveLength(text.length);
      }),
    );
  });
});

describe('an action for others', () => {
  test('the author of a violation stays, with the page', () => {
    const action = actionWith({ text: 'Сам ты пень, Марина', note: 'звонил Иван Петрович' });
    expect(maskAction(action, { withdrawn: false })).toEqual({
      ...action,
      text: 'Сам ты пень, М•••••',
      note: 'звонил И••• П•••••••',
    });
  });

  test('whoever did nothing wrong is a third person', () => {
    const nobody = { author: 'П••• С••••••', authorUrl: '', permalink: '', commentId: '' };
    for (const [kind, withdrawn] of [
      ['keep', false],
      ['restore', false],
      ['unban', false],
      ['delete', true],
    ] as const)
      expect(maskAction(actionWith({ kind }), { withdrawn })).toMatchObject(nobody);
  });

  test('data that the check found go whole, whatever their form', () => {
    const text = 'Его дом: Весенняя 5, код 12';
    const start = text.indexOf('Весенняя');
    const found = {
      criterion: 'personal-data',
      strength: 'certain',
      rule: 'personal-data/address',
      start,
      end: text.length,
      why: '',
    } as const;
    expect(maskAction(actionWith({ text, findings: [found] }), { withdrawn: false }).text).toBe(
      'Его дом: •••••••• •, ••• ••',
    );
  });
});
