import type { AnnexView } from '../../engine/annex/annex';
import type { RecogniseOptions } from '../../engine/annex/recognise-options';
import { heldTo, type ProfileChoice } from '../../engine/profile/choose-profile';
import { StatementCache } from '../../engine/quantity';
import { byPosition } from '../../engine/review/order';
import { lookInSteps, type LookedAt } from '../../engine/review/review-sheet';
import { lookAcross, type AcrossOfAnnex, type ToldOfAnnex } from '../../engine/review/review-workbook';
import { notJudgedIn } from '../../engine/review/not-judged';
import type { Locale } from '../../engine/language';
import { chartFigures, type ChartFigures } from '../../engine/rollup/chart-figures';
import type { CellPosition } from '../../engine/sheet/address';
import type { Guard } from '../../engine/sheet/edit';
import { formulaAt, valueAt, type SheetSnapshot, type Span } from '../../engine/sheet/snapshot';
import type { WrittenCell } from '../../engine/sheet/snapshot-after';
import { CellTexts, originalIn } from '../../engine/rollup';
import { HostError, type PresentSheets, type RollupPlan } from '../../host/port';
import { differenceOf } from './difference';
import { bindFixes } from '../bound/bind-fixes';
import { followFindings } from '../bound/follow-findings';
import { lookAtChange } from '../bound/look-at-change';
import { inBulk } from '../bulk-fix';
import type { PlannedFix } from '../changes';
import { openFindings } from '../finding-state';
import { preferring } from '../preferred-fix';
import { profileSource, type ProfileSetting, type ProfilesInUse } from '../profile-setting';
import { rollupPlans, shapeOf, wordsInList } from '../rollup-plans';
import type { StoredChange } from '../state/state-document';
import type {
  BoundFixes,
  Engine,
  EngineReview,
  EngineWork,
  FollowedFindings,
  HowToReview,
  KeptId,
  LookedChange,
  OpenedSheet,
  RollupWish,
  TriedOut,
  WordsOfFindings,
} from './engine';
import { KeptSheet } from './kept-sheet';
import { KeptSheets } from './kept-sheets';
import { nextTask, Slices } from './slices';
import { sparingly } from './sparingly';

export interface EngineHereOptions {
  readonly now?: () => Date;
  /** Gives whoever else lives in this thread its turn between slices of long work. */
  readonly yieldToPage?: () => Promise<void>;
  /** Milliseconds of work after which others get their turn; absent: as few as keep a page fluent. */
  readonly slice?: number;
  /** How many cells are kept at most. */
  readonly mostCells?: number;
}

/** So many projects are looked at together: few, so that little is looked at again after an edit, and pieces are short. */
const PROJECTS_A_PORTION = 16;

/** The engine in the thread that calls it: long work comes in slices. */
export function engineHere(options: EngineHereOptions = {}): Engine {
  return new EngineHere(options);
}

class EngineHere implements Engine {
  private readonly kept: KeptSheets;
  private readonly now: () => Date;
  private readonly yieldToPage: () => Promise<void>;
  private readonly statements = new StatementCache();
  private readonly slice: number | undefined;
  /** Ids of another engine are unknown to this one. */
  private readonly name = Math.random().toString(36).slice(2);
  private count = 0;

  constructor({ now = () => new Date(), yieldToPage = nextTask, slice, mostCells }: EngineHereOptions) {
    this.now = now;
    this.yieldToPage = yieldToPage;
    this.slice = slice;
    this.kept = new KeptSheets(mostCells);
  }

  async open(snapshot: SheetSnapshot, signal?: AbortSignal, how?: RecogniseOptions): Promise<OpenedSheet> {
    const slices = this.slices(signal);
    const sheet = new KeptSheet(this.nextId(), snapshot, this.statements, how);
    const { outline } = sheet;
    this.kept.add(sheet);
    // Recognising is one piece; who waits for it has waited long.
    await slices.turn();
    return outline;
  }

  async recognised(kept: KeptId, how: RecogniseOptions): Promise<OpenedSheet> {
    const sheet = this.kept.get(kept).recognised(this.nextId(), how);
    this.kept.add(sheet);
    return sheet.outline;
  }

