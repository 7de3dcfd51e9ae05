import type { FieldId } from '../../../../src/engine/annex/field-id';
import { parseAddress } from '../../../../src/engine/sheet/address';
import { Random } from '../../random';
import { plantRowFault } from '../annex-generator/faults';
import { indicatorField } from '../annex-generator/faults/change';
import type { RateStyle as TableRate, RowDraft } from '../annex-generator/model';
import { draftRow } from '../annex-generator/row';
import type { CellInput } from '../sheet-builder';
import { Canvas } from './canvas';
import { FORM_FAULTS, weightCells, type FormFaultKind } from './faults';
import type { FormContent, FormFault, FormOptions } from './model';
import type { FormStyle } from './styles/style';
import { FormWriter } from './writer';

/** A form before it is drawn, and how: the same seed draws the same. */
export interface FormPlan {
  readonly style: FormStyle;
  readonly content: FormContent;
  readonly options: FormOptions;
  readonly seed: number;
}

/** A fault of a row of a table, put into a form: its fields, and what the form says with it. */
export interface PlantedContent {
  readonly content: FormContent;
  readonly kind: string;
  readonly rules: readonly string[];
  readonly note: boolean;
  readonly fields: readonly FieldId[];
}

/** One form cannot tell whether its way is that of its place: a note is enough. */
const NOTES: ReadonlySet<string> = new Set(['rate as text', 'weights of the levels']);

/** What a form must have so that the fault is one that can be seen in it; those not named can stand in any. */
const CAN_STAND: Readonly<
  Record<string, (form: FormPlan, fields: ReadonlyMap<FieldId, CellInput>, row: RowDraft) => boolean>
> = {
  'rate as text': ({ content }) => content.rate !== 'text',
  // Without a percent format 98.06 is as good as 98.06%.
  'rate typed as percent': (_form, _fields, { cells }) => {
    const rate = cells.get('executionRate');
    return typeof rate === 'object' && rate !== null && 'format' in rate && rate.format === '0.00%';
  },
  'name and content differ': (_form, fields) => fields.has('projectName') && fields.has('annualGoal'),
  'another year': ({ options }) => options.titled,
  // One source may be one of several.
  'fund sources do not add up': ({ style }) => style.needs.funds.length > 1,
  // All amounts of a form alike may be as they are: no other project says that they are too much, or too little.
  'amounts in another unit': () => false,
  // Rows that the template has filled are left in forms everywhere.
  'template row left': () => false,
  // Why the money was not spent stands for every indicator, where the form has but one place for reasons.
  'target too low': ({ style }) => style.id !== 'hubei',
  // Notes that speak of bands without giving them leave it open what a partial effect earns.
  'full points for a partial effect': ({ options, style }) => !options.notes && hasLevels(style),
  'weights not 100': (_form, fields) => hasWeights(fields),
  'weights of the levels': ({ style }, fields) => hasWeights(fields) && hasLevels(style),
  'quantity in words': ({ style }) => hasLevels(style),
  'deadline answered in words': ({ style }) => hasLevels(style),
  'money as quantity': ({ style }) => hasLevels(style),
  'cost under benefit': ({ style }) => hasLevels(style),
  'no satisfaction under satisfaction': ({ style }) => hasLevels(style),
  'same indicator in two dimensions': ({ style }) => hasLevels(style),
  'points in the place of values': ({ content, style, options }, _fields, { project }) =>
    project.indicators.length === content.indicators.length && style.id !== 'ningxia' && !options.parts,
};

/** Without levels the form does not say of which kind its indicators are. */
function hasLevels({ id }: FormStyle): boolean {
  return id !== 'chongqing';
}

/** Faults of the points of indicators: without a place for what they are out of nobody can tell. */
function needsWeights(fields: readonly FieldId[]): boolean {
  return fields.some((field) => field.startsWith('indicator.') && /\.(?:score|weight)$/.test(field));
}

/** Plants one of the faults that rows of tables have; `null` where none can stand in the form. */
export function plantRowFaultInForm(form: FormPlan, dice: Random): PlantedContent | null {
  const { content, options } = form;
  const drawn = drawForm(form, new Canvas(0), 0);
  const clean = valuesOf(drawn);
  if (drawn.firstOf.size === 0) return null;
  const used = new Set<string>();
  for (;;) {
    const draft = draftOf(content, clean);
    const planted = plantRowFault(draft, [draft], new Set([0]), used, dice);
    if (!planted) return null;
    used.add(planted.kind);
    const changed = [...clean].filter(([field, value]) => draft.cells.get(field) !== value);
    if (planted.fields.length === 0 || changed.length === 0) continue;
    if (CAN_STAND[planted.kind]?.(form, clean, draft) === false) continue;
    if (needsWeights(planted.fields) && !hasWeights(clean)) continue;
    const instead = new Map(
      [...clean.keys()].map((field) => [field, draft.cells.get(field) ?? null] as const),
    );
    settleFormula(draft, instead);
    return {
      content: { ...content, amounts: draft.amounts, instead },
      kind: planted.kind,
      rules:
        options.levelPoints && planted.kind === 'weights of the levels'
          ? [...planted.rules, 'weight-sum-not-100']
          : planted.rules,
      note: planted.note || NOTES.has(planted.kind),
      fields: planted.fields,
    };
  }
}

