import type { Criterion, Strength } from '../../lib/moderation/contract';
import { LOOKS } from '../../lib/settings/looks';
import { useApp } from '../app/app-context';
import classes from './marked.module.css';

interface Props {
  criterion: Criterion;
  strength?: Strength;
  /** Instead of the criterion's name, e.g. a ground with its clause. */
  title?: string;
}

/** Letter and name of a criterion: never colour alone. */
export function CriterionBadge({ criterion, strength = 'certain', title }: Props) {
  const { messages } = useApp();
  return (
    <span className={classes.badge} title={title}>
      <span
        className={classes.letter}
        data-strength={strength}
        style={{ '--hue': LOOKS[criterion].hue } as React.CSSProperties}
        aria-hidden="true"
      >
        {LOOKS[criterion].letter}
      </span>
      <span className={classes.title}>{title ?? messages.common.criterion[criterion]}</span>
    </span>
  );
}
