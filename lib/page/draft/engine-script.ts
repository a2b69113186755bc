import { createReviewer } from '../../style';
import { handOver } from './handover';

/** All that the second content script does. */
export function startDraftEngine(): void {
  handOver({ createReviewer });
}
