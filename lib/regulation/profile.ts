import * as z from 'zod/mini';
import { CRITERIA, type Criterion, type Finding } from '../moderation/contract';
import { NETWORK_IDS } from '../networks/hosts';
import { isZone } from './zone';

export { KUZBASS } from './kuzbass';

const idSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const titleSchema = z.object({
  ru: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  en: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});
/** Number of a clause as it is written after «п.»; must be one of `clauses`. */
const clauseSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

const listOf = <Item extends z.ZodMiniType>(item: Item, most: number) =>
  z.array(item).check(z.minLength(1), z.maxLength(most));

/** A ground for removal: what the regulation calls it and where it says so. */
const groundSchema = z.object({
  id: idSchema,
  /** The criterion whose findings suggest this ground; null for grounds chosen by hand only. */
  criterion: z.nullable(z.enum(CRITERIA)),
  clause: clauseSchema,
  title: titleSchema,
});

/** A kind of body and how many publications a week are expected of each of its accounts. */
const bodyKindSchema = z.object({
  id: idSchema,
  title: titleSchema,
  weeklyNorm: z.int().check(z.positive(), z.lte(1_000)),
});

const formatSchema = z.object({ id: idSchema, title: titleSchema });

const checkItemSchema = z.object({
  id: idSchema,
  title: titleSchema,
  /** Days after which the answer is too old. */
  everyDays: z.int().check(z.positive(), z.lte(3_660)),
});

const checklistSchema = z.object({
  id: idSchema,
  clause: clauseSchema,
  title: titleSchema,
  items: listOf(checkItemSchema, 50),
});

const shape = z.object({
  id: idSchema,
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** The act in full. */
  source: z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000)),
  /** IANA name; days and hours in screens and exports are those of this zone. */
  timeZone: z.string().check(z.refine((zone) => isZone(zone), { error: 'zone' })),
  /** What the act says, clause by clause. All that is cited elsewhere must stand here. */
  clauses: listOf(
    z.object({ number: clauseSchema, text: z.string().check(z.maxLength(2_000)) }),
    200,
  ),
  networks: z.object({
    clause: clauseSchema,
    ids: listOf(z.enum(NETWORK_IDS), NETWORK_IDS.length),
  }),
  norm: z.object({ clause: clauseSchema, kinds: listOf(bodyKindSchema, 20) }),
  formats: z.object({ clause: clauseSchema, list: listOf(formatSchema, 40) }),
  /** Reporting of accounts that were created or deleted. */
  notices: z.object({ clause: clauseSchema, days: z.int().check(z.positive(), z.lte(365)) }),
  /** Publishing of the registry on the site. */
  publishing: z.object({ clause: clauseSchema }),
  style: z.object({
    clause: clauseSchema,
    demands: listOf(z.object({ id: idSchema, title: titleSchema }), 20),
  }),
  /** In the order of the digit keys 1–9. */
  grounds: listOf(groundSchema, 9),
  checklists: z.array(checklistSchema).check(z.maxLength(10)),
  /** The blacklist is offered for an author with so many violations in so many days. */
  offenders: z.object({
    clause: clauseSchema,
    violations: z.int().check(z.positive(), z.lte(1_000)),
    days: z.int().check(z.positive(), z.lte(3_660)),
  }),
  /** Months after which personal data in evidence are erased. */
  retentionMonths: z.int().check(z.positive(), z.lte(600)),
});

type Shape = z.infer<typeof shape>;
type Path = (string | number)[];

/** Every citation of a clause, and where it stands. */
function citations(profile: Shape): [Path, string][] {
  const { networks, norm, formats, notices, publishing, style, offenders } = profile;
  const parts = { networks, norm, formats, notices, publishing, style, offenders };
  return [
    ...Object.entries(parts).map(([part, { clause }]): [Path, string] => [
      [part, 'clause'],
      clause,
    ]),
    ...profile.grounds.map(({ clause }, i): [Path, string] => [['grounds', i, 'clause'], clause]),
    ...profile.checklists.map(({ clause }, i): [Path, string] => [
      ['checklists', i, 'clause'],
      clause,
    ]),
  ];
}

/** Every list whose members must differ: where it stands and by what. */
function namedLists(profile: Shape): [Path, string, readonly string[]][] {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    [['clauses'], 'number', profile.clauses.map(({ number }) => number)],
    [['networks', 'ids'], '', profile.networks.ids],
    [['norm', 'kinds'], 'id', ids(profile.norm.kinds)],
    [['formats', 'list'], 'id', ids(profile.formats.list)],
    [['style', 'demands'], 'id', ids(profile.style.demands)],
    [['grounds'], 'id', ids(profile.grounds)],
    [['checklists'], 'id', ids(profile.checklists)],
    ...profile.checklists.map(({ items }, place): [Path, string, readonly string[]] => [
      ['checklists', place, 'items'],
      'id',
      ids(items),
    ]),
  ];
}

/**
 * Figures and grounds of one region's regulation. Everything that cites a clause takes it from here.
 * Beside the shape it is checked that each cited clause is there and that no id stands twice.
 */
export const regulationProfileSchema = shape.check((context) => {
  const profile = context.value;
  const known = new Set(profile.clauses.map(({ number }) => number));
  for (const [path, clause] of citations(profile))
    if (!known.has(clause))
      context.issues.push({ code: 'custom', input: clause, path, message: 'clause' });
  for (const [path, field, names] of namedLists(profile))
    for (const [place, name] of names.entries())
      if (names.indexOf(name) !== place)
        context.issues.push({
          code: 'custom',
          input: name,
          path: [...path, place, ...(field === '' ? [] : [field])],
          message: 'twice',
        });
});
export type RegulationProfile = Shape;
export type Ground = RegulationProfile['grounds'][number];
export type BodyKind = RegulationProfile['norm']['kinds'][number];

/** The ground that findings of `criterion` suggest, or undefined when the profile has none. */
export function groundOf(profile: RegulationProfile, criterion: Criterion): Ground | undefined {
  return profile.grounds.find((ground) => ground.criterion === criterion);
}

/** The ground that a finding suggests: the one its rule names, else its criterion's. */
export function suggestedGround(
  profile: RegulationProfile,
  { criterion, ground }: Pick<Finding, 'criterion' | 'ground'>,
): Ground | undefined {
  const named = profile.grounds.find(({ id }) => id === ground);
  return named ?? groundOf(profile, criterion);
}

/** The kind of body with this id; the profile's last one, the plainest, where it knows no such kind. */
export function bodyKind(profile: Pick<RegulationProfile, 'norm'>, id: string): BodyKind {
  const { kinds } = profile.norm;
  const kind = kinds.find((one) => one.id === id) ?? kinds.at(-1);
  if (!kind) throw new Error('A profile has at least one kind of body');
  return kind;
}

/** Text of a clause; empty where the profile has none. */
export function clauseText(profile: RegulationProfile, number: string): string {
  return profile.clauses.find((clause) => clause.number === number)?.text ?? '';
}
