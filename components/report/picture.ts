import type { DrawPicture } from '../../lib/exchange/report/chart';

/** Pixels of the picture for one of the chart's, so that it prints sharp. */
const SHARP = 3;
/** On paper, whatever the theme of the screen. */
const PAPER = 'text{font:12px sans-serif;fill:#55636c}.rule{stroke:#d5dcdf}.bar{fill:#107983}';

/** Draws a chart as a PNG. Rejects where the browser cannot. */
export const drawPicture: DrawPicture = async ({ svg, width, height }) => {
  const own = svg.text.replace(
    '<svg ',
    `<svg width="${width * SHARP}" height="${height * SHARP}" `,
  );
  const image = new Image();
  // The content security policy lets a page of ours draw pictures that are written in an address.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(own.replace('>', `><style>${PAPER}</style>`))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
};
