import { labelsOf } from './labels';
import { Model } from './model';
import { readOptions } from './options';

/** What every part of the open page speaks of. */
export const options = readOptions(location.hostname, new URLSearchParams(location.search));
export const labels = labelsOf(options.locale);
export const model = new Model(options);

const views = new Set<() => void>();

/** Calls back when another address is shown. Returns a stop. */
export function onGo(view: () => void): () => void {
  views.add(view);
  return () => views.delete(view);
}

/** Shows another address without loading the page; the switches stay. */
export function goTo(path: string): void {
  const url = new URL(path, location.href);
  for (const [name, value] of new URLSearchParams(location.search))
    url.searchParams.set(name, value);
  history.pushState(null, '', url.pathname + url.search);
  for (const view of views) view();
  scrollTo(0, 0);
}

addEventListener('popstate', () => {
  for (const view of views) view();
});
