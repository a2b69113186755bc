const SVG = 'http://www.w3.org/2000/svg';

function shape(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function icon(attributes: Readonly<Record<string, string>>, ...shapes: SVGElement[]): SVGElement {
  const svg = shape('svg', { 'aria-hidden': 'true', ...attributes });
  svg.append(...shapes);
  return svg;
}

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
};

export const crossIcon = () =>
  icon({ viewBox: '0 0 16 16' }, shape('path', { ...stroke, d: 'M3 3l10 10M13 3L3 13' }));

export const tickIcon = () =>
  icon(
    { viewBox: '0 0 16 16', class: 'tick' },
    shape('path', { ...stroke, 'stroke-linejoin': 'round', d: 'M2.5 8.5l3.5 4 7.5-9' }),
  );

/** A ring filled to `score` of 100. */
export function dial(score: number): SVGElement {
  const radius = 6.5;
  const length = 2 * Math.PI * radius;
  const circle = { cx: '8', cy: '8', r: String(radius) };
  return icon(
    { viewBox: '0 0 16 16', class: 'dial' },
    shape('circle', { ...circle, class: 'track' }),
    // A round end of a line without length would still be a dot.
    ...(score > 0
      ? [
          shape('circle', {
            ...circle,
            class: 'arc',
            'stroke-dasharray': `${(length * score) / 100} ${length}`,
            transform: 'rotate(-90 8 8)',
          }),
        ]
      : []),
  );
}
