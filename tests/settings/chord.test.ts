import { describe, expect, it } from 'vitest';
import { actionOf, chordLabel, chordOf, clashOf, groundIndexOf } from '../../lib/settings/chord';
import { DEFAULT_SETTINGS, KEY_ACTIONS } from '../../lib/settings/settings';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const stroke = (code: string, held: Partial<typeof none> = {}) => ({ ...none, ...held, code });
const { keys } = DEFAULT_SETTINGS;

describe('chords', () => {
  it('are physical keys with the modifiers in one order', () => {
    expect(chordOf(stroke('KeyJ'))).toBe('KeyJ');
    expect(chordOf(stroke('Slash', { shiftKey: true }))).toBe('Shift+Slash');
    expect(chordOf(stroke('KeyA', { metaKey: true, ctrlKey: true, altKey: true }))).toBe(
      'Ctrl+Alt+Meta+KeyA',
    );
  });

  it('are nothing while only a modifier is down', () => {
    for (const code of ['ShiftLeft', 'AltRight', 'ControlLeft', 'MetaLeft', 'CapsLock', ''])
      expect(chordOf(stroke(code, { shiftKey: true }))).toBeNull();
  });

  it('find their action, and only with exactly the same modifiers', () => {
    expect(actionOf(keys, stroke('KeyJ'))).toBe('next');
    expect(actionOf(keys, stroke('KeyJ', { altKey: true }))).toBe('nextRemark');
    expect(actionOf(keys, stroke('KeyJ', { ctrlKey: true }))).toBeNull();
    expect(actionOf(keys, stroke('Slash'))).toBe('search');
    expect(actionOf(keys, stroke('Slash', { shiftKey: true }))).toBe('help');
  });

  it('give bare digits to the grounds', () => {
    expect(groundIndexOf(stroke('Digit1'))).toBe(0);
    expect(groundIndexOf(stroke('Numpad9'))).toBe(8);
    expect(groundIndexOf(stroke('Digit0'))).toBeNull();
    expect(groundIndexOf(stroke('Digit1', { altKey: true }))).toBeNull();
  });

  it('are shown with the letter of the Russian layout in Russian', () => {
    expect(chordLabel('KeyJ', 'ru')).toEqual(['J · О']);
    expect(chordLabel('KeyJ', 'en')).toEqual(['J']);
    expect(chordLabel('Alt+Enter', 'ru')).toEqual(['Alt', '⏎']);
    expect(chordLabel('Shift+Slash', 'ru')).toEqual(['?']);
    expect(chordLabel('Comma', 'ru')).toEqual([', · Б']);
  });

  it('tell a clash with another action and with the browser', () => {
    expect(clashOf(keys, 'next', 'KeyK')).toEqual({ with: 'previous' });
    expect(clashOf(keys, 'next', 'KeyJ')).toBeNull();
    expect(clashOf(keys, 'next', 'Ctrl+KeyW')).toBe('reserved');
    expect(clashOf(keys, 'next', 'Digit3')).toBe('reserved');
    expect(clashOf(keys, 'next', 'KeyQ')).toBeNull();
  });

  it('do not clash by default', () => {
    for (const action of KEY_ACTIONS) expect(clashOf(keys, action, keys[action])).toBeNull();
  });
});
