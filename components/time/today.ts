import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { useMinute } from './clock';

/** The day that it is in the region, `YYYY-MM-DD`. */
export function useToday(): string {
  const { profile } = useApp();
  return dayOf(useMinute(), profile.timeZone);
}
