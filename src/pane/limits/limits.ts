import type { Capabilities } from '../../host/port';
import type { KnownLimits } from '../state/pane-state';

/** What a host does not do, where others do. */
export const LIMITS = [
  'writes',
  'marks',
  'notes',
  'charts',
  'undo',
  'interactive',
  'renames',
  'polled',
  'untold',
  'properties',
  'nowhere',
] as const;

export type Limit = (typeof LIMITS)[number];

/** Limits that are told unasked: without knowing them the reader would wait for something, or lose it. */
const GRAVE: readonly Limit[] = ['writes', 'marks', 'nowhere'];

/** Limits that are only in the help: they are no news to who meets them, and nothing is lost by them. */
const QUIET: readonly Limit[] = ['renames'];

/** What a host does not do by these capabilities, in the order of `LIMITS`. */
export function limitsOf(capabilities: Capabilities): readonly Limit[] {
  const { events, record } = capabilities;
  const lies: Readonly<Record<string, boolean>> = {
    polled: events === 'polled',
    untold: events === 'none',
    properties: record === 'properties',
    nowhere: record === 'nowhere',
  };
  return LIMITS.filter((limit) => lies[limit] ?? !capabilities[limit as keyof Capabilities]);
}

/** The limits that the reader is to be told of: at first the grave ones, and all that have come since. */
export function toldLimits({ since, read }: KnownLimits, now: Capabilities): readonly Limit[] {
  const known = limitsOf(since);
  return limitsOf(now).filter(
    (limit) => !QUIET.includes(limit) && (!known.includes(limit) || (!read && GRAVE.includes(limit))),
  );
}
