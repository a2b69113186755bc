/**
 * The anchor of a heading of the guide, as GitHub makes it: lower case, spaces as hyphens, no other signs.
 */
export const guideAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/** The guide as it lies in the package, at a heading. */
export const guideAddress = (heading: string): string => `/guide.html#${guideAnchor(heading)}`;
