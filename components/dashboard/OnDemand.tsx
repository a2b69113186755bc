import { type ComponentType, lazy, useState } from 'react';

/** A screen whose code comes when it is asked for. */
export interface Demand {
  /** Brings the code; what did not come is asked for again at the next call. */
  load(): Promise<void>;
  /** The screen, once its code is here. */
  known(): ComponentType | undefined;
  /** The screen, which waits for its code. */
  waiting: ComponentType;
}

export function onDemand(bring: () => Promise<ComponentType>): Demand {
  let screen: ComponentType | undefined;
  const load = async () => {
    screen ??= await bring();
    return screen;
  };
  return {
    load: async () => void (await load()),
    known: () => screen,
    waiting: lazy(async () => ({ default: await load() })),
  };
}

/**
 * Shows a screen whose code may still have to come. One that is here does not pass through React's own
 * waiting: that shows nothing for 300 ms, however soon there is something to be shown.
 */
export function OnDemand({ demand }: { demand: Demand }) {
  // Chosen once: code that comes meanwhile would have the screen begin anew.
  const [Screen] = useState(() => demand.known() ?? demand.waiting);
  return <Screen />;
}
