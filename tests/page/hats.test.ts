import { describe, expect, it } from 'vitest';
import type { ComposerKind, Voice } from '../../lib/networks/contract';
import { type HatFacts, wrongHat } from '../../lib/page/hats/rule';

const voice = (kind: Voice['kind']): Voice => ({ kind, name: 'Мария', url: '' });

describe('the wrong hat', () => {
  const OURS = { page: 'Верхние Ключи', voice: null, any: true };
  const STRANGE = { page: null, voice: null, any: true };
  it.each<[ComposerKind, Voice['kind'], HatFacts, string | null]>([
    ['comment', 'person', OURS, 'own'],
    ['post', 'person', OURS, 'own'],
    ['comment', 'account', OURS, 'own'],
    ['comment', 'account', { ...OURS, voice: 'Верхние Ключи' }, null],
    ['comment', 'community', OURS, null],
    // A mayor's own profile may be in the registry too.
    ['comment', 'person', { ...OURS, voice: 'Глава' }, null],
    ['comment', 'person', STRANGE, null],
    ['comment', 'community', STRANGE, 'official'],
    ['comment', 'account', { ...STRANGE, voice: 'Верхние Ключи' }, 'official'],
    // A post goes to one's own wall, whatever page is open.
    ['post', 'account', { ...STRANGE, voice: 'Верхние Ключи' }, null],
    // An empty registry says nothing of anybody.
    ['comment', 'community', { ...STRANGE, any: false }, null],
  ])('%s as %s, %o → %s', (kind, speaker, facts, wrong) => {
    expect(wrongHat(kind, voice(speaker), facts)).toBe(wrong);
  });
});
