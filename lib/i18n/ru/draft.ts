import { countRu } from '../plural';

export const draft = {
  /** Name of the card for screen readers. */
  card: 'Совет по тексту',
  place: (index: number, total: number) => `${index} из ${total}`,
  replaceBy: (words: string) => `Заменить на «${words}»`,
  leaveOut: 'Убрать',
  preview: 'Получится',
  before: 'Было',
  after: 'Стало',
  notHere: 'Не здесь',
  never: 'Больше не предлагать',
  neverDone: 'Больше не предложу. Вернуть можно в настройках.',
  undo: 'Вернуть',
  list: 'Что можно сказать проще',
  remarks: (n: number) => countRu(n, 'совет', 'совета', 'советов'),
  pill: (score: number, n: number) =>
    n === 0
      ? `Текст: ${score} из 100, советов нет`
      : `Текст: ${score} из 100, ${countRu(n, 'совет', 'совета', 'советов')}. Открыть список`,
  clean: 'Советов нет. Хороший живой текст.',
  score: (score: number) => `${score} из 100`,
  ease: (grade: number) => `Поймёт и ${grade}-классник`,
  reading: (seconds: number) =>
    seconds < 60
      ? `Читать ${countRu(seconds, 'секунду', 'секунды', 'секунд')}`
      : `Читать ${countRu(Math.round(seconds / 60), 'минуту', 'минуты', 'минут')}`,
  spoken: (index: number, total: number, phrase: string, why: string) =>
    `Совет ${index} из ${total}: «${phrase}». ${why}`,
  spokenAccept: (keys: string, words: string) => `${keys} — заменить на «${words}».`,
  replaced: (words: string) => `Теперь здесь «${words}».`,
  leftOut: 'Этих слов больше нет.',
  stale: 'Этих слов на месте уже нет, поэтому ничего не меняю.',
  refused: 'Редактор не принял замену, текст прежний. Поправьте это место сами.',
  otherwise: 'Редактор изменил текст по-своему. Взгляните на это место; Ctrl+Z вернёт как было.',
  notHereYet:
    'Не получилось загрузить проверку текста. Допишите, потом обновите страницу — проверка вернётся.',
  noPostEditor: 'Откройте окно новой записи и нажмите «Вставить» ещё раз.',
  notEmpty: 'В окне уже есть текст. Уберите его, и я вставлю текст из плана.',
  filled: 'Текст из плана вставлен.',
  publishedPost: 'Пост в журнале.',
  publishedComment: 'Ответ в журнале.',
  postNotSeen: 'Не вижу этого поста на странице, поэтому не вношу его в журнал.',
  commentNotSeen: 'Не вижу этого ответа на странице, поэтому не вношу его в журнал.',
  settingNotSaved: 'Не удалось сохранить настройку. Попробуйте ещё раз.',
};
