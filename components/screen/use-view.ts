import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

export interface ScreenView<View> {
  view: View;
  /** The view as it is now, for what goes on after a wait. */
  present: { readonly current: View };
  /** For what is typed or moved: the address is replaced. */
  change(part: Partial<View>): void;
  /** For what is opened: a step that one can go back from. */
  step(part: Partial<View>): void;
}

/**
 * The view of a screen, which lives in the address, and the two ways to change it.
 * @param read takes the part of the address after `?`; the same function at each call
 */
export function useView<View>(
  read: (search: string) => View,
  address: (view: View) => string,
): ScreenView<View> {
  const search = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => read(search), [read, search]);
  const present = useRef(view);
  useEffect(() => {
    present.current = view;
  }, [view]);
  // Told at once: a second change may come before the first is drawn, and must not undo it.
  const changed = (part: Partial<View>) => {
    present.current = { ...present.current, ...part };
    return address(present.current);
  };
  return {
    view,
    present,
    change: (part) => navigate(changed(part), { replace: true }),
    step: (part) => navigate(changed(part)),
  };
}
