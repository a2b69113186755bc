import { element } from './dom';

/** CSS pixels between what is pointed at and the line around it. */
const GAP = 2;

/**
 * Draws a line around a control of the network for as long as it has the focus: many networks show
 * nobody where the focus is. Nothing of the page is changed.
 * @param layer the overlay's layer
 */
export function spotlight(layer: HTMLElement, control: HTMLElement, signal: AbortSignal): void {
  const line = element('div', { class: 'spotlight' });
  layer.append(line);
  const follow = () => {
    if (signal.aborted || !control.matches(':focus')) {
      line.remove();
      return;
    }
    const { x, y, width, height } = control.getBoundingClientRect();
    line.style.translate = `${x - GAP}px ${y - GAP}px`;
    line.style.width = `${width + 2 * GAP}px`;
    line.style.height = `${height + 2 * GAP}px`;
    requestAnimationFrame(follow);
  };
  follow();
}
