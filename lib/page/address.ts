/** Where the browser does not tell of a new address, it is looked at so often, milliseconds. */
const LOOK_MS = 1_000;

/**
 * Calls back when the page changes its address without loading anew, until the signal aborts. May call
 * before the new address stands in `location`. Nothing of it can be seen by the page.
 */
export function onAddressChange(signal: AbortSignal, listener: () => void): void {
  let address = location.href;
  const look = (now: string) => {
    if (now === address) return;
    address = now;
    listener();
  };
  // Firefox has it since 147.
  const { navigation } = globalThis as { navigation?: Navigation };
  if (navigation) {
    navigation.addEventListener(
      'navigate',
      (event) => {
        if (event.isTrusted) look(event.destination.url);
      },
      { signal },
    );
    return;
  }
  const timer = setInterval(() => look(location.href), LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
