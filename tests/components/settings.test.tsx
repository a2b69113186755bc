// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SettingsScreen } from '../../components/settings/SettingsScreen';
import { changeSettings, loadSettings } from '../../lib/settings/settings';
import { freshBrowser, show } from './screen';

freshBrowser();
const user = userEvent.setup();

describe('settings', () => {
  it('are stored at once and say so', async () => {
    show(<SettingsScreen />);
    await user.type(await screen.findByLabelText('Ваше имя'), 'Анна Ковалёва{Enter}');
    expect(await screen.findByText('Сохранено')).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: /^С? ?Спам/ }));
    await user.click(screen.getByRole('switch', { name: /Показывать «возможно»/ }));
    await waitFor(async () => {
      const stored = await loadSettings();
      expect(stored.operator).toBe('Анна Ковалёва');
      expect(stored.criteria.spam).toBe(false);
      expect(stored.criteria.insult).toBe(true);
      expect(stored.probable).toBe(false);
    });
  });

  it('change the language of everything, also of the document', async () => {
    show(<SettingsScreen />);
    await user.click(await screen.findByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Settings', level: 1 })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });

  it('follow a change made elsewhere', async () => {
    show(<SettingsScreen />);
    await screen.findByText('Пауз нет: Вахта работает на всех своих сайтах.');
    await changeSettings({ pausedHosts: ['vk.com'] });
    await user.click(await screen.findByRole('button', { name: 'Снять паузу на vk.com' }));
    await waitFor(async () => expect((await loadSettings()).pausedHosts).toEqual([]));
  });

  it('tell a failure and keep the old value', async () => {
    show(<SettingsScreen />);
    const box = await screen.findByRole('switch', { name: 'Проверять черновик' });
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    await user.click(box);
    expect(await screen.findByText('Не сохранилось')).toBeTruthy();
    expect(box).toHaveProperty('checked', true);
    expect(screen.queryByText('Сохранено')).toBeNull();
  });

  it('take new keys, refuse taken ones and those of the browser', async () => {
    show(<SettingsScreen />);
    const change = () => screen.getByRole('button', { name: /Следующий комментарий$/ });
    await screen.findByText('Следующий комментарий');
    await user.click(change());
    await user.keyboard('{k>}{/k}');
    expect((await screen.findByRole('alert')).textContent).toContain('Предыдущий комментарий');
    await user.keyboard('{1>}{/1}');
    expect((await screen.findByRole('alert')).textContent).toContain('нужны браузеру');
    expect((await loadSettings()).keys.next).toBe('KeyJ');
    await user.keyboard('{q>}{/q}');
    await waitFor(async () => expect((await loadSettings()).keys.next).toBe('KeyQ'));
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Вернуть обычные' }));
    await waitFor(async () => expect((await loadSettings()).keys.next).toBe('KeyJ'));
  });

  it('leave the keys alone on Escape', async () => {
    show(<SettingsScreen />);
    await screen.findByText('Следующий комментарий');
    await user.click(screen.getByRole('button', { name: /Следующий комментарий$/ }));
    expect(screen.getByText('Нажмите новые клавиши')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('Нажмите новые клавиши')).toBeNull();
    expect((await loadSettings()).keys.next).toBe('KeyJ');
  });

  it('ask before a shorter retention, since it erases', async () => {
    show(<SettingsScreen />);
    const field = await screen.findByLabelText('Сколько месяцев хранить личные данные');
    await user.clear(field);
    await user.type(field, '12{Enter}');
    expect((await loadSettings()).retentionMonths).toBe(36);
    await user.click(await screen.findByRole('button', { name: 'Да, стирать' }));
    await waitFor(async () => expect((await loadSettings()).retentionMonths).toBe(12));
  });

  it('propose the region’s term with one press, and ask where it would erase', async () => {
    await changeSettings({ retentionMonths: 12 });
    const first = show(<SettingsScreen />);
    const propose = { name: 'Взять срок региона: 36 месяцев' };
    await user.click(await screen.findByRole('button', propose));
    await waitFor(async () => expect((await loadSettings()).retentionMonths).toBe(36));
    await waitFor(() => expect(screen.queryByRole('button', propose)).toBeNull());
    first.unmount();

    await changeSettings({ retentionMonths: 48 });
    show(<SettingsScreen />);
    await user.click(await screen.findByRole('button', propose));
    expect(await screen.findByText(/Стереть всё, что старше 36 месяцев/)).toBeTruthy();
    expect((await loadSettings()).retentionMonths).toBe(48);
    await user.click(screen.getByRole('button', { name: 'Да, стирать' }));
    await waitFor(async () => expect((await loadSettings()).retentionMonths).toBe(36));
  });

  it('take a longer retention without a question and refuse nonsense', async () => {
    show(<SettingsScreen />);
    const field = await screen.findByLabelText('Сколько месяцев хранить личные данные');
    await user.clear(field);
    await user.type(field, '601{Enter}');
    expect(await screen.findByText('От 1 до 600 месяцев.')).toBeTruthy();
    expect((await loadSettings()).retentionMonths).toBe(36);
    await user.clear(field);
    await user.type(field, '48{Enter}');
    await waitFor(async () => expect((await loadSettings()).retentionMonths).toBe(48));
  });

  it('show what the administrator has fixed as locked, and what of it did not work', async () => {
    await fakeBrowser.storage.managed.set({
      organisation: 'Администрация города',
      criteria: { spam: false },
      retentionMonths: 12,
      networks: ['vk'],
      probable: 'да',
    });
    show(<SettingsScreen />);
    const spam = await screen.findByRole('switch', { name: /^С? ?Спам/ });
    expect(spam).toHaveProperty('disabled', true);
    expect(spam).toHaveProperty('checked', false);
    expect(screen.getByRole('switch', { name: /Оскорбление/ })).toHaveProperty('disabled', false);
    const months = screen.getByLabelText('Сколько месяцев хранить личные данные');
    expect(months).toHaveProperty('value', '12');
    expect(months).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Снять паузу на ok.ru' })).toHaveProperty(
      'disabled',
      true,
    );
    expect(screen.getByText('Администрация города')).toBeTruthy();
    expect(screen.getByText(/не поняла и не применила: probable/)).toBeTruthy();
  });
});
