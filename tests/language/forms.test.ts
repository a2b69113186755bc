import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf } from '../../lib/language/morphology/forms';
import { formsOf as formsInDictionary, loadMorphology } from '../../scripts/rules/morphology';

/** Lemmas by what is special about them; every form the OpenCorpora dictionary has must be found. */
const WHOLE = {
  'masculine, by last letter': 'чиновник стол врач мэр депутат дебил мошенник холуй герой гений',
  'masculine with a soft sign': 'вождь секретарь руководитель',
  'a vowel that comes and goes': 'козел осел подонок придурок немец владелец боец день ларек',
  feminine:
    'дура собака ханжа больница пуля статья семья партия мразь тварь ложь подстилка копейка',
  neuter: 'болото ничтожество здание',
  people: 'горожанин козленок',
} as const;

describe('forms of a noun', () => {
  for (const [kind, lemmas] of Object.entries(WHOLE))
    it(kind, async () => {
      await loadMorphology();
      for (const lemma of lemmas.split(' ')) {
        const forms = formsOf(lemma);
        const known = formsInDictionary(lemma, 'NOUN').map(({ word }) => word.replaceAll('ё', 'е'));
        expect(known.length, lemma).toBeGreaterThan(6);
        expect(
          known.filter((form) => !forms.includes(form)),
          lemma,
        ).toEqual([]);
      }
    });
});

describe('forms of other words', () => {
  it.each([
    ['наглый', 'наглая наглого наглым наглых наглую нагл'],
    ['умный', 'умная умного умен'],
    ['городской', 'городская городскими городского'],
    ['лучший', 'лучшая лучшего лучшими'],
    ['синий', 'синяя синего синими'],
    ['чиновничья', 'чиновничий чиновничьей чиновничьих чиновничью чиновничьими'],
    ['воровать', 'ворует воруют воровал воровали воруй ворующий'],
    ['врать', 'врет врут врал врали'],
    ['говорить', 'говорю говорит говорят говорил говорили'],
    ['писать', 'пишу пишет пишут писал'],
    ['носить', 'ношу носит носят носила'],
    ['обмануть', 'обманул обманули обманут обманет'],
    ['обмануться', 'обманулся обманулась обманется'],
    ['мразями', 'мразь мрази мразью'],
    ['чиновников', 'чиновник чиновника чиновникам'],
    ['козлы', 'козел козла козлов'],
    ['подонками', 'подонок подонка'],
    ['немцы', 'немец немцев'],
    ['бойцов', 'боец бойца'],
  ])('%s', (word, forms) => {
    expect(formsOf(word)).toEqual(expect.arrayContaining([word, ...forms.split(' ')]));
  });
});

describe('a short stem', () => {
  it.each([
    ['лес', 'лесть лестница лесной лесник лесополоса'],
    ['мат', 'мать матрос материя матч'],
    ['кот', 'котел который котлета'],
    ['дом', 'дома-то домен домна домовой'],
    ['вода', 'водка водитель водить'],
    ['яд', 'ядро ядра'],
  ])('%s does not swallow other words', (word, others) => {
    const forms = formsOf(word);
    expect(others.split(' ').filter((other) => forms.includes(other))).toEqual([]);
  });

  it.each(['мы', 'жкх2', 'spam', 'что-то', ''])('«%s» does not change', (word) => {
    expect(formsOf(word)).toEqual([word]);
  });
});

it('always holds the word itself first, and never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'аеиоуыьйклмнрстцчшщжя'), maxLength: 12 }),
      (word) => {
        expect(formsOf(word)[0]).toBe(word);
      },
    ),
  );
});