function hasWeights(fields: ReadonlyMap<FieldId, CellInput>): boolean {
  return [...fields.keys()].some((field) => field.startsWith('indicator.') && field.endsWith('.weight'));
}

/** Plants one of the faults that only forms have, into one that is drawn; `null` where none can stand there. */
export function plantFormFault(writer: FormWriter, dice: Random): FormFault | null {
  const deck = FORM_FAULTS.map((fault) => [dice.next(), fault] as const).sort(([a], [b]) => a - b);
  for (const [, fault] of deck) {
    const cells = fault.plant(writer, dice);
    if (cells) return faultOf(fault, cells);
  }
  return null;
}

function faultOf({ kind, rules, note }: FormFaultKind, cells: readonly string[]): FormFault {
  return { kind, rules, note: note ?? false, cells };
}

/** Draws a form; the same plan draws the same. */
export function drawForm(
  { style, content, options, seed }: FormPlan,
  canvas: Canvas,
  column: number,
): FormWriter {
  const writer = new FormWriter(canvas, column, content, options, new Random(seed));
  style.draw(writer);
  return writer;
}

/** Where a fault that was put into the content of a form stands. */
export function faultIn(writer: FormWriter, { kind, rules, note, fields }: PlantedContent): FormFault {
  const cells = fields.flatMap((field) => addressesOf(writer, field));
  return {
    kind,
    rules,
    note,
    cells: rules.includes('weight-sum-not-100') ? [...cells, ...weightCells(writer)] : cells,
  };
}

function addressesOf({ fields, firstOf }: FormWriter, field: FieldId): string[] {
  for (const [kind, { cells }] of firstOf)
    for (const [role, address] of Object.entries(cells))
      if (indicatorField(kind, role as 'name') === field) return [address];
  return Object.keys(fields)
    .filter((address) => fields[address] === field)
    .slice(0, 1);
}

/** What the first cell of each field holds. */
function valuesOf({ fields, firstOf, canvas }: FormWriter): Map<FieldId, CellInput> {
  const values = new Map<FieldId, CellInput>();
  const note = (field: FieldId, address: string): void => {
    const { row, column } = parseAddress(address)!;
    if (!values.has(field)) values.set(field, canvas.at(row, column));
  };
  for (const [address, field] of Object.entries(fields)) note(field, address);
  for (const [kind, { cells }] of firstOf)
    for (const [role, address] of Object.entries(cells)) note(indicatorField(kind, role as 'name'), address);
  return values;
}

const RATES: Readonly<Record<FormContent['rate'], TableRate>> = {
  fraction: 'fraction',
  bare: 'bare',
  percent: 'percent',
  text: 'fraction',
  formula: 'formula',
};

/** The form as a row of a table, for the faults that rows have. */
function draftOf(content: FormContent, clean: ReadonlyMap<FieldId, CellInput>): RowDraft {
  const { plan, project, indicators, totalScore, ratePoints } = content;
  const own = indicators.filter(
    (indicator, i) =>
      indicators[i - 1]?.kind !== indicator.kind && clean.has(indicatorField(indicator.kind, 'name')),
  );
  const scored = clean.has('totalScore') && own.every(({ kind }) => clean.has(indicatorField(kind, 'score')));
  const draft = draftRow(
    { ...plan, scored, rateStyle: RATES[content.rate], kinds: own.map(({ kind }) => kind) },
    { ...project, indicators: own, totalScore },
    new Set(clean.keys()),
    new Random(1),
  );
  draft.cells.set('executionRate.weight', ratePoints);
  for (const [field, value] of clean) draft.cells.set(field, value);
  return draft;
}

/** A rate that is a formula follows the amounts that were changed. */
function settleFormula({ plan, amounts }: RowDraft, instead: Map<FieldId, CellInput>): void {
  const [budget, actual] = [amounts.get('budget')!, amounts.get('actual')!];
  const rate = instead.get('executionRate');
  if (plan.rateStyle !== 'formula' || typeof rate !== 'object' || rate === null || !('formula' in rate))
    return;
  const { value } = rate;
  if (typeof value === 'number' && budget !== 0)
    instead.set('executionRate', { ...rate, value: actual / budget, formula: '={actual}/{budget}' });
}
