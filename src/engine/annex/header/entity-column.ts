import { isBlankValue } from '../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import { foldText, readLabel } from '../text';
import { TOTAL_ROW } from '../vocabulary/row-terms';
import type { LabelFeatures, LabelReader } from './label-features';

/** Rows and columns of a header, all 0-based sheet positions and included. */
interface Block {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The first row that can hold data. */
  readonly bodyRow: number;
}

/** Lists of people: what is paid or graded there is no money of a project. */
const OF_PEOPLE = /姓名|性别|身份证|出生|年龄|民族|学历|职务|职称|岗位|工资|薪|津贴|工号|警号/;

/** Columns beside a name that name nothing: when, where, by which document. */
const NO_NAME = /日期|时间|地址|电话|文号|文件|科目|编码|代码|编号|来源|性质|类别|类型|指标|^备注/;

/** Labels of a form of one project, whose rows are its indicators: no money stands beside them. */
const OF_A_FORM = /[一二三]级指标|指标名称|指标值/;

/** Accounts of a whole budget, by their titles. */
const ACCOUNTS = /收入|收支|平衡表|决算表|预算表/;
const REVIEWED = /绩效|自评|评价/;

/** Rows above the header that may be its title. */
const TITLE_ROWS = 5;

/**
 * The labels of a row that may stand over the names of what the rows are (counties, schools, batches): texts left of the
 * first figures that are a unit, or nothing that is known. 0-based sheet columns.
 */
export function nameCandidates(sheet: SheetSnapshot, labels: LabelReader, row: number): number[] {
  const candidates: number[] = [];
  const values = sheet.values[row - sheet.firstRow] ?? [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'string' || value.trim() === '') continue;
    const features = labels.features(value);
    if (features && headsFigures(features)) break;
    const { name } = readLabel(value);
    if (name.length > LONGEST_LABEL || NO_NAME.test(name)) continue;
    if (!features || features.field === 'unit' || features.field === 'department')
      candidates.push(sheet.firstColumn + i);
  }
  return candidates;
}

const LONGEST_LABEL = 12;

function headsFigures({ money, fund, scope, role, kind, level, field }: LabelFeatures): boolean {
  return (
    !!(money ?? fund ?? scope ?? role ?? kind ?? level) || field === 'executionRate' || field === 'totalScore'
  );
}

/**
 * Of some columns the one that names what each row of a review is about, where no column names a project; -1 where the
 * table is no review: its header has neither a rate, nor money planned and spent, nor a score beside either, or it
 * is a list of people, a form, or accounts.
 */
export function entityColumn(
  sheet: SheetSnapshot,
  labels: LabelReader,
  block: Block,
  candidates: readonly number[],
): number {
  if (!isReview(sheet, labels, block)) return -1;
  const rows = bodyRows(sheet, block);
  if (rows.length === 0) return -1;
  let fullest = { column: -1, texts: 0 };
  for (const column of candidates) {
    const names = rows.flatMap((row) => nameIn(sheet, row, column) ?? []);
    const distinct = new Set(names).size;
    if (names.filter((name) => namesAFund(labels, name)).length * 3 > names.length) return -1;
    if (names.length >= rows.length * MOSTLY && distinct >= names.length * NEARLY_ALL) return column;
    if (distinct > 1 && names.length > fullest.texts) fullest = { column, texts: names.length };
  }
  // Names that stand once over several rows, or come again.
  return fullest.column;
}

/** What a body or a place is called: "某某县财政局" is no fund. */
const A_BODY = /(?:[局厅委办院校所处站队省市县区镇乡州旗]|委员会|办公室|中心|街道|公司)$/;

function namesAFund(labels: LabelReader, name: string): boolean {
  return labels.features(name)?.fund !== undefined && !A_BODY.test(name);
}

/** In so many rows a column of names has one, and so many of them differ. */
const MOSTLY = 0.6;
const NEARLY_ALL = 0.9;

/** Rows of the body that are looked at. */
const SAMPLE = 60;

function isReview(sheet: SheetSnapshot, labels: LabelReader, block: Block): boolean {
  let [planned, spent, rate, score, kinds, form] = [false, false, false, false, false, false];
  let words = '';
  for (let row = Math.max(sheet.firstRow, block.firstRow - TITLE_ROWS); row <= block.lastRow; row++) {
    for (const value of sheet.values[row - sheet.firstRow] ?? []) {
      if (typeof value !== 'string' || value.length > 200) continue;
      const folded = foldText(value);
      words += `${folded}\n`;
      if (row < block.firstRow) continue;
      if (OF_PEOPLE.test(folded)) return false;
      form ||= OF_A_FORM.test(folded);
      const features = labels.features(value);
      if (!features || features.foreign) continue;
      planned ||=
        features.money === 'budget' || features.money === 'initialBudget' || features.money === 'received';
      spent ||= features.money === 'actual';
      rate ||= features.field === 'executionRate';
      score ||= features.field === 'totalScore' || features.field === 'grade' || features.role === 'score';
      kinds ||= features.kind !== undefined;
    }
  }
  if (form && !kinds && !planned && !spent) return false;
  if (ACCOUNTS.test(words) && !REVIEWED.test(words)) return false;
  if (rate || spent) return planned || spent;
  return score && (planned || REVIEWED.test(words));
}

function bodyRows(sheet: SheetSnapshot, { bodyRow, firstColumn, lastColumn }: Block): number[] {
  const rows: number[] = [];
  for (let row = bodyRow; row < sheet.firstRow + sheet.rowCount && rows.length < SAMPLE; row++)
    for (let column = firstColumn; column <= lastColumn; column++)
      if (typeof valueAt(sheet, row, column) === 'number') {
        rows.push(row);
        break;
      }
  return rows;
}

/** What names a row in a column; `null` where it is blank, no text, or the label of a sum. */
function nameIn(sheet: SheetSnapshot, row: number, column: number): string | null {
  const value = valueAt(sheet, row, column);
  if (typeof value !== 'string' || isBlankValue(value) || value.length > 60) return null;
  const name = foldText(value);
  return TOTAL_ROW.test(name) || /^[\d.,%]+$/.test(name) ? null : name;
}
