import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState, type CSSProperties } from 'react';
import { MARK_COLORS } from '../../host/protocol/mark-colors';
import type { ThemeChoice } from '../state/pane-settings';

/** Fluent's theme and our own colours: the hues of the marks, and inks that are read on them. */
export interface PaneTheme {
  readonly fluent: Theme;
  readonly colors: CSSProperties;
}

const LIGHT: PaneTheme = {
  fluent: webLightTheme,
  colors: {
    '--severity-error': MARK_COLORS.error,
    '--severity-error-ink': '#8a1a1a',
    '--severity-warning': MARK_COLORS.warning,
    '--severity-warning-ink': '#6b4a00',
    '--severity-info': MARK_COLORS.info,
    '--severity-info-ink': '#174a86',
    colorScheme: 'light',
  } as CSSProperties,
};

const DARK: PaneTheme = {
  fluent: webDarkTheme,
  colors: {
    '--severity-error': '#5c2323',
    '--severity-error-ink': '#ffc9c9',
    '--severity-warning': '#544200',
    '--severity-warning-ink': '#ffe8a3',
    '--severity-info': '#1d3a5e',
    '--severity-info-ink': '#cfe3fb',
    colorScheme: 'dark',
  } as CSSProperties,
};

/** The theme chosen, or the one of the system; it follows the system while the pane is open. */
export function usePaneTheme(choice: ThemeChoice): PaneTheme {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const dark = choice === 'dark' || (choice === 'auto' && systemIsDark);
  return dark ? DARK : LIGHT;
}

function useMediaQuery(query: string): boolean {
  const [matches, setMatches] = useState(() => mediaQuery(query)?.matches ?? false);
  useEffect(() => {
    const list = mediaQuery(query);
    const listener = (): void => setMatches(list?.matches ?? false);
    list?.addEventListener?.('change', listener);
    return () => list?.removeEventListener?.('change', listener);
  }, [query]);
  return matches;
}

function mediaQuery(query: string): MediaQueryList | null {
  return typeof window.matchMedia === 'function' ? window.matchMedia(query) : null;
}
