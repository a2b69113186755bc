// Comments written for this project, as people write them under posts of public bodies: they teach the
// model what harsh but civil speech is. None of them is in the development set of tests/moderation.

/** A comment and whether it insults. */
export const civilSamples: readonly { text: string; toxic: boolean }[] = [];
