import { describe, expect, it } from 'vitest';
import { moderate } from '../../lib/moderation';
import { isPersonalInn, isSnils, passesLuhn } from '../../lib/moderation/personal-data';

const digits = (number: string) => Array.from(number.replace(/\D/g, ''), Number);
const rules = (text: string) =>
  moderate(text)
    .filter((finding) => finding.criterion === 'personal-data')
    .map(({ rule, strength, start, end }) => [rule, strength, text.slice(start, end)]);

describe('checksums', () => {
  it.each(['4111 1111 1111 1111', '5555555555554444'])('%s is a card', (card) => {
    expect(passesLuhn(digits(card))).toBe(true);
    expect(passesLuhn(digits(card.replace(/.$/, '0')))).toBe(false);
  });
  it('SNILS', () => {
    expect(isSnils(digits('112-233-445 95'))).toBe(true);
    expect(isSnils(digits('112-233-445 96'))).toBe(false);
    expect(isSnils(digits('000-000-000 00'))).toBe(false);
  });
  it('INN of a person', () => {
    expect(isPersonalInn(digits('500100732259'))).toBe(true);
    expect(isPersonalInn(digits('500100732258'))).toBe(false);
    expect(isPersonalInn(digits('7707083893'))).toBe(false);
  });
});

describe('personal data in comments', () => {
  it.each([
    ['карта 4111 1111 1111 1111', [['personal-data/card', 'certain', '4111 1111 1111 1111']]],
    ['СНИЛС 112-233-445 95', [['personal-data/snils', 'certain', '112-233-445 95']]],
    ['ИНН 500100732259', [['personal-data/inn', 'certain', '500100732259']]],
    ['паспорт 3214 567890', [['personal-data/passport', 'certain', '3214 567890']]],
    ['вот её телефон +7 913 123-45-67', [['personal-data/phone', 'certain', '+7 913 123-45-67']]],
    ['звоните 8(913)1234567', [['personal-data/phone', 'probable', '8(913)1234567']]],
    [
      'слила мой номер, держите её: Анна, 8 913 123 45 67',
      [['personal-data/phone', 'certain', '8 913 123 45 67']],
    ],
    [
      'телефон этой мошенницы из такси 8 913 123 45 67',
      [['personal-data/phone', 'certain', '8 913 123 45 67']],
    ],
    [
      'СНИЛС 147-903-226 11 той самой мошенницы',
      [['personal-data/paper', 'probable', 'СНИЛС 147-903-226 11']],
    ],
    [
      'Загранпаспорт у вице-мэра 75 №4410982, вылетает десятого',
      [['personal-data/paper', 'probable', 'Загранпаспорт у вице-мэра 75 №4410982']],
    ],
    ['Мой СНИЛС 147-903-226 11, пособие не пришло', []],
    ['Потерян слуховой аппарат, бабушка, 8 913 123 45 67', []],
    ['Ваш WhatsApp 8-913-123-45-67 прочитал и не ответил', []],
    ['Подал заявление, СНИЛС 147-903-226 11, ответа нет', []],
    [
      'Стыд потерян. Директор Рыкова, 8 913 123 45 67',
      [['personal-data/phone', 'probable', '8 913 123 45 67']],
    ],
    ['Ветеринар Анна Сергеевна принимает на Пушкина 11, очень советую', []],
    ['Добавьте в список погибших Рахимова Ильдара, 1966 г.р.', []],
    ['Нужен сантехник? Вот телефон 8 913 123 45 67, Николай, делает честно', []],
    ['Администратор кружка Елена Петровна 8-913-123-45-67, запись по будням', []],
    ['Кто едет в субботу в город, есть два места, 8 913 123 45 67', []],
  ])('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  it.each([
    'телефон диспетчерской 8-800-555-35-35',
    'диспетчер 8 913 123 45 67',
    'приёмная главы района 242-36-01',
    'ОГРН 1027800000140',
    'обращение № 2947918 закрыто',
    'кадастровый номер 78:31:0001234:56',
    'счёт 40817810099910004312',
    'карта 4111 1111 1111 1112',
    'мой телефон 8 913 123 45 67, перезвоните',
    'звонили на 8 913 123 45 67, никто не отвечает',
  ])('%s stays', (text) => {
    expect(rules(text)).toEqual([]);
  });
});

describe('people named beside what is private', () => {
  it.each([
    ['Должник: Берёзкин Пётр Ильич, Луговая 4-18, долг 90 тысяч', 'certain'],
    ['Вот она, Ландышева О. К., 14.02.1977 г.р., Речная 8 кв 3', 'certain'],
    ['Соседка Юля Ракитина стоит на учёте в психдиспансере с 2015, проверьте её', 'certain'],
    ['Хам этот — Камышов Глеб, машина м123ор, ставит у Озёрной 7, разберитесь', 'certain'],
  ])('%s', (text, strength) => {
    expect(
      rules(text).some(([rule, found]) => rule === 'personal-data/person' && found === strength),
    ).toBe(true);
  });

  it.each([
    'Спасибо врачу Осокиной Марии Павловне, приём 12.03.2024 в кабинете 5',
    'Прошу перезвонить, Камышова Анна Львовна, Луговая 4-18',
    'Бульвар Ивана Франко, дом 3, строение 1, нет воды',
    'Пропал дед, Ракитин Олег Фомич, 1941 г.р., вышел с Речной 8-3',
  ])('%s stays', (text) => {
    expect(rules(text)).toEqual([]);
  });

  it('calls an address somebody’s', () => {
    expect(rules('Терапевт врёт, её домашний адрес: мкр Южный 5-77')).toEqual([
      ['personal-data/dwelling', 'certain', 'её домашний адрес: мкр Южный 5-77'],
    ]);
    expect(rules('Адрес их офиса: Ленина 5, кабинет 3')).toEqual([]);
  });

  it('costs no more than the length of the text', () => {
    const text = 'Иванов Пётр 5 адрес его '.repeat(40_000);
    const start = performance.now();
    rules(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
