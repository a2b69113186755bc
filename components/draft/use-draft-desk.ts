import { useEffect, useState } from 'react';
import type { OwnReplacement } from '../../lib/style/own';
import { Desk } from './desk';

/**
 * A desk for the life of the component.
 * @param silent rules that the author does not want to hear of; the same set while it is the same
 * @param own the body's own replacements, likewise
 */
export function useDraftDesk(silent: ReadonlySet<string>, own: readonly OwnReplacement[]): Desk {
  const [desk] = useState(() => new Desk());
  useEffect(() => () => desk.rest(), [desk]);
  useEffect(() => desk.ignore(silent), [desk, silent]);
  useEffect(() => desk.adopt(own), [desk, own]);
  return desk;
}
