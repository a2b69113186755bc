import { addDays } from './zone';

/**
 * The last day on which a notice is in time: the profile's number of calendar days after the day of
 * the event, which itself is not counted (Civil Code of Russia, art. 191).
 * @param day `YYYY-MM-DD` of the event in the region
 */
export function lastDayOf(day: string, days: number): string {
  return addDays(day, days);
}

/** Days from `today` to `last` (both `YYYY-MM-DD`); negative once it is over. */
export function daysLeft(last: string, today: string): number {
  return Math.round((Date.parse(last) - Date.parse(today)) / 86_400_000);
}
