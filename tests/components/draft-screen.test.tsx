// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadDraft } from '../../components/draft/stored';
import { loadOwnReplacements, saveOwnReplacements } from '../../lib/settings/own-replacements';
import { loadSettings } from '../../lib/settings/settings';
import { openDraft, standInForBrowser } from './draft-stand';
import { freshBrowser } from './screen';

freshBrowser();
const user = userEvent.setup();

standInForBrowser();

const TEXT = 'У школы каток. В настоящее время там тихо. Приходите!';

async function write(text: string) {
  const field = await openDraft();
  fireEvent.input(field, { target: { value: text }, inputType: 'insertFromPaste' });
  await screen.findByRole('list', { name: 'Предложения, о которых есть совет' });
  return field;
}

describe('the draft', () => {
  it('is judged, shown by sentence and replaced one by one', async () => {
    const field = await write(TEXT);
    const list = screen.getByRole('list', { name: 'Предложения, о которых есть совет' });
    expect(list.querySelectorAll('[data-sentence]')).toHaveLength(1);
    expect(within(list).getByText('Было')).toBeTruthy();
    await user.click(within(list).getByRole('button', { name: 'Заменить на «Сейчас»' }));
    expect(field.value).toBe('У школы каток. Сейчас там тихо. Приходите!');
    expect(await screen.findByText('Теперь здесь «Сейчас».')).toBeTruthy();
  });

  it('takes all safe replacements at once', async () => {
    const field = await write('В настоящее время тихо. В настоящее время снег.');
    await user.click(screen.getByRole('button', { name: 'Принять надёжные: 2' }));
    expect(field.value).toBe('Сейчас тихо. Сейчас снег.');
    expect(await screen.findByText('Советов нет. Хороший живой текст.')).toBeTruthy();
  });

  it('takes all replacements of one kind at once and leaves the others', async () => {
    const field = await write('В настоящее время тихо. Данный двор в настоящее время закрыт.');
    await user.click(screen.getAllByRole('button', { name: 'Так же везде: 2' })[0] as HTMLElement);
    expect(field.value).toBe('Сейчас тихо. Данный двор сейчас закрыт.');
  });

  it('knows what it is for, and keeps it', async () => {
    await write('В настоящее время ливень. Движение перекрыто до утра.');
    const list = screen.getByRole('list', { name: 'Предложения, о которых есть совет' });
    expect(list.querySelectorAll('[data-sentence] ul > li')).toHaveLength(2);
    await user.click(screen.getByRole('radio', { name: 'Объявление' }));
    await waitFor(() => expect(list.querySelectorAll('[data-sentence] ul > li')).toHaveLength(1));
    await waitFor(async () => expect((await loadDraft()).register).toBe('notice'));
  });

  it('is kept and comes back as it was left', async () => {
    await write(TEXT);
    await waitFor(async () => expect((await loadDraft()).text).toBe(TEXT));
    expect(await screen.findByText('Сохранено')).toBeTruthy();
  });

  it('comes back out of the storage, whatever else is stored there', async () => {
    await fakeBrowser.storage.local.set({ draft: { text: 'Старый текст', walk: 7 } });
    expect((await openDraft()).value).toBe('Старый текст');
  });

  it('says at once when it cannot be kept', async () => {
    await openDraft();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    fireEvent.input(screen.getByRole('textbox', { name: 'Текст поста' }), {
      target: { value: 'Новый текст' },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Скопируйте текст');
  });

  it('forgets a rule for good and brings it back', async () => {
    await write('В настоящее время тихо.');
    await user.click(
      screen.getByRole('button', { name: 'Больше не предлагать: «В настоящее время»' }),
    );
    await screen.findByText('Советов нет. Хороший живой текст.');
    expect((await loadSettings()).ignoredStyleRules).toHaveLength(1);
    await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
    expect(await screen.findByRole('button', { name: 'Заменить на «Сейчас»' })).toBeTruthy();
    expect((await loadSettings()).ignoredStyleRules).toEqual([]);
  });

  it('skips a remark here and keeps the others', async () => {
    await write('В настоящее время тихо. В настоящее время снег.');
    const [first] = screen.getAllByRole('button', { name: 'Не здесь: «В настоящее время»' });
    if (first) await user.click(first);
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: 'Заменить на «Сейчас»' })).toHaveLength(1),
    );
    expect((await loadSettings()).ignoredStyleRules).toEqual([]);
  });

  it('is worked through by keys', async () => {
    const field = await write('Да. В настоящее время тихо. В настоящее время снег.');
    field.focus();
    fireEvent.keyDown(field, { code: 'KeyJ', altKey: true });
    expect(await screen.findByText(/Совет 1 из 2: «В настоящее время»/)).toBeTruthy();
    fireEvent.keyDown(field, { code: 'KeyJ', altKey: true });
    expect(await screen.findByText(/Совет 2 из 2/)).toBeTruthy();
    fireEvent.keyDown(field, { code: 'Enter', altKey: true });
    expect(field.value).toBe('Да. В настоящее время тихо. Сейчас снег.');
    fireEvent.keyDown(field, { code: 'KeyI', altKey: true });
    expect(await screen.findByText('Советов нет. Хороший живой текст.')).toBeTruthy();
  });

  it('is cleared with a way back', async () => {
    const field = await write(TEXT);
    await user.click(screen.getByRole('button', { name: 'Очистить' }));
    expect(field.value).toBe('');
    await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
    expect(field.value).toBe(TEXT);
  });

  it('tells what the score is made of', async () => {
    await write(TEXT);
    await user.click(screen.getByRole('button', { name: 'Из чего складывается оценка' }));
    expect(await screen.findByText(/^Почему \d+$/)).toBeTruthy();
    expect(screen.getByText('Время и сроки')).toBeTruthy();
  });
});

