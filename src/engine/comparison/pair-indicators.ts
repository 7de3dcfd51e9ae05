import type { ComparedIndicator, ComparedProject } from './compared-project';
import { likenessOfTexts, Pairing, type Pair } from './pairing';

/** So alike at least are the names, or the targets, of an indicator that was reworded. */
const REWORDED = 0.5;

/**
 * Which indicator of a project is which after it was handed in again: by kind, name and target, by less of it, then by
 * wordings that are alike. Where every project has the same columns for its indicators, the column tells.
 */
export function pairIndicators({ old, new: fresh }: Pair<ComparedProject>): Pairing<ComparedIndicator> {
  const pairing = new Pairing(old.indicators, fresh.indicators);
  const named = (parts: (one: ComparedIndicator) => readonly string[]): void =>
    pairing.byName((one) => (parts(one).includes('') ? null : parts(one).join('\n')));
  named(({ kind, name, target }) => [kind, name, target]);
  named(({ kind, name }) => [kind, name]);
  named(({ kind, target, name }) => [kind, target, name === '' ? 'unnamed' : 'named']);
  named(({ name, target }) => [name, target]);
  named(({ name }) => [name]);
  for (const alike of ['name', 'target'] as const) {
    pairing.byLikeness(pairing.oldRest, pairing.newRest, (a, b) => {
      if (a.kind !== b.kind) return 0;
      const likeness = likenessOfTexts(a[alike], b[alike]);
      return likeness >= REWORDED ? likeness : 0;
    });
  }
  pairing.byName((one) => (one.columnar || isBlank(one) ? one.kind : null));
  return pairing;
}

function isBlank({ name, target, result }: ComparedIndicator): boolean {
  return name === '' && target === '' && result === '';
}
