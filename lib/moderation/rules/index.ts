import type { Rule } from '../rule';
import { DRUGS } from './drugs';
import { FRAUD } from './fraud';
import { HATE } from './hate';
import { INSULT } from './insult';
import { MOCKERY } from './mockery';
import { OBSCENITY } from './obscenity';
import { PERSONAL_DATA } from './personal-data';
import { SPAM } from './spam';
import { THREAT_RULES } from './threat';
import { VEILED_THREATS } from './veiled-threats';

/** Every rule, for the compiler; what is shipped is `rules.compiled.json`. */
export const RULES: readonly Rule[] = [
  ...OBSCENITY,
  ...INSULT,
  ...MOCKERY,
  ...THREAT_RULES,
  ...VEILED_THREATS,
  ...HATE,
  ...SPAM,
  ...PERSONAL_DATA,
  ...DRUGS,
  ...FRAUD,
];
