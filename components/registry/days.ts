/** `24.11.2026` of `2026-11-24`. */
export function dotted(day: string): string {
  return day.split('-').reverse().join('.');
}
