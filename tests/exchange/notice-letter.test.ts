import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type LetterFacts, letterFile, letterText } from '../../lib/exchange/notice-letter';
import { newNotice } from '../../lib/registry/notices-due';
import { KUZBASS } from '../../lib/regulation/profile';
import { accountWith, bodyWith } from '../registry/tables';
import { openOffice, packageFaults, readDocument } from './ooxml';

const body = bodyWith({ name: 'Министерство транспорта Кузбасса' });
const account = accountWith(body.id, {
  name: 'Минтранс Кузбасса',
  address: 'https://vk.com/mintrans',
  created: '2026-11-12',
  responsible: [
    { name: 'Иванова А. А.', position: 'пресс-секретарь', contact: '+7 900 000-00-00' },
  ],
  note: 'тайна',
});
const facts = (change: Partial<LetterFacts> = {}): LetterFacts => ({
  notice: newNotice(account.id, 'created', '2026-11-12'),
  account,
  body,
  profile: KUZBASS,
  day: '2026-11-24',
  number: '45-исх',
  addressee: 'Администрация Правительства\nКузбасса',
  signer: { position: 'Министр', name: 'П. П. Петров' },
  executor: 'Анна Ковалёва',
  ...change,
});

describe('the letter about an account', () => {
  test('says what the clause asks for', () => {
    expect(letterText(facts())).toBe(`Министерство транспорта Кузбасса

24 ноября 2026 года № 45-исх

Администрация Правительства
Кузбасса

Уведомление
о создании официального аккаунта

Министерство транспорта Кузбасса сообщает: 12 ноября 2026 года создан официальный аккаунт в социальной сети «ВКонтакте».

Основание: Постановление Правительства Кемеровской области – Кузбасса от 14.02.2020 № 66, п. 3.

Сведения об аккаунте:

Орган: Министерство транспорта Кузбасса
Социальная сеть: «ВКонтакте»
Название аккаунта: Минтранс Кузбасса
Ссылка: https://vk.com/mintrans
Дата создания: 12 ноября 2026 года
Ответственный: Иванова А. А., пресс-секретарь

Министр ____________ П. П. Петров

Исполнитель: Анна Ковалёва
`);
  });

  test('of a deleted account names both days; what is unknown is left to be filled in', () => {
    const text = letterText(
      facts({
        notice: newNotice(account.id, 'deleted', '2026-11-20'),
        number: '',
        addressee: ' ',
        signer: { position: '', name: '' },
        executor: '',
      }),
    );
    expect(text).toContain('об удалении официального аккаунта');
    expect(text).toContain('20 ноября 2026 года удалён официальный аккаунт');
    expect(text).toContain(
      'Дата создания: 12 ноября 2026 года\nДата удаления: 20 ноября 2026 года',
    );
    expect(text).toContain('24 ноября 2026 года № ________');
    expect(text).toContain('________ ____________ ________');
    expect(text).not.toContain('Исполнитель');
  });

  test('cites another region’s clause as its profile has it', () => {
    const profile = {
      ...KUZBASS,
      source: 'Указ Губернатора № 5',
      clauses: [...KUZBASS.clauses, { number: '4.2', text: '' }],
      notices: { clause: '4.2', days: 5 },
    };
    expect(letterText(facts({ profile }))).toContain('Основание: Указ Губернатора № 5, п. 4.2.');
  });

  test('as DOCX says the same as plain text', async () => {
    const file = await letterFile(facts());
    expect(file.name).toBe(
      'Уведомление о создании официального аккаунта Минтранс Кузбасса 2026-11-24.docx',
    );
    const read = await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) });
    const bare = (text: string) => text.replace(/[\s:]+/g, '');
    expect(bare(read.value)).toBe(bare(letterText(facts())));
    expect(read.messages).toEqual([]);
    // And so says a reader that shares nothing with the first one.
    const office = await openOffice(file);
    expect(packageFaults(office)).toEqual([]);
    const words = readDocument(office).flatMap((block) =>
      block.kind === 'text' ? block.text : block.kind === 'table' ? block.rows.flat() : block.alt,
    );
    expect(bare(words.join(' '))).toBe(bare(letterText(facts())));
  });

  test('neither telephones nor notes leave the registry', () => {
    expect(letterText(facts())).not.toMatch(/900|тайна/);
  });
});
