import type { Rule } from '../rule';
import { DRUGS } from './drugs';
import { FRAUD } from './fraud';
import { HATE } from './hate';
import { INSULT } from './insult';
import { OBSCENITY } from './obscenity';
import { PERSONAL_DATA } from './personal-data';
import { SPAM } from './spam';
import { THREAT_RULES } from './threat';

/** Every rule, for the compiler; what is shipped is `rules.compiled.json`. */
export const RULES: readonly Rule[] = [
  ...OBSCENITY,
  ...INSULT,
  ...THREAT_RULES,
  ...HATE,
  ...SPAM,
  ...PERSONAL_DATA,
  ...DRUGS,
  ...FRAUD,
];
