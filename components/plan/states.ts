import {
  IconBulb,
  IconCircleCheck,
  IconCircleOff,
  IconPencil,
  IconWorldCheck,
} from '@tabler/icons-react';
import type { PlanState } from '../../lib/registry/plan';

/** The form of each state, so that colour alone carries no meaning. */
export const STATE_ICONS: Readonly<Record<PlanState, typeof IconBulb>> = {
  idea: IconBulb,
  draft: IconPencil,
  ready: IconCircleCheck,
  published: IconWorldCheck,
  dropped: IconCircleOff,
};
