import * as z from 'zod/mini';
import { CRITERIA } from '../../lib/moderation/contract';
import { ENTRY_KINDS, PHRASE_LIMIT } from '../../lib/moderation/dictionary';
import { searchSchema } from '../screen/search-schema';

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  search: searchSchema,
  kind: z.catch(z.nullable(z.enum(ENTRY_KINDS)), null),
  criteria: z.catch(z.array(z.enum(CRITERIA)), []),
  /** Id of the entry that stands open. */
  entry: z.catch(z.nullable(z.uuid()), null),
  /** The words of a new entry that is being written; empty for none yet. */
  add: z.catch(z.nullable(z.string().check(z.maxLength(PHRASE_LIMIT))), null),
});

/** What the screen shows, as its address says it. */
export type RulesView = z.infer<typeof viewSchema>;

/** The whole dictionary with nothing open. */
export const WHOLE_DICTIONARY: RulesView = viewSchema.parse({});

/** Reads the part of the address after `?`. */
export function readRules(search: string): RulesView {
  const parameters = new URLSearchParams(search);
  return viewSchema.parse({
    search: parameters.get('q') ?? '',
    kind: parameters.get('kind'),
    criteria: parameters.getAll('criterion'),
    entry: parameters.get('entry'),
    add: parameters.get('add'),
  });
}

/** The address of the screen as this view shows it, `/rules?…`; what is usual is left out. */
export function rulesAddress(view: RulesView): string {
  const parameters = new URLSearchParams();
  if (view.search !== '') parameters.set('q', view.search);
  if (view.kind !== null) parameters.set('kind', view.kind);
  for (const criterion of view.criteria) parameters.append('criterion', criterion);
  if (view.entry !== null) parameters.set('entry', view.entry);
  if (view.add !== null) parameters.set('add', view.add);
  const query = parameters.toString();
  return query === '' ? '/rules' : `/rules?${query}`;
}
