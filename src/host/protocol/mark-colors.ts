import type { MarkSeverity } from '../port';

/** The colours of marks, "#RRGGBB"; the pane uses the same hues. */
export const MARK_COLORS: Readonly<Record<MarkSeverity, string>> = {
  error: '#F8C7C7',
  warning: '#FFE8A3',
  info: '#D6E6FA',
};
