/** Words of a text come again and again; a memory of them is dropped when it grows. */
const MOST_KNOWN = 8_000;
/** What is longer is no word that would come again. */
const LONGEST = 40;

/** The same as `make`, which must depend on the word alone, but each word is looked at once. */
export function remembered<Value>(make: (word: string) => Value): (word: string) => Value {
  let known = new Map<string, Value>();
  return (word) => {
    if (word.length > LONGEST) return make(word);
    let value = known.get(word);
    if (value === undefined) {
      if (known.size >= MOST_KNOWN) known = new Map();
      value = make(word);
      known.set(word, value);
    }
    return value;
  };
}
