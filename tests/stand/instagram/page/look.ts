/** A class name that no other load of the page has, as the network's: nothing may lean on it. */
const hashed = () => `x${Math.random().toString(36).slice(2, 9)}`;

/** Classes that say nothing stand beside each that does, as in the network's markup. */
const NOISE = Array.from({ length: 12 }, hashed);
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/**
 * Class names for named declarations (`&` may nest); the names differ in every load. Made through
 * CSSOM, since the policy of the page lets no inline style through.
 */
export function look<Name extends string>(
  declarations: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const classes = {} as Record<Name, string>;
  for (const name of Object.keys(declarations) as Name[]) {
    const own = hashed();
    sheet.insertRule(`.${own} { ${declarations[name]} }`, sheet.cssRules.length);
    const noise = NOISE.filter(() => Math.random() < 0.4);
    classes[name] = [...noise, own].join(' ');
  }
  return classes;
}
