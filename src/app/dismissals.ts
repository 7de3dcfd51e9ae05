import type { ReviewFinding } from './reviewer';
import type { Dismissal } from './state/state-document';

/** Where a finding stands, for comparing it with what was recorded. */
interface Place {
  readonly sheetId: string;
  readonly sheetName: string;
}

type Dismissible = Pick<ReviewFinding, 'id' | 'sheetId' | 'sheetName' | 'origin'>;

/** Whether something recorded is of a worksheet: by id, or by name where a host gave it another id since. */
export function sameSheet(recorded: Place, place: Place): boolean {
  return recorded.sheetId === place.sheetId || recorded.sheetName === place.sheetName;
}

/** The parts of a finding's id: "rule!A1!message", "#2" behind it where a rule says the same of a cell again. */
export function partsOfId(id: string): {
  readonly rule: string;
  readonly address: string;
  readonly message: string;
} {
  const [rule = '', address = '', message = ''] = id.split('!');
  return { rule, address, message: message.replace(/#\d+$/, '') };
}

/**
 * Which findings of one worksheet are set aside, by their ids. What a dismissal was said of is known by its contents,
 * wherever it stands now; only where contents do not tell it from others does its cell decide.
 */
export function dismissalsOf(
  findings: readonly Dismissible[],
  dismissals: readonly Dismissal[],
): ReadonlyMap<string, Dismissal> {
  const found = new Map<string, Dismissal>();
  const [first] = findings;
  if (!first || dismissals.length === 0) return found;
  const byContent = new Map<string, Dismissible>();
  const byId = new Map<string, Dismissible>();
  for (const finding of findings) {
    for (const origin of [finding.origin?.former, finding.origin]) {
      const content = contentKey(finding.id, origin);
      if (content !== null) byContent.set(content, finding);
    }
    byId.set(finding.id, finding);
  }
  const left: Dismissal[] = [];
  for (const dismissal of dismissals) {
    if (!sameSheet(dismissal, first)) continue;
    const content = contentKey(dismissal.finding, dismissal);
    const meant = content === null ? undefined : byContent.get(content);
    if (meant) found.set(meant.id, dismissal);
    else left.push(dismissal);
  }
  for (const dismissal of left) {
    const meant = byId.get(dismissal.finding);
    if (!meant?.origin || found.has(meant.id)) continue;
    const { fingerprint, former } = meant.origin;
    if (dismissal.fingerprint === fingerprint || dismissal.fingerprint === former?.fingerprint)
      found.set(meant.id, dismissal);
  }
  return found;
}

/** The dismissals without those of some findings; the same list where there is none of them. */
export function withoutDismissalsOf(
  findings: readonly Dismissible[],
  dismissals: readonly Dismissal[],
): readonly Dismissal[] {
  const bySheet = new Map<string, Dismissible[]>();
  for (const finding of findings) {
    const own = bySheet.get(finding.sheetId);
    if (own) own.push(finding);
    else bySheet.set(finding.sheetId, [finding]);
  }
  const lifted = new Set<Dismissal>();
  for (const own of bySheet.values())
    for (const dismissal of dismissalsOf(own, dismissals).values()) lifted.add(dismissal);
  return lifted.size === 0 ? dismissals : dismissals.filter((dismissal) => !lifted.has(dismissal));
}

/** What tells one dismissal from another. */
export function dismissalKey({ id, finding, sheetId, fingerprint, among, at }: Dismissal): string {
  return id ?? [finding, sheetId, fingerprint, among ?? '', at].join(' ');
}

/** `null` where it is not known which of several equal ones is meant. */
function contentKey(
  id: string,
  origin: { readonly fingerprint: string; readonly among?: string } | undefined,
): string | null {
  if (!origin?.among) return null;
  const { rule, message } = partsOfId(id);
  return `${rule}!${message}!${origin.fingerprint}!${origin.among}`;
}
