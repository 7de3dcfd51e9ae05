import type { FieldId } from '../../../../src/engine/annex/field-id';
import type { CellPosition } from '../../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import { Random } from '../../random';
import { buildSheet } from '../sheet-builder';
import { columnsOf } from './columns';
import { DOMAINS } from './content';
import { plantRowFault, plantTableFault, type PlantedFault } from './faults';
import { layOut, type TableLayout } from './layout';
import type { Plan, RowDraft } from './model';
import { planOf } from './plan';
import { cleanProject } from './project';
import { draftRow } from './row';

/** A generated annex, the truth about it, and the faults planted into it. */
export interface PlantedAnnex {
  readonly seed: number;
  readonly plan: Plan;
  readonly sheet: SheetSnapshot;
  readonly layout: TableLayout;
  /** 0-based sheet column → field. */
  readonly columns: ReadonlyMap<number, FieldId>;
  readonly projects: readonly { readonly row: number; readonly unit: string; readonly name: string }[];
  readonly faults: readonly PlantedFault[];
  /** Results that fall short of their targets for a reason that the row gives. */
  readonly disclosed: readonly CellPosition[];
}

/** A fault in about one row of four. */
const FAULTY_SHARE = 0.25;

/**
 * Makes a wide annex with known faults; the same seed makes the same.
 * @param faulty whether faults are planted; without them every row is clean
 */
export function generateAnnex(seed: number, faulty = true): PlantedAnnex {
  const plan = planOf(seed);
  const random = new Random(seed * 104_729 + 5);
  const columns = columnsOf(plan, random);
  const fields = new Set(columns.map(({ field }) => field));
  const units = unitsOf(plan, fields, random);
  const drafts = units.flat();
  const dice = new Random(seed * 31_337 + 11);
  const rowFaults = faulty && !plan.flawless ? plantRows(drafts, dice) : [];
  const layout = layOut(plan, columns, units, random);
  const cellAt = (index: number, field: FieldId): CellPosition => ({
    row: layout.projectRows[index]!,
    column: layout.columnOf.get(field)!,
  });
  const faults: PlantedFault[] = rowFaults.map(({ index, fields: at, related, ...fault }) => ({
    ...fault,
    cells: [index, ...related].flatMap((i) => at.map((field) => cellAt(i, field))),
    touches: [index, ...related].map((i) => layout.projectRows[i]!),
  }));
  const bare = buildSheet(layout.rows, {
    firstRow: plan.firstRow,
    firstColumn: plan.firstColumn,
    merges: layout.merges,
  });
  const planted = faulty ? plantTableFault({ plan, layout, drafts, sheet: bare }, faults, dice) : null;
  return {
    seed,
    plan,
    sheet: planted?.sheet ?? bare,
    layout,
    columns: new Map(columns.map(({ field }, i) => [plan.firstColumn + i, field])),
    projects: drafts.map(({ project: { unit, name } }, i) => ({ row: layout.projectRows[i]!, unit, name })),
    faults: planted ? [...faults, planted.fault] : faults,
    disclosed: drafts.flatMap(({ project: { indicators } }, i) =>
      indicators.flatMap(({ kind, reason }) => (reason ? [cellAt(i, `indicator.${kind}.result`)] : [])),
    ),
  };
}

function unitsOf(plan: Plan, fields: ReadonlySet<FieldId>, random: Random): RowDraft[][] {
  const count = random.integer(8, 40);
  const units = random.integer(1, Math.min(5, count >> 1));
  const names = new Set<string>();
  const taken = new Set<string>();
  const groups: RowDraft[][] = [];
  let index = 0;
  for (let u = 0; u < units; u++) {
    const domain = random.pick(DOMAINS);
    const unit = domain.units.find((name) => !taken.has(name)) ?? `${domain.units[0]!}第${u + 1}分部`;
    taken.add(unit);
    const size = u === units - 1 ? count - index : Math.max(1, Math.floor(count / units));
    groups.push(
      Array.from({ length: size }, () =>
        draftRow(plan, cleanProject(plan, index++, unit, domain, names, random), fields, random),
      ),
    );
  }
  return groups;
}

type RowFault = Omit<PlantedFault, 'cells' | 'touches'> & {
  readonly index: number;
  readonly fields: readonly FieldId[];
  readonly related: readonly number[];
};

function plantRows(drafts: readonly RowDraft[], dice: Random): RowFault[] {
  const found: RowFault[] = [];
  const used = new Set<string>();
  const touched = new Set<number>();
  drafts.forEach((draft, index) => {
    if (touched.has(index) || !dice.chance(FAULTY_SHARE)) return;
    const planted = plantRowFault(draft, drafts, touched, used, dice);
    if (!planted) return;
    used.add(planted.kind);
    for (const other of [index, ...planted.related]) touched.add(other);
    found.push({ ...planted, index });
  });
  return found;
}
