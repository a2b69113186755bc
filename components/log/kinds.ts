import {
  IconArrowBackUp,
  IconBookmark,
  IconCircleCheck,
  IconEyeOff,
  IconFlag,
  IconNote,
  IconTrash,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import type { ActionKind } from '../../lib/registry/schema';

/** A picture of each kind of the log, beside its word. */
export const KIND_ICONS: Partial<Record<ActionKind, typeof IconTrash>> = {
  delete: IconTrash,
  restore: IconArrowBackUp,
  hide: IconEyeOff,
  ban: IconUserOff,
  unban: IconUserCheck,
  report: IconFlag,
  keep: IconCircleCheck,
  mark: IconBookmark,
  note: IconNote,
};
