import type { BrowserContext } from '@playwright/test';

/** An event of Chromium's trace, as far as it is read here. Times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread: what others do on a busy machine is not in it. */
  tdur?: number;
  args?: {
    data?: { url?: string; scriptName?: string; lineNumber?: number; columnNumber?: number };
  };
}

/** What a content script did in one task of the page's main thread. */
export interface OwnTask {
  /** Milliseconds since the trace began. */
  start: number;
  end: number;
  /**
   * Processor time spent in the script itself, with what it made the browser work out at once,
   * milliseconds. Without `collected`.
   */
  own: number;
  /**
   * What a collection of the whole page's garbage took that fell into it, milliseconds: it goes through
   * all that the page holds, whoever asks for one object too many.
   */
  collected: number;
  /** Where in the script the function stands that took the most of it. */
  mainly: string;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const COLLECTION = 'MajorGC';
const CALLS = new Set(['FunctionCall', 'EvaluateScript', 'v8.evaluateModule', 'v8.compile']);

const addressOf = ({ args }: TraceEvent) => args?.data?.url ?? args?.data?.scriptName ?? '';
const placeOf = ({ args }: TraceEvent) =>
  `${args?.data?.lineNumber ?? 0}:${args?.data?.columnNumber ?? 0}`;
const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

/**
 * Traces the browser while `work` runs and tells each task in which a script of an extension took part.
 * Another script's time in the same task is left out, and so are layout and paint that come after.
 */
export async function ownTasks(
  context: BrowserContext,
  work: () => Promise<void>,
): Promise<OwnTask[]> {
  return tasksOf(await traced(context, work));
}

/** What the browser did while `work` ran. */
async function traced(context: BrowserContext, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('Браузер не дал записать, чем он занят.');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (event.ph === 'X') events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
  });
  await work();
  const done = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await done;
  await session.detach();
  return events;
}

/** Of a thread's events those of the extension, joined by the task in which they ran. */
function tasksOf(events: readonly TraceEvent[]): OwnTask[] {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    const same = threads.get(thread);
    if (same) same.push(event);
    else threads.set(thread, [event]);
  }
  const zero = events.reduce((least, { ts }) => Math.min(least, ts), Number.POSITIVE_INFINITY);
  const tasks: OwnTask[] = [];
  for (const all of threads.values()) {
    const inTask = all
      .filter(({ name }) => CALLS.has(name) || name === 'RunMicrotasks')
      .sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a));
    if (!inTask.some(isOwn)) continue;
    const collections = all.filter(({ name }) => name === COLLECTION);
    // Only the content script: the extension's own worker and pages have no page's calls beside them.
    const around = all
      .filter(({ name }) => TASKS.has(name))
      .sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a));
    let at = 0;
    let taskEnd = Number.NEGATIVE_INFINITY;
    for (const task of around) {
      // A task inside a task (a nested loop) belongs to the outer one.
      if (task.ts < taskEnd) continue;
      taskEnd = endOf(task);
      const calls: TraceEvent[] = [];
      for (; at < inTask.length; at += 1) {
        const call = inTask[at];
        if (!call || call.ts >= taskEnd) break;
        if (call.ts >= task.ts) calls.push(call);
      }
      const outermost = ownCalls(calls);
      const own = outermost.reduce((sum, call) => sum + costOf(call), 0);
      const collected = collections
        .filter((one) => outermost.some((call) => one.ts >= call.ts && endOf(one) <= endOf(call)))
        .reduce((sum, one) => sum + costOf(one), 0);
      const [longest] = [...outermost].sort((one, other) => costOf(other) - costOf(one));
      if (longest && own > 0)
        tasks.push({
          mainly: placeOf(longest),
          start: (task.ts - zero) / 1_000,
          end: (taskEnd - zero) / 1_000,
          own: Math.max(0, own - collected) / 1_000,
          collected: collected / 1_000,
        });
    }
  }
  return tasks.sort((a, b) => a.start - b.start);
}

const isOwn = (event: TraceEvent) => addressOf(event).startsWith('chrome-extension://');

const costOf = ({ tdur, dur = 0 }: TraceEvent) => tdur ?? dur;

/** The outermost own calls, and microtasks that no other script took part in. */
function ownCalls(calls: readonly TraceEvent[]): TraceEvent[] {
  if (!calls.some(isOwn)) return [];
  const own: TraceEvent[] = [];
  let counted = Number.NEGATIVE_INFINITY;
  for (const call of calls) {
    if (call.ts < counted) continue;
    const inside = calls.filter((other) => other.ts >= call.ts && endOf(other) <= endOf(call));
    const isMicrotasks = call.name === 'RunMicrotasks';
    const foreign = inside.some((other) => addressOf(other) !== '' && !isOwn(other));
    if (isMicrotasks ? foreign : !isOwn(call)) continue;
    own.push(call);
    counted = endOf(call);
  }
  return own;
}

/**
 * Traces the browser while `work` runs. Resolves with how often the garbage of a whole page was
 * collected, and how long that took altogether, milliseconds of processor time.
 */
export async function collectionsIn(
  context: BrowserContext,
  work: () => Promise<void>,
): Promise<{ count: number; time: number }> {
  const found = (await traced(context, work)).filter(({ name }) => name === COLLECTION);
  return { count: found.length, time: found.reduce((sum, one) => sum + costOf(one), 0) / 1_000 };
}
