import type { FieldId } from '../../../../src/engine/annex/field-id';
import { columnLetters, parseAddress, toRangeAddress } from '../../../../src/engine/sheet/address';
import { valueAt, type SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import { Random } from '../../random';
import { generateWide } from '../wide-generator';
import { Canvas } from './canvas';
import { formContent } from './content';
import type { FormFault, FormOptions, FormTruth, GeneratedForms, LevelStyle, WideTruth } from './model';
import { drawForm, faultIn, plantFormFault, plantRowFaultInForm, type FormPlan } from './plant';
import { STYLES } from './styles';
import type { FormStyle } from './styles/style';
import { FormWriter } from './writer';

/** So many of the forms of a sheet with faults have one. */
const FAULTY_SHARE = 0.6;
/** So many of the faults are such as only forms have. */
const OWN_SHARE = 0.3;

/**
 * Makes a worksheet of one to five forms, now and then with a wide table between them; the same seed, the same.
 *
 * @param faulty whether some of the forms are to have one fault each; else all are clean
 */
export function generateForms(seed: number, faulty = false): GeneratedForms {
  const random = new Random(seed * 6151 + 29);
  const merged = random.chance(0.7);
  const firstRow = random.pick([0, 0, 1, 3]);
  const firstColumn = random.pick([0, 0, 0, 1, 2]);
  const moneyUnit = random.pick(['万元', '万元', '元'] as const);
  const one = random.chance(0.4) ? random.pick(STYLES) : null;
  const canvas = new Canvas(firstRow);
  const names = new Set<string>();
  const annexes: ((sheet: SheetSnapshot) => FormTruth | WideTruth)[] = [];
  const parts: string[] = [];
  const dice = new Random(seed * 30_011 + 7);
  const count = random.pick([1, 2, 2, 3, 4, 5]);
  for (let i = 0; i < count; i++) {
    if (i > 0 && random.chance(0.15)) {
      canvas.next++;
      const wide = wideBelow(canvas, firstColumn, random);
      annexes.push(() => wide);
      canvas.next++;
      parts.push('wide');
    } else if (i > 0) canvas.next += random.pick([0, 1, 1, 2]);
    const style = one ?? random.pick(STYLES);
    const options = optionsOf(style, random);
    const content = formContent({ ...style.needs, moneyUnit }, names, random);
    const first = canvas.next;
    const { writer, fault } = faulty
      ? drawFaulty({ style, content, options, seed: random.integer(1, 1e6) }, canvas, firstColumn, dice)
      : { writer: new FormWriter(canvas, firstColumn, content, options, random), fault: null };
    if (!faulty) style.draw(writer);
    const last = canvas.next - 1;
    annexes.push((sheet) => truthOf({ style, writer, fault, rows: [first, last], sheet, merged }));
    parts.push(`${style.id} ${JSON.stringify(options)} rate ${content.rate}`);
  }
  const sheet = canvas.sheet(merged);
  return {
    seed,
    recipe: `seed ${seed}, ${merged ? 'merged' : 'not merged'}: ${parts.join('; ')}`,
    sheet,
    annexes: annexes.map((annex) => annex(sheet)),
  };
}

/** Draws a form, more often than not with a fault. */
function drawFaulty(
  form: FormPlan,
  canvas: Canvas,
  column: number,
  dice: Random,
): { writer: FormWriter; fault: FormFault | null } {
  const faulty = dice.chance(FAULTY_SHARE);
  const planted = faulty && !dice.chance(OWN_SHARE) ? plantRowFaultInForm(form, dice) : null;
  const writer = drawForm(planted ? { ...form, content: planted.content } : form, canvas, column);
  if (planted) return { writer, fault: faultIn(writer, planted) };
  return { writer, fault: faulty ? plantFormFault(writer, dice) : null };
}

export function optionsOf({ needsTitle }: FormStyle, random: Random): FormOptions {
  return {
    titled: (needsTitle ?? false) || random.chance(0.75),
    marked: random.chance(0.6),
    levels: random.pick<LevelStyle>(['merged', 'merged', 'blank', 'repeated']),
    levelPoints: random.chance(0.4),
    template: random.chance(0.3),
    parts: random.chance(0.25),
    notes: random.chance(0.5),
    signatures: random.chance(0.4),
    filler: random.pick(['—', '/', null, '-']),
  };
}

function wideBelow(canvas: Canvas, firstColumn: number, random: Random): WideTruth {
  const wide = generateWide(random.integer(1, 100_000));
  canvas.append(wide.sheet, firstColumn);
  return { layout: 'wide', title: wide.title, projects: wide.projects.map(({ name }) => name) };
}

export interface Drawn {
  readonly style: FormStyle;
  readonly writer: FormWriter;
  readonly fault: FormFault | null;
  /** 0-based sheet rows. */
  readonly rows: readonly [first: number, last: number];
  readonly sheet: SheetSnapshot;
  readonly merged: boolean;
  /** 0-based columns that it may take: the first, and the one behind the last. */
  readonly columns?: readonly [number, number];
}

/** What recognition must make of a form that is drawn. */
export function truthOf({
  style,
  writer,
  fault,
  rows: [first, last],
  sheet,
  merged,
  columns,
}: Drawn): FormTruth {
  const { content, canvas, fields } = writer;
  const [firstColumn, lastColumn] = canvas.extent(first, last, merged, ...(columns ?? []));
  const isForm = style.layout === 'form';
  return {
    style: style.id,
    layout: style.layout,
    range: toRangeAddress({ firstRow: first, lastRow: last, firstColumn, lastColumn }),
    title: writer.title,
    year: writer.year,
    moneyUnit: style.saysMoneyUnit ? content.moneyUnit : null,
    name: isForm ? content.name : null,
    unit: content.unit,
    fields,
    values: fault ? {} : valuesOf(fields, sheet, content.rate === 'percent'),
    indicators: writer.indicators,
    fault,
  };
}

const VALUES: readonly FieldId[] = [
  'initialBudget',
  'budget',
  'actual',
  'executionRate',
  'executionRate.weight',
  'executionRate.score',
  'totalScore',
];

function valuesOf(
  fields: Readonly<Record<string, FieldId>>,
  sheet: SheetSnapshot,
  inHundreds: boolean,
): Partial<Record<FieldId, number>> {
  const values: Partial<Record<FieldId, number>> = {};
  for (const [address, field] of Object.entries(fields)) {
    // Those of all money stand above those of single sources.
    if (!VALUES.includes(field) || values[field] !== undefined) continue;
    const { row, column } = parseAddress(address)!;
    const value = valueAt(sheet, row, column);
    // Rates alone are kept as texts: 95.1%.
    if (typeof value === 'string') values[field] = Number.parseFloat(value) / 100;
    else if (typeof value === 'number')
      values[field] = field === 'executionRate' && inHundreds ? value / 100 : value;
    else throw new Error(`${columnLetters(column)}${row + 1} holds no ${field}`);
  }
  return values;
}
