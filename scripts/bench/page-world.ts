/** What the bench does inside the page. Each function is sent there by itself: it may use no other. */

interface Arrival {
  comments: readonly { text: string; flagged: boolean }[];
  /** Number of the first one; the id is `-100_<number>`. */
  from: number;
}

interface BenchWindow extends Window {
  /** Whether words in this element are marked. */
  isMarked?: (element: Element) => boolean;
  /** What `arrive` has put into the page last. */
  arrived?: readonly { element: Element; flagged: boolean }[];
}

/** Prepares the page for `arrive`. */
export function observeMarks(): void {
  (window as BenchWindow).isMarked = (element) => {
    for (const highlight of CSS.highlights.values())
      for (const range of highlight) if (element.contains(range.startContainer)) return true;
    return false;
  };
}

/**
 * Puts comments at the head of the thread, all in one change of the page. Resolves with the milliseconds
 * until the page itself has drawn them (`drawn`), and until those of them that must be marked and stand in
 * the window are (`marked`); zeros where nobody marks.
 */
export async function arrive({
  comments,
  from,
}: Arrival): Promise<{ drawn: number; marked: number }> {
  const { isMarked } = window as BenchWindow;
  const roots = document.querySelectorAll<HTMLElement>(
    '[data-testid="wall_comments_comment_root"]',
  );
  const [first] = roots;
  const list = first?.parentElement?.closest('.comments');
  if (!first || !list) throw new Error('no thread here');
  const slot = [...list.children].find((child) => child.contains(first));
  if (!slot) throw new Error('no place for comments');
  const sample = slot.cloneNode(true) as HTMLElement;
  for (const branch of sample.querySelectorAll('.branch')) branch.replaceChildren();
  const added: { element: Element; flagged: boolean }[] = [];
  const all = document.createDocumentFragment();
  for (const [index, { text, flagged }] of comments.entries()) {
    const copy = sample.cloneNode(true) as HTMLElement;
    const root = copy.matches('[data-testid]')
      ? copy
      : copy.querySelector<HTMLElement>('[data-testid="wall_comments_comment_root"]');
    const words = copy.querySelector('[data-testid="comment-text"]');
    const date = copy.querySelector<HTMLAnchorElement>('[data-testid="wall_comment_date"]');
    const owner = copy.querySelector<HTMLAnchorElement>('[data-testid="comment-owner"]');
    if (!root || !words || !date || !owner) throw new Error('a comment without its parts');
    root.id = `-100_${from + index}`;
    date.href = `https://vk.com/wall-100_200?reply=${from + index}`;
    owner.href = `https://vk.com/id${500_000 + from + index}`;
    words.textContent = text;
    all.append(copy);
    added.push({ element: root, flagged });
  }
  scrollTo(0, list.getBoundingClientRect().top + scrollY - 100);
  (window as BenchWindow).arrived = added;
  // A task of its own: what the extension does first is reckoned from here, and not from the making of the comments.
  await new Promise((resolve) => setTimeout(resolve));
  const began = performance.now();
  list.prepend(all);
  if (!isMarked) return { drawn: 0, marked: 0 };
  const drawing = new Promise<number>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - began);
      port2.postMessage(null);
    });
  });
  const seen = added.filter(({ element, flagged }) => {
    const { top } = element.getBoundingClientRect();
    return flagged && top < innerHeight - 60;
  });
  while (seen.some(({ element }) => !isMarked(element))) {
    if (performance.now() - began > 10_000) throw new Error('not marked in ten seconds');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const marked = performance.now() - began;
  return { drawn: await drawing, marked };
}

/** Lets go of what `arrive` has kept. */
export function forgetArrived(): void {
  (window as BenchWindow).arrived = [];
}

/**
 * Jumps to the comment at `index` of those that `arrive` has put there. Resolves with the milliseconds until
 * all in the window that must be marked are, from the frame that shows them.
 */
export async function jump(index: number): Promise<number> {
  const { isMarked, arrived = [] } = window as BenchWindow;
  const target = arrived[index];
  if (!target || !isMarked) throw new Error('nowhere to jump');
  target.element.scrollIntoView();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const began = performance.now();
  const seen = arrived.filter(({ element, flagged }) => {
    if (!flagged) return false;
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight - 60;
  });
  if (seen.length === 0) throw new Error('nothing to mark here');
  while (seen.some(({ element }) => !isMarked(element))) {
    if (performance.now() - began > 10_000) throw new Error('not marked in ten seconds');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - began;
}

/** Scrolls down and up at a steady pace; frames a second. */
export function beginScroll(milliseconds: number): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    let frames = 0;
    scrollTo(0, 0);
    const frame = () => {
      const past = performance.now() - began;
      if (past > milliseconds) {
        resolve((frames / past) * 1_000);
        return;
      }
      frames += 1;
      // Down in the first half, up in the second.
      scrollBy(0, past < milliseconds / 2 ? 60 : -60);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** From each key to the task after its frame, milliseconds; the list grows while one types. */
export function listenToTyping(): number[] {
  const delays: number[] = [];
  addEventListener(
    'input',
    (event) => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => delays.push(performance.now() - pressed);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
  return delays;
}
