import { CRITERIA, type Criterion } from '../../lib/moderation/contract';
import { useApp } from '../app/app-context';
import { CriterionBadge } from '../text/CriterionBadge';
import { FilterMenu } from './FilterMenu';

interface Props {
  chosen: readonly Criterion[];
  onChange(criteria: Criterion[]): void;
}

/** Limits a list by criteria. */
export function CriterionFilter({ chosen, onChange }: Props) {
  const words = useApp().messages.screen;
  return (
    <FilterMenu
      label={words.criterion}
      chosen={chosen}
      options={CRITERIA.map((criterion) => ({
        value: criterion,
        label: <CriterionBadge criterion={criterion} />,
      }))}
      onChange={onChange}
    />
  );
}
