import { useSyncExternalStore } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';

/**
 * Address of a screen in the hash, filters included: `#/log?criterion=spam`. wouter's own hash hook
 * puts the query before the hash, where a page of an extension would reload.
 */
const parts = () => {
  const [path = '', search = ''] = location.hash.replace(/^#?\/?/, '').split('?', 2);
  return { path: `/${path}`, search };
};

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

function navigate(to: string, options: { replace?: boolean } = {}): void {
  const before = location.href;
  const address = `#${to}`;
  if (address === location.hash) return;
  history[options.replace ? 'replaceState' : 'pushState'](null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }));
}

/** The path of the address, and the way to another one. */
export const useHashPath: BaseLocationHook = () => [
  useSyncExternalStore(subscribe, () => parts().path),
  navigate,
];
useHashPath.hrefs = (href: string) => `#${href}`;

/** The part of the address after `?`. */
export const useHashSearch: BaseSearchHook = () =>
  useSyncExternalStore(subscribe, () => parts().search);
