import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
} from '@mantine/core';

/** Mantine's ten greys of the dark scheme, text first, replaced by the ones between our own tokens. */
const ourDark: MantineColorsTuple = [
  '#eceff3',
  '#c9d1db',
  '#a4aebb',
  '#75818f',
  '#3a434d',
  '#2f3740',
  '#20262d',
  '#181c21',
  '#111418',
  '#0b0e11',
];

/** Mantine with its contrast and naming defaults mended until axe found nothing, in both schemes. */
export const theme = createTheme({
  primaryShade: { light: 9, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  fontFamily: 'system-ui, sans-serif',
  headings: { fontFamily: 'system-ui, sans-serif', fontWeight: '650' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  respectReducedMotion: true,
  colors: { dark: ourDark },
  components: {
    Button: Button.extend({ defaultProps: { fw: 500 } }),
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    // The placeholder is a child that role=menu may not have.
    // A menu that fades away would catch the next Tab, and lose the focus with itself.
    Menu: Menu.extend({
      defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { exitDuration: 0 } },
    }),
  },
});

/**
 * Hands our tokens (tokens.css) to Mantine's own parts, so that one list of colours decides for both. Said for each
 * scheme, because Mantine's own values are, and would win over values said for both.
 */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: ourColors,
  dark: ourColors,
});

const ourColors = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-muted)',
  '--mantine-color-placeholder': 'var(--text-muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--bg)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border-control)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-blue-filled': 'var(--accent)',
  '--mantine-color-blue-filled-hover': 'var(--accent-hover)',
  '--mantine-color-blue-light-color': 'var(--accent)',
  '--mantine-color-red-filled': 'var(--danger)',
  '--mantine-color-red-light-color': 'var(--danger)',
  '--mantine-color-green-light-color': 'var(--success)',
};
