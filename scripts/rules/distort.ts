// Spellings that people use to hide a word, one trick at a time. The compiler drops those that are
// words of their own.

const VOWELS = 'аеиоуыэюя';

/** Letters that sound or look alike; each letter may be replaced by any of its list. */
const ALIKE: Readonly<Record<string, string>> = {
  б: 'п',
  п: 'б',
  х: 'к',
  к: 'г',
  г: 'к',
  е: 'и',
  и: 'ей',
  з: 'с',
  с: 'з',
  д: 'т',
  т: 'д',
  о: 'а',
  а: 'о',
  ш: 'щ',
  ь: 'ъ',
  ж: 'ш',
  в: 'ф',
  ц: 'с',
  ю: 'у',
  я: 'а',
};

/** Changes over the whole word at once. */
const WHOLESALE: readonly (readonly [RegExp, string])[] = [
  [/б/g, 'п'],
  [/х/g, 'к'],
  [/е/g, 'и'],
  [/з/g, 'с'],
  [/г/g, 'к'],
  [/и/g, 'й'],
  [/ш/g, 'щ'],
  [/ь/g, 'ъ'],
  [/ь/g, ''],
  [/е/g, 'йо'],
  [/е/g, 'ио'],
  [/^бл/g, 'мл'],
  [/^еб/g, 'йоб'],
];
/** Pairs of wholesale changes that are seen together: `ипаный`. */
const PAIRS: readonly (readonly [number, number])[] = [
  [0, 2],
  [0, 3],
  [1, 2],
  [2, 3],
  [2, 4],
  [5, 6],
  [5, 7],
];

/** Every letter by sound at once: `саипал`. */
const BY_SOUND: Readonly<Record<string, string>> = { б: 'п', х: 'к', е: 'и', з: 'с', г: 'к' };
/** Fewer consonants stand for too many words. */
const SHORTEST_SKELETON = 4;

/** Distorted spellings of a word, itself excluded. */
export function spellings(word: string): Set<string> {
  const found = new Set<string>();
  const wholesale = WHOLESALE.map(([pattern, change]) => word.replace(pattern, change));
  for (const spelling of wholesale) found.add(spelling);
  for (const [first, second] of PAIRS) {
    const [pattern, change] = WHOLESALE[second] as readonly [RegExp, string];
    found.add((wholesale[first] as string).replace(pattern, change));
  }
  for (let at = 0; at < word.length; at++) {
    const letter = word[at] as string;
    // In a short word one other letter makes another word too easily.
    if (word.length >= 5 || 'бхегз'.includes(letter))
      for (const other of ALIKE[letter] ?? '')
        found.add(word.slice(0, at) + other + word.slice(at + 1));
    if (VOWELS.includes(letter) && word.length > 3 && at > 0)
      found.add(word.slice(0, at) + word.slice(at + 1));
  }
  found.add(Array.from(word, (letter) => BY_SOUND[letter] ?? letter).join(''));
  const consonants = [...word].filter((letter) => !VOWELS.includes(letter)).join('');
  if (consonants.length >= SHORTEST_SKELETON && consonants.length >= word.length - 4)
    found.add(consonants);
  found.delete(word);
  return found;
}
