import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

/**
 * The one accent: a calm petrol. White keeps more than 4.5:1 on shades 7 and 8, shade 4 on the dark
 * ground.
 */
const petrol: MantineColorsTuple = [
  '#eaf6f7',
  '#d5eaec',
  '#a9d5d9',
  '#79bfc6',
  '#52adb6',
  '#389fa9',
  '#25909b',
  '#107983',
  '#05636c',
  '#00494f',
];

/** Neutral with a breath of the accent, so that panels and accent belong together. */
const dark: MantineColorsTuple = [
  '#e4e8ea',
  '#c4ccd1',
  '#9ea9b1',
  '#74808a',
  '#3c464f',
  '#2c353c',
  '#222a30',
  '#191f24',
  '#13181c',
  '#0d1114',
];

const gray: MantineColorsTuple = [
  '#f7f9f9',
  '#eff2f3',
  '#e3e8ea',
  '#d5dcdf',
  '#bcc6cb',
  '#97a4ab',
  '#71808a',
  '#55636c',
  '#3a464e',
  '#222b31',
];

const SYSTEM_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** How all pages of ours look: colours, sizes of letters, habits of controls. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  colors: { petrol, dark, gray },
  autoContrast: true,
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace',
  headings: {
    fontFamily: SYSTEM_FONT,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'sm',
  radius: { sm: '6px', md: '10px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' }, styles: { root: { fontWeight: 500 } } },
    // Hundreds of bodies and accounts are drawn when their list is opened, not with each screen that has one.
    Combobox: { defaultProps: { keepMounted: false } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own quiet colours miss 4.5:1 on white; these do not. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6770',
    '--mantine-color-placeholder': '#66737c',
    '--mantine-color-error': '#b3261e',
    '--vakhta-sunken': '#f4f6f7',
    '--vakhta-raised': '#ffffff',
    '--vakhta-line': '#e1e6e8',
    '--vakhta-hover': '#eef3f4',
    '--vakhta-chosen': '#e2f0f1',
    '--vakhta-good': '#20683c',
    '--vakhta-warn': '#8a4b00',
    // Lightness and chroma (OKLCH) of a criterion's line and letter; its hue comes with the mark.
    '--vakhta-mark': '0.52 0.17',
    '--vakhta-mark-tint': '13%',
    '--vakhta-letter': '0.42 0.14',
  },
  dark: {
    '--mantine-color-dimmed': '#a0abb3',
    '--mantine-color-placeholder': '#8b97a0',
    '--mantine-color-error': '#ff9a8f',
    '--vakhta-sunken': '#13181c',
    '--vakhta-raised': '#1f262c',
    '--vakhta-line': '#323b43',
    '--vakhta-hover': '#262e35',
    '--vakhta-chosen': '#1b3a3e',
    '--vakhta-good': '#7fd1a0',
    '--vakhta-warn': '#f0c078',
    // Mantine's own light variant is darker than its surroundings here and reads as switched off.
    '--mantine-color-petrol-light': 'rgba(56, 159, 169, 0.24)',
    '--mantine-color-petrol-light-hover': 'rgba(56, 159, 169, 0.34)',
    '--mantine-color-petrol-light-color': '#bfe3e7',
    '--vakhta-mark': '0.76 0.14',
    '--vakhta-mark-tint': '24%',
    '--vakhta-letter': '0.88 0.09',
  },
});