  async tryOut(kept: KeptId, { setting }: HowToReview, otherwise: RecogniseOptions): Promise<TriedOut> {
    const slices = this.slices(undefined);
    const { profileOf } = await profileSource(setting);
    const sheet = this.kept.get(kept);
    const other = sheet.recognised(this.nextId(), otherwise);
    const before = alone(await this.inSteps(sheet, profileOf, slices));
    const after = alone(await this.inSteps(other, profileOf, slices));
    const { annexes, guess } = other.outline;
    // Of what is only a guess, that is what is corrected.
    return { annexes: guess ? [guess.annex] : annexes, ...differenceOf(before, after) };
  }

  /** Looks at a worksheet in slices. What was seen of it before is not looked at again. */
  private async inSteps(
    sheet: KeptSheet,
    profileOf: (annex: AnnexView) => ProfileChoice,
    slices: Slices,
    onProgress?: EngineWork['onProgress'],
  ): Promise<LookedAt[]> {
    const { snapshot, annexes } = sheet;
    const steps = lookInSteps(snapshot, annexes, profileOf, {
      size: PROJECTS_A_PORTION,
      before: (annex) => sheet.seenBefore(annex),
    });
    const tell = sparingly(onProgress, this.now);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      tell({ step: 'checking', ...step.value });
      await slices.pause();
    }
    return step.value;
  }

  private slices(signal: AbortSignal | undefined): Slices {
    return new Slices(this.yieldToPage, this.now, signal, this.slice);
  }

  async patch(kept: KeptId, part: SheetSnapshot, rows: readonly Span[]): Promise<OpenedSheet> {
    const sheet = this.kept.get(kept).patched(this.nextId(), part, rows);
    this.kept.add(sheet);
    return sheet.outline;
  }

  private nextId(): KeptId {
    return `${this.name}-${++this.count}`;
  }

  async profiles(kept: KeptId, setting: ProfileSetting): Promise<ProfilesInUse> {
    const { annexes } = this.kept.get(kept);
    const { profileOf, unusable, effects } = await profileSource(setting);
    return { setting, annexes: annexes.map(profileOf), unusable, effects };
  }

  async review(
    kept: KeptId,
    { workbookId, setting, preferFormulas, heldToProfile = [], across = [] }: HowToReview,
    { onProgress, signal }: EngineWork = {},
  ): Promise<EngineReview> {
    const slices = this.slices(signal);
    const sheet = this.kept.get(kept);
    const { snapshot, annexes } = sheet;
    const { profileOf, unusable, effects } = await profileSource(setting);
    const profileHeldTo = (annex: AnnexView): ProfileChoice =>
      heldToProfile.includes(annexes.indexOf(annex)) ? heldTo(profileOf(annex)) : profileOf(annex);
    const looked = await this.inSteps(sheet, profileHeldTo, slices, onProgress);
    const reviewed = looked.map((one, i) => one.conclude(across[i] ?? null));
    onProgress?.({ step: 'checking', done: annexes.length, total: annexes.length });
    const found = reviewed.flatMap(({ findings }) => findings).sort(byPosition);
    await slices.pause();
    const open = inBulk(
      openFindings(found, snapshot, workbookId, sheet.fingerPrints).map((finding) =>
        preferring(finding, preferFormulas),
      ),
      annexes,
    );
    await slices.pause();
    const profiles = reviewed.map(({ profile }) => profile);
    sheet.keepReview(
      open,
      profiles.map(({ profile }) => profile),
      looked.map(({ memory }) => memory),
      looked.map(({ told }) => told),
    );
    return {
      profiles: { setting, annexes: profiles, unusable, effects },
      findings: open,
      outcomes: reviewed.map(({ outcomes }) => outcomes),
      notJudged: notJudgedIn(snapshot, annexes),
      byNote: reviewed.map(({ byNote }) => byNote),
      figures: sheet.figures,
    };
  }

  async told(reviewed: KeptId): Promise<readonly (ToldOfAnnex | null)[]> {
    return this.kept.get(reviewed).told;
  }

  async across(told: readonly (ToldOfAnnex | null)[]): Promise<readonly (AcrossOfAnnex | null)[]> {
    return lookAcross(told);
  }

  async follow(reviewed: KeptId, present: KeptId, findings: readonly string[]): Promise<FollowedFindings> {
    const sheet = this.kept.get(reviewed);
    const meant = findings.map((id) => foundIn(sheet, id));
    return followFindings(sheet.in(this.kept.get(present)), meant);
  }

  async place(reviewed: KeptId, present: KeptId, cell: CellPosition): Promise<CellPosition | null> {
    return this.kept.get(reviewed).in(this.kept.get(present)).place(cell);
  }

  async places(
    reviewed: KeptId,
    present: KeptId,
    cells: readonly CellPosition[],
  ): Promise<readonly (CellPosition | null)[]> {
    const followed = this.kept.get(reviewed).in(this.kept.get(present));
    return cells.map((cell) => followed.place(cell));
  }

  async originals(reviewed: KeptId, findings: readonly string[]): Promise<readonly string[]> {
    const sheet = this.kept.get(reviewed);
    const original = originalIn(new CellTexts(sheet.annexes));
    return findings.map((id) => original(foundIn(sheet, id)));
  }

  async charts(reviewed: KeptId): Promise<ChartFigures> {
    return chartFigures(this.kept.get(reviewed).annexes);
  }

  async rowGuards(reviewed: KeptId, row: number): Promise<readonly Guard[]> {
    const sheet = this.kept.get(reviewed).reviewed;
    const [seen] = sheet.versions as [SheetSnapshot];
    const guards: Guard[] = [];
    for (const each of new Set([row, sheet.ownerOf(row)?.row ?? row]))
      for (let column = seen.firstColumn; column < seen.firstColumn + seen.columnCount; column++) {
        const expected = { value: valueAt(seen, each, column), formula: formulaAt(seen, each, column) };
        guards.push({ row: each, column, expected });
      }
    return guards;
  }

  async bind(
    reviewed: KeptId,
    present: KeptId,
    fixes: readonly PlannedFix[],
    bulk: boolean,
  ): Promise<BoundFixes> {
    const sheet = this.kept.get(reviewed);
    return bindFixes(sheet.in(this.kept.get(present)), fixes, bulk);
  }

  async wrote(reviewed: KeptId, cells: readonly WrittenCell[]): Promise<void> {
    this.kept.get(reviewed).wrote(cells);
  }

  async look(present: KeptId, changes: readonly StoredChange[]): Promise<readonly LookedChange[]> {
    const { changed } = this.kept.get(present);
    return changes.map((change) => lookAtChange(change, changed));
  }

  async plans(wish: RollupWish, there: PresentSheets): Promise<readonly RollupPlan[]> {
    const { keys, locale, date, leftOut } = wish;
    const sheets = wish.sheets.map((sheet) => ({
      ...sheet,
      reviewed: this.kept.get(sheet.reviewed),
      present: this.kept.get(sheet.present),
    }));
    for (const { present, reviewed, sheetName } of sheets)
      if (shapeOf(present.annexes) !== shapeOf(reviewed.annexes))
        throw new HostError('changed', 'rows or columns of the annex have changed since the review', {
          sheet: sheetName,
        });
    const content = {
      annexes: sheets.flatMap(({ present, sheetName }) =>
        present.annexes.map((annex) => named(annex, sheetName)),
      ),
      found: sheets.flatMap(({ reviewed }) => reviewed.annexes),
      // The sheet may have been renamed since: links and keys need its name of now.
      findings: sheets.flatMap(({ reviewed, states, settled = [], sheetName }) =>
        [
          ...reviewed.findings.map((finding) => ({ ...finding, ...states[finding.id], sheetName })),
          ...settled.map((finding) => ({ ...finding, sheetName })),
        ].sort(byPosition),
      ),
      sheetNames: sheets.map(({ sheetName }) => sheetName),
      ...(leftOut && { leftOut }),
      date,
    };
    return rollupPlans(content, keys, locale, there);
  }

  async wordsInList(reviewed: KeptId, list: SheetSnapshot, locale: Locale): Promise<WordsOfFindings> {
    const { annexes, findings } = this.kept.get(reviewed);
    return wordsInList(annexes, findings, list, locale);
  }

  async close(kept: KeptId): Promise<void> {
    this.kept.drop(kept);
  }
}

/** The reviews of annexes that are not compared with others. */
function alone(looked: readonly LookedAt[]) {
  return looked.map((one) => one.conclude(null));
}

/** An annex under the name that its worksheet has by now. */
function named(annex: AnnexView, name: string): AnnexView {
  return annex.sheet.name === name ? annex : { ...annex, sheet: { ...annex.sheet, name } };
}

function foundIn(sheet: KeptSheet, id: string) {
  const finding = sheet.finding(id);
  if (finding) return finding;
  throw new Error(`no finding ${id} in the last review of ${sheet.snapshot.name}`);
}
