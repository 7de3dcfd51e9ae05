import type { SpreadsheetHost } from '../host/port';
import { dismissalsOf } from './dismissals';
import type { Engine } from './engine/engine';
import { sheetAmong } from './find-sheet';
import type { SheetCopies } from './sheet-copies';
import type { Dismissal, StateDocument } from './state/state-document';

/** The fingerprints of this version are digests, all of one length; those of the version before were shorter. */
const DIGEST_LENGTH = 43;

/**
 * Received dismissals, each bound to what it is said of by a fingerprint that nobody can make fit something else. Those of
 * the version before had a weak one: they are looked for in their worksheets as these are now. What is not found there
 * was said of other contents and holds for nothing; it is left out.
 */
export async function rebound(
  host: SpreadsheetHost,
  engine: Engine,
  copies: SheetCopies,
  { profile: setting }: StateDocument,
  dismissals: readonly Dismissal[],
): Promise<readonly Dismissal[]> {
  const weak = new Set(dismissals.filter(({ fingerprint }) => fingerprint.length !== DIGEST_LENGTH));
  if (weak.size === 0) return dismissals;
  const bound = new Map<Dismissal, Dismissal>();
  const sheets = new Map<string, Dismissal[]>();
  const refs = await host.sheets();
  for (const one of weak) {
    const sheet = sheetAmong(refs, one);
    if (sheet) sheets.set(sheet.id, [...(sheets.get(sheet.id) ?? []), one]);
  }
  for (const [sheetId, own] of sheets) {
    const { kept } = await copies.present(sheetId);
    const { findings: open } = await engine.review(kept, { workbookId: '', setting });
    const byId = new Map(open.map((finding) => [finding.id, finding]));
    for (const [id, dismissal] of dismissalsOf(open, own)) {
      const { fingerprint, among } = byId.get(id)!.origin!;
      bound.set(dismissal, { ...dismissal, finding: id, fingerprint, among });
    }
  }
  return dismissals.flatMap((one) => (weak.has(one) ? (bound.get(one) ?? []) : one));
}
