import * as z from 'zod/mini';
import { CRITERIA, type Criterion, type Finding } from '../moderation/contract';

/** A ground for removal: what the regulation calls it and where it says so. */
const groundSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  /** The criterion whose findings suggest this ground; null for grounds chosen by hand only. */
  criterion: z.nullable(z.enum(CRITERIA)),
  clause: z.string(),
  title: z.object({ ru: z.string(), en: z.string() }),
});

/** Figures and grounds of one region's regulation. Everything that cites a clause takes it from here. */
export const regulationProfileSchema = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  /** IANA name; days and hours in screens and exports are those of this zone. */
  timeZone: z.string(),
  /** In the order of the digit keys 1–9. */
  grounds: z.array(groundSchema).check(z.minLength(1), z.maxLength(9)),
  /** Publications a week, clause 2.2 of the Kuzbass Procedure. */
  weeklyNorm: z.int().check(z.positive()),
  /** Months after which personal data in evidence are erased. */
  retentionMonths: z.int().check(z.positive()),
});
export type Ground = z.infer<typeof groundSchema>;
export type RegulationProfile = z.infer<typeof regulationProfileSchema>;

/** Decree of the Government of the Kemerovo Region – Kuzbass No. 66 of 14 February 2020, Procedure. */
export const KUZBASS: RegulationProfile = {
  id: 'kuzbass-66',
  title: 'Кузбасс, постановление № 66 от 14.02.2020',
  source: 'Постановление Правительства Кемеровской области – Кузбасса от 14.02.2020 № 66',
  timeZone: 'Asia/Novokuznetsk',
  grounds: [
    {
      id: 'obscenity',
      criterion: 'obscenity',
      clause: '2.6',
      title: { ru: 'Нецензурная речь', en: 'Obscene language' },
    },
    {
      id: 'insult',
      criterion: 'insult',
      clause: '2.6',
      title: { ru: 'Оскорбление', en: 'Insult' },
    },
    {
      id: 'threat',
      criterion: 'threat',
      clause: '2.6',
      title: { ru: 'Угроза, призыв к насилию', en: 'Threat or call to violence' },
    },
    {
      id: 'hate',
      criterion: 'hate',
      clause: '2.6',
      title: { ru: 'Вражда и ненависть', en: 'Hatred' },
    },
    {
      id: 'spam',
      criterion: 'spam',
      clause: '2.6',
      title: { ru: 'Спам-рассылка', en: 'Spam mailing' },
    },
    {
      id: 'personal-data',
      criterion: 'personal-data',
      clause: '2.6',
      title: { ru: 'Чужие личные данные', en: 'Personal data of others' },
    },
    {
      id: 'drugs',
      criterion: 'drugs',
      clause: '2.6',
      title: { ru: 'Наркотики, запрещённые товары', en: 'Drugs and illegal goods' },
    },
    { id: 'fraud', criterion: 'fraud', clause: '2.6', title: { ru: 'Мошенничество', en: 'Fraud' } },
    {
      id: 'law',
      criterion: 'custom',
      clause: '2.6',
      title: { ru: 'Иное нарушение закона', en: 'Other breach of law' },
    },
  ],
  weeklyNorm: 10,
  retentionMonths: 36,
};

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
