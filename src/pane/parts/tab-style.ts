import { tokens } from '@fluentui/react-components';

/** One of several ways to show a list, of which one is chosen: a button underlined. */
export const TAB_STYLE = {
  padding: '0 6px',
  border: 'none',
  borderBottom: '2px solid transparent',
  background: 'none',
  color: tokens.colorNeutralForeground2,
  font: 'inherit',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  ':hover': { color: tokens.colorNeutralForeground1 },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
} as const;

/** What is laid over it while it is the chosen one. */
export const CHOSEN_TAB_STYLE = {
  color: tokens.colorNeutralForeground1,
  fontWeight: tokens.fontWeightSemibold,
  borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
} as const;
