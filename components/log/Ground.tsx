import type { Criterion } from '../../lib/moderation/contract';
import { useApp } from '../app/app-context';
import { CriterionBadge } from '../text/CriterionBadge';

interface Props {
  ground: string | null;
  criterion: Criterion | null;
  clause: string | null;
}

/** «О Оскорбление, п. 2.6»; nothing where there is no ground. */
export function Ground({ ground, criterion, clause }: Props) {
  const { locale, messages, profile } = useApp();
  const known = profile.grounds.find(({ id }) => id === ground);
  const letter = criterion ?? known?.criterion ?? null;
  const title =
    known?.title[locale] ??
    ground ??
    (criterion === null ? null : messages.common.criterion[criterion]);
  if (title === null) return null;
  const full = clause === null ? title : `${title}, ${messages.log.point(clause)}`;
  return letter === null ? <span>{full}</span> : <CriterionBadge criterion={letter} title={full} />;
}
