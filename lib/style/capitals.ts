/** The text with its first letter a capital. */
export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The text with its first letter a small one. */
export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
