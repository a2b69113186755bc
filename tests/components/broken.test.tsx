// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ErrorBoundary } from '../../components/app/ErrorBoundary';
import { LogScreen } from '../../components/log/LogScreen';
import { openRegistry } from '../../lib/registry/database';
import { freshBrowser, show } from './screen';

freshBrowser();

function Broken(): never {
  throw new TypeError('x is not a function');
}

describe('what breaks is told', () => {
  it('a screen: what is kept, what to do, and the line for us', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    show(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Этот экран не открылся');
    expect(alert.textContent).toContain('Записи целы.');
    expect(alert.textContent).toContain('TypeError: x is not a function');
    expect(screen.getByRole('button', { name: 'Обновить страницу' })).toBeTruthy();
  });

  it('a registry that cannot be read', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const failure = Object.assign(new Error('Internal error opening backing store'), {
      name: 'UnknownError',
    });
    vi.spyOn(openRegistry().log, 'orderBy').mockImplementation(() => {
      throw failure;
    });
    show(
      <ErrorBoundary>
        <LogScreen />
      </ErrorBoundary>,
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Записи не открываются');
    expect(alert.textContent).toContain('Internal error opening backing store');
  });

  it('settings that are nonsense or cannot be read do not keep anybody out', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
    show(<p>здесь</p>);
    expect(await screen.findByText('здесь')).toBeTruthy();
    expect(document.documentElement.lang).toBe('ru');
  });
});