describe('own replacements', () => {
  it('are added, found in the text, changed and removed with a way back', async () => {
    await saveOwnReplacements([{ was: 'МКД', becomes: 'дом', why: '' }]);
    const field = await openDraft('/draft?tab=own');
    fireEvent.input(field, { target: { value: 'Каток в УК. И в УК.' } });
    await user.type(screen.getByLabelText('Было'), 'УК');
    await user.type(screen.getByLabelText('Стало'), 'управляющей компании{Enter}');
    expect(await screen.findByText('В этом тексте: 2')).toBeTruthy();
    expect((await loadOwnReplacements()).map(({ was }) => was)).toEqual(['УК', 'МКД']);

    const becomes = screen.getByLabelText('Стало, замена «МКД»');
    await user.clear(becomes);
    await user.type(becomes, 'многоэтажка{Enter}');
    await waitFor(async () =>
      expect((await loadOwnReplacements())[1]?.becomes).toBe('многоэтажка'),
    );

    await user.click(screen.getByRole('button', { name: 'Удалить замену «УК»' }));
    await waitFor(async () => expect(await loadOwnReplacements()).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
    await waitFor(async () => expect(await loadOwnReplacements()).toHaveLength(2));
  });

  it('refuse nonsense and copies', async () => {
    await saveOwnReplacements([{ was: 'МКД', becomes: 'дом', why: '' }]);
    await openDraft('/draft?tab=own');
    await screen.findByRole('table', { name: 'Свои замены' });
    await user.click(screen.getByRole('button', { name: 'Добавить' }));
    expect(await screen.findByText('Напишите слова, которые нужно найти.')).toBeTruthy();
    await user.type(screen.getByLabelText('Было'), 'мкд{Enter}');
    expect(await screen.findByText('Такая замена уже есть.')).toBeTruthy();
    expect(await loadOwnReplacements()).toHaveLength(1);
  });

  it('come as remarks of their own that leave the list', async () => {
    await saveOwnReplacements([{ was: 'кружок', becomes: 'студия', why: 'Точнее.' }]);
    await write('Наш Кружок ждёт вас.');
    expect(await screen.findByText(/Ваша замена\..*Точнее\./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Убрать из своих замен: «Кружок»' }));
    await screen.findByText('Советов нет. Хороший живой текст.');
    expect(await loadOwnReplacements()).toEqual([]);
  });
});

describe('a post from a press release', () => {
  const RELEASE = 'Кемерово, 24 ноября. Состоялось открытие катка. Осуществляется вывоз снега.';

  it('is walked step by step, left and resumed', async () => {
    await fakeBrowser.storage.local.set({ draft: { text: RELEASE } });
    const field = await openDraft('/draft?tab=walk');
    const start = await screen.findByRole('button', { name: 'Начать' });
    await waitFor(() => expect(start).toHaveProperty('disabled', false));
    await user.click(start);
    expect(await screen.findByText('Шаг 1 из 7')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Кемерово, 24 ноября\./ }));
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(
      'Кемерово, 24 ноября.',
    );
    await user.click(screen.getByRole('button', { name: 'Готово, дальше' }));
    expect(await screen.findByRole('heading', { name: 'Уберите список участников' })).toBeTruthy();
    await waitFor(async () =>
      expect((await loadDraft()).walk).toEqual({
        step: 'people',
        done: ['opening'],
        before: RELEASE,
        finished: false,
      }),
    );
    await user.click(screen.getByRole('tab', { name: /Советы/ }));
    await user.click(screen.getByRole('tab', { name: 'Из пресс-релиза' }));
    expect(await screen.findByText('Шаг 2 из 7')).toBeTruthy();
  });

  it('offers verbs, and compares at the end', async () => {
    const walk = { step: 'verbs', done: ['opening'], before: RELEASE, finished: false };
    await fakeBrowser.storage.local.set({ draft: { text: RELEASE, walk } });
    const field = await openDraft('/draft?tab=walk');
    await user.click(await screen.findByRole('button', { name: /^Заменить на «[Вв]ывозят снег»/ }));
    expect(field.value).toContain('Вывозят снег.');
    await user.click(screen.getByRole('button', { name: 'Сразу к итогу' }));
    const before = await screen.findByRole('region', { name: 'Было' });
    expect(before.textContent).toContain('Осуществляется вывоз снега');
    expect(screen.getByRole('region', { name: 'Стало' }).textContent).toContain('Вывозят снег');
  });
});
