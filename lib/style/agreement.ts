import { gendersOf, isAdjective, moveAdjective } from '../language/morphology/adjectives';
import type { Case, Gender } from '../language/morphology/endings';
import { upperFirst } from './capitals';
import { AGREES, AGREES_IN_NUMBER, type Place } from './clause';
import type { Match } from './matcher';
import { GOVERNMENT } from './prepositions';
import { isPronoun } from './readings';

// What around a noun agreed with it has to agree with the one that takes its place.

/** A form of a noun, as the words around it see it. */
export interface NounForm {
  gender: Gender;
  case: Case;
  plural: boolean;
  animate: boolean;
}

/** A noun that takes another's place, with which the words around have to agree. */
export interface NewHead {
  /** What the old one may be here. */
  from: readonly NounForm[];
  to: Gender;
  animate: boolean;
}

/** Adjectives of the text right before the match follow the gender of the new noun. */
export function moveAdjectives(
  head: NewHead,
  match: Match,
  place: Place,
): { first: number; text: string } | null {
  const { tokens } = place;
  let first = match.first;
  const same = head.from.every((form) => form.gender === head.to && form.animate === head.animate);
  let moved = '';
  while (first > place.first) {
    const token = tokens[first - 1];
    if (token?.kind !== 'word' || GOVERNMENT.has(token.plain)) break;
    const options = new Set<string>();
    for (const form of head.from) {
      const describes = isAdjective(token.plain, form.case) || isPronoun(token.plain);
      if (!describes || !gendersOf(token.plain, form.case, form.animate).includes(form.gender))
        continue;
      const changed = moveAdjective(
        token.plain,
        { case: form.case, gender: form.gender, animate: form.animate },
        { case: form.case, gender: head.to, animate: head.animate },
      );
      if (changed === null) return null;
      options.add(changed);
    }
    if (options.size === 0) break;
    if (same) return { first: match.first, text: '' };
    if (options.size > 1) return null;
    const [word = ''] = options;
    moved = `${token.capital ? upperFirst(word) : word} ${moved}`;
    first -= 1;
  }
  return { first, text: moved };
}

/** A verb or participle that agrees with the replaced noun would be left behind: then nothing is offered. */
export function agreesAround(head: NewHead, match: Match, place: Place): boolean {
  const subject = head.from.some((form) => form.case === 'nomn' || form.case === 'accs');
  if (head.from.every((form) => form.gender === head.to)) return true;
  const { tokens } = place;
  const after = tokens[match.last];
  const next = tokens[match.last + 1];
  // «…, которое», «…, расположенное»: what follows agrees with the old noun.
  if (after?.plain === ',' && next?.kind === 'word') {
    if (/^котор/u.test(next.plain)) return false;
    if (
      /(?:нн|вш|щ|м)(?:ый|ий|ое|ее|ая|яя|ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю)(?:ся)?$/u.test(
        next.plain,
      )
    )
      return false;
  }
  if (!subject) return true;
  const begin = tokens[match.first - 1];
  if (match.first > place.first && begin?.kind === 'word' && GOVERNMENT.has(begin.plain))
    return true;
  const numberChanges = head.from.some((form) => form.plural !== (head.to === 'p'));
  const agreeing = head.from.map(
    (form) => (numberChanges ? AGREES_IN_NUMBER : AGREES)[form.gender],
  );
  for (
    let index = Math.max(place.first, match.first - 6);
    index < Math.min(place.last, match.last + 7);
    index += 1
  ) {
    if (index >= match.first && index < match.last) continue;
    const token = tokens[index];
    if (token?.kind !== 'word' || token.plain.length < 4) continue;
    if (agreeing.some((form) => form.test(token.plain))) return false;
  }
  return true;
}
