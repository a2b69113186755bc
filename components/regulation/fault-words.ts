import type { Messages } from '../../lib/i18n';
import type { ProfileFault } from '../../lib/regulation/check';

type Words = Messages['regulation'];

/** Where a fault stands and what it is: «Основания, строка 3, Пункт: пункта «9.9» нет…». */
export function faultWords({ path, reason, value }: ProfileFault, words: Words): string {
  const [first, ...rest] = path;
  const part = words.parts[first as keyof Words['parts']];
  const place = part ? rest : path;
  const names = place.flatMap((key) => {
    if (typeof key === 'number') return [words.row(key + 1)];
    const name = words.field[key as keyof Words['field']];
    return name === undefined ? [] : [name];
  });
  const where = [part?.title ?? words.parts.general.title, ...names].join(', ');
  return `${where}: ${words.reasons[reason](value)}`;
}
