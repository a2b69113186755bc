import { COMMUNITY, OPERATOR, PEOPLE } from './vk/people';

const everyone = [...Object.values(PEOPLE), OPERATOR, COMMUNITY];
const svg = (size: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}">${content}</svg>`;

/** A disc with initials. */
function avatar(id: number): string {
  const name = everyone.find((one) => one.id === id)?.name ?? '?';
  const initials = name
    .split(' ')
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
  const hue = Math.abs(id * 47) % 360;
  return svg(
    '40 40',
    `<rect width="40" height="40" fill="hsl(${hue} 38% 42%)"/><text x="20" y="26" text-anchor="middle" font-family="system-ui,DejaVu Sans,sans-serif" font-size="15" fill="#fff">${initials}</text>`,
  );
}

/** A face, a heart or a star: simple shapes of our own for the emoji that the comments use. */
function emoji(code: string): string {
  const point = Number.parseInt(code, 16);
  if (point === 0x2764) {
    return svg(
      '20 20',
      '<path fill="#d6455d" d="M10 17 3 10a4.2 4.2 0 0 1 7-4.6A4.2 4.2 0 0 1 17 10z"/>',
    );
  }
  if (point >= 0x1f600 && point <= 0x1f64e) {
    return svg(
      '20 20',
      '<circle cx="10" cy="10" r="8.5" fill="#f2c14e"/><circle cx="7" cy="8" r="1.2" fill="#4a3a10"/><circle cx="13" cy="8" r="1.2" fill="#4a3a10"/><path d="M5.8 11.5q4.2 5 8.4 0" fill="none" stroke="#4a3a10" stroke-width="1.3" stroke-linecap="round"/>',
    );
  }
  return svg(
    '20 20',
    '<path fill="#e0a030" d="m10 2 2.4 5.2 5.6.6-4.2 3.8 1.2 5.6L10 14.4l-5 2.8 1.2-5.6L2 7.8l5.6-.6z"/>',
  );
}

/** A river, houses and a sun: every number gives another evening. */
function photo(number: number): string {
  const hue = (number * 13) % 60;
  return svg(
    '640 360',
    `<rect width="640" height="360" fill="hsl(${15 + hue} 70% 72%)"/><circle cx="${180 + (number % 7) * 45}" cy="170" r="46" fill="#ffe3a3"/><path d="M0 230h640v130H0z" fill="hsl(${190 + hue} 35% 45%)"/>${[
      30, 120, 190, 300, 410, 520,
    ]
      .map(
        (x, index) =>
          `<path d="M${x} 230v-${50 + ((index * 37 + number) % 60)}h70v${50 + ((index * 37 + number) % 60)}z" fill="hsl(${25 + index * 6} 25% ${28 + index * 3}%)"/>`,
      )
      .join('')}`,
  );
}

/** The drawing at `path` (`/drawings/<kind>/<name>.svg`), or null. */
export function drawing(path: string): string | null {
  const [, kind, name] = /^\/drawings\/(avatar|emoji|photo)\/(-?[0-9a-f]+)\.svg$/.exec(path) ?? [];
  if (!kind || !name) return null;
  if (kind === 'avatar') return avatar(Number(name));
  return kind === 'emoji' ? emoji(name) : photo(Number(name));
}
