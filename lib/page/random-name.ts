/**
 * A name that nobody can know beforehand: eight Latin letters. What the page can list (the overlay's
 * element, the marks) bears such names, so that a script cannot ask for Vakhta by name.
 */
export const randomName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  ).join('');
