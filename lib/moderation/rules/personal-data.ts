import type { Rule } from '../rule';

/**
 * Words around other people's data. Numbers with checksums (card, SNILS, INN, passport) and phones are
 * judged in `personal-data.ts` of the room above.
 */
export const PERSONAL_DATA: readonly Rule[] = [
  {
    id: 'personal-data/address',
    strength: 'certain',
    why: 'Адрес человека.',
    evasive: false,
    find: [
      'он/она/этот/эта/чиновник/чиновница/депутат/тварь/урод/врачиха/училка ~2 живет/проживает/прописан/прописана ~3 @street ~3 дом/д/кв/квартира',
      'домашний адрес ~4 @street',
      'вот (его) (ее) (их) адрес ~4 @street',
      'адрес этой/этого/его/ее/их ~6 @street',
      'паспорт/паспортные данные ~2 серия/номер/выдан',
    ],
    unless: {
      near: ['котик', 'кот', 'собака', '<организация>', '<компания>', '<поликлиника>', 'прием'],
    },
    match: ['Он живёт на улице Ленина, дом 5', 'вот её адрес: ул. Мира, 12'],
    miss: [
      'На улице Ленина не убран снег',
      'г. Колпино, ул. Машиностроителей, д. 12',
      'адрес поликлиники: ул. Мира',
    ],
  },
];
