import type { Rule } from '../rule';

/**
 * Words around other people's data. Numbers with checksums (card, SNILS, INN, passport) and phones are
 * judged in `personal-data.ts` of the room above.
 */
export const PERSONAL_DATA: readonly Rule[] = [
  {
    id: 'personal-data/address',
    strength: 'probable',
    why: 'Адрес человека.',
    evasive: false,
    find: [
      'он/она/они/этот/эта/его/ее/сама/сам/чиновник/чиновница/депутат/тварь/урод/врачиха/училка ~2 живет/живут/проживает/прописан/прописана/адрес/домашний ~6 @street',
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
