import { HostError } from '../port';
import { EtFailure } from './et-call';

/** Any failure as the port's error. WPS has no codes: what it says is for people, and never decides anything. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const message = error instanceof Error ? error.message : 'WPS refused a call';
  return new HostError('failed', message, error instanceof EtFailure ? { cause: error } : {});
}
