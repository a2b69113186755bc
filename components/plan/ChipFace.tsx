import type { PlanEntry } from '../../lib/registry/plan';
import { useApp } from '../app/app-context';
import classes from './plan.module.css';
import { STATE_ICONS } from './states';

/** What an entry's button says: its state's form, time, title and, where there is room, a line more. */
export function ChipFace({ entry, detail }: { entry: PlanEntry; detail: string }) {
  const words = useApp().messages.plan;
  const { title, time, state } = entry;
  const Icon = STATE_ICONS[state];
  return (
    <>
      <Icon size={14} stroke={1.8} className={classes.chipIcon} aria-hidden="true" />
      <span className={classes.chipText}>
        {time !== null && <span className={classes.chipTime}>{time}</span>} {title}
        {detail !== '' && <span className={classes.chipDetail}>{detail}</span>}
        <span className={classes.said}>, {words.states[state]}</span>
      </span>
    </>
  );
}
