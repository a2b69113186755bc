import type { ToldField } from '../../registry/published';
import { countRu } from '../plural';

const accounts = (n: number) => countRu(n, 'аккаунт', 'аккаунта', 'аккаунтов');

export const publish = {
  title: 'Публикация реестра',
  why: (clause: string) =>
    `По п. ${clause} свежий реестр стоит на официальном сайте. Скачайте, выложите и отметьте.`,
  asOf: (day: string) => `На ${day}`,
  last: {
    never: 'Публикаций ещё не было.',
    was: (when: string, operator: string) =>
      operator === ''
        ? `Последняя публикация — ${when}.`
        : `Последняя публикация — ${when}, ${operator}.`,
    same: 'На сайте то же, что в реестре.',
    differs: (n: number) => `${countRu(n, 'отличие', 'отличия', 'отличий')} от того, что на сайте.`,
  },
  mark: 'Отметить как опубликованный',
  marked: (n: number) => `Отмечено: опубликован реестр, ${accounts(n)}`,
  save: 'Скачать',
  formats: {
    page: 'Страница для сайта (HTML)',
    fragment: 'Часть страницы для вставки (HTML)',
    xlsx: 'Таблица Excel (XLSX)',
    csv: 'Таблица CSV',
    json: 'Открытые данные (JSON)',
    schema: 'Описание данных (JSON Schema)',
  },
  copy: 'Скопировать для вставки на сайт',
  copied: 'Код страницы в буфере: вставьте его на сайте в режиме HTML',
  notCopied: 'Браузер не дал скопировать. Скачайте часть страницы файлом.',
  notSaved: 'Файл не получился. Реестр цел — попробуйте ещё раз.',
  saved: (name: string) => `Готово: ${name}`,
  private: 'Ответственные, доступ, телефоны и заметки в эти файлы не попадают.',
  preview: 'Как это выглядит',
  changes: 'Что изменилось',
  added: 'Добавлены',
  changed: 'Изменены',
  removed: 'Убраны',
  first: 'Это первая публикация: сравнивать пока не с чем.',
  more: (n: number) => `и ещё ${n}`,
  history: 'Прежние публикации',
  historyRow: (when: string, count: number, operator: string) =>
    `${when} — ${accounts(count)}${operator === '' ? '' : `, ${operator}`}`,
  empty: {
    title: 'Публиковать пока нечего',
    hint: 'Добавьте в реестр орган и его аккаунты: здесь появится готовая страница для сайта.',
    link: 'Открыть реестр',
  },
  /** Words of the published files themselves. */
  file: {
    name: 'Реестр официальных аккаунтов',
    schemaName: 'Реестр официальных аккаунтов, описание данных',
    part: 'часть страницы',
    title: 'Реестр официальных аккаунтов в социальных сетях',
    asOf: (day: string) => `Данные на ${day}:`,
    ground: (clause: string, act: string) => `Опубликован по пункту ${clause}. ${act}.`,
    total: (n: number, bodies: number) =>
      `${accounts(n)}, ${countRu(bodies, 'орган', 'органа', 'органов')}.`,
    caption: 'Аккаунты по органам',
    none: 'Аккаунтов нет.',
    column: {
      body: 'Орган',
      above: 'Кому подчиняется',
      name: 'Аккаунт',
      network: 'Социальная сеть',
      address: 'Адрес',
      created: 'Создан',
      day: 'Данные на',
      change: (day: string) => `Изменилось с ${day}`,
    },
    unknown: 'нет данных',
    changesSince: (day: string) => `Что изменилось с ${day}`,
    noChanges: 'Ничего не изменилось.',
    isNew: 'добавлен',
    field: {
      name: 'название',
      address: 'адрес',
      network: 'социальная сеть',
      bodies: 'орган',
      created: 'день создания',
    } satisfies Record<ToldField, string> as Record<ToldField, string>,
    was: (field: string, before: string) => `${field} (было: ${before})`,
  },
};
