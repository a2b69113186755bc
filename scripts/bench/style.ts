import { retext } from 'retext';
import retextSimplify from 'retext-simplify';
import { createReviewer, review } from '../../lib/style';
import { POSTS } from '../../tests/stand/vk/posts';
import { DRAFT } from '../walk';
import { atMost, type Figure, median } from './report';

/** Rounds of each measurement; the best one counts, since others share the processor. */
const ROUNDS = 9;

/** Processor time of this process so far, milliseconds. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Least processor time of each of `works` over the rounds, by turns, milliseconds. */
function least(works: readonly (() => void)[]): number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, work] of works.entries()) {
      const began = spent();
      work();
      best[index] = Math.min(best[index] ?? 0, spent() - began);
    }
  }
  return best;
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const OFFICIAL = [
  'Администрация города осуществляет проведение работ по ремонту дорог в целях обеспечения безопасности движения.',
  'В рамках реализации муниципальной программы произведена замена светильников в количестве 12 штук.',
  'По информации управления, в настоящее время ведётся подготовка к отопительному сезону.',
  'Глава района отметил, что данный вопрос находится на особом контроле.',
  'В связи с проведением ремонтных работ движение транспорта будет ограничено в срок до 20 ноября.',
  'Жителям необходимо обратиться с заявлением по месту жительства.',
  'Состоялось торжественное открытие спортивной площадки с участием представителей общественности.',
  'Оказано содействие в трудоустройстве граждан, обратившихся в центр занятости.',
];

/** A text of about a thousand words: posts and officialese by turns. */
function thousandWords(): string {
  const parts: string[] = [];
  const sources = POSTS.flatMap(({ text }, index) => [
    text,
    OFFICIAL[index % OFFICIAL.length] ?? DRAFT,
  ]);
  for (let index = 0; wordsIn(parts.join('\n')) < 1_000; index += 1)
    parts.push(sources[index % sources.length] ?? DRAFT);
  return parts.join('\n');
}

/** The draft check by itself. */
export async function benchStyle(say: (text: string) => void): Promise<Figure[]> {
  say('стиль: проверка текста');
  const began = performance.now();
  review('');
  const built = performance.now() - began;
  const firstBegan = performance.now();
  review(DRAFT);
  const first = performance.now() - firstBegan;

  const text = thousandWords();
  const repeat = 20;
  const whole = () => {
    for (let index = 0; index < repeat; index += 1) review(text);
  };
  whole();
  // The only peer of its kind that npm installs in passing. It knows English phrases and no Russian ones.
  const peer = retext().use(retextSimplify);
  const wholePeer = () => void peer.processSync(text);
  wholePeer();
  const [own = 0, theirs = 0] = least([whole, wholePeer]);
  const perThousand = (own / repeat / wordsIn(text)) * 1_000;
  const peerPerThousand = (theirs / wordsIn(text)) * 1_000;

  const draft = text.slice(0, 4_000);
  const reviewer = createReviewer();
  reviewer.review(draft);
  const strokes: number[] = [];
  for (let index = 0; index < 400; index += 1) {
    const at = 1_000 + index * 5;
    const written = `${draft.slice(0, at)}ы${draft.slice(at + 1)}`;
    const from = performance.now();
    reviewer.review(written);
    strokes.push(performance.now() - from);
  }
  return [
    { what: 'стиль: правила готовы', measured: `${built.toFixed(0)} мс` },
    { what: 'стиль: первая проверка', measured: `${first.toFixed(0)} мс` },
    atMost('стиль: текст в 1000 слов, время процессора', perThousand, 1.5, 'мс'),
    {
      what: 'то же, retext 9.0.0 с retext-simplify 8.0.0',
      measured: `${peerPerThousand.toFixed(1)} мс (в ${(peerPerThousand / perThousand).toFixed(0)} раз дольше)`,
    },
    atMost('стиль: клавиша в тексте из 4000 знаков', median(strokes), 0.3, 'мс'),
  ];
}
