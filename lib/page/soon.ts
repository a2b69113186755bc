/** Makes a runner of tasks in turns of their own, also in a hidden tab, where frames never come. */
export function soonRunner(signal: AbortSignal): (task: () => void) => void {
  const { scheduler } = globalThis as { scheduler?: { postTask?: unknown } };
  if (typeof scheduler?.postTask === 'function') {
    const post = scheduler.postTask.bind(scheduler) as (task: () => void) => Promise<unknown>;
    return (task) => void post(task);
  }
  const channel = new MessageChannel();
  let due: (() => void) | null = null;
  channel.port1.onmessage = () => {
    const task = due;
    due = null;
    task?.();
  };
  signal.addEventListener('abort', () => channel.port1.close(), { once: true });
  return (task) => {
    due = task;
    channel.port2.postMessage(null);
  };
}

/**
 * Makes a runner of one task in the next frame, right after the browser has laid the page out and before
 * it is painted: asking where something stands costs nothing then, whatever the page does between frames.
 * Asking again before it ran changes nothing.
 */
export function afterLayoutRunner(signal: AbortSignal, task: () => void): () => void {
  const page = document.documentElement;
  // What begins to be observed is told of in the next frame, once it is laid out.
  const observer = new ResizeObserver(() => {
    observer.unobserve(page);
    task();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return () => {
    if (!signal.aborted) observer.observe(page);
  };
}

/**
 * Makes a runner of one task after the next frame: then the browser has laid the page out, and asking
 * where something stands costs nothing. Asking again before it ran changes nothing.
 */
export function afterFrameRunner(signal: AbortSignal, task: () => void): () => void {
  const soon = soonRunner(signal);
  let waiting = false;
  const run = () => {
    waiting = false;
    if (!signal.aborted) task();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => soon(run));
  };
}
