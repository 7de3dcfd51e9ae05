import type { FundSource, IndicatorKind, IndicatorRole, MoneyBase } from '../field-id';
import { readLabel } from '../text';
import {
  BUDGET_NAMED_FUND,
  FIELD_TERMS,
  FUND_TERMS,
  KIND_TERMS,
  LEVEL_TERMS,
  MONEY_TERMS,
  NOT_A_FIELD,
  NOT_A_LABEL,
  ROLE_TERMS,
  SCOPE_TERMS,
  SHARE_OF_POINTS,
  type HeaderScope,
  type FieldFeature,
  type TermCategory,
} from '../vocabulary/header-terms';

/** What one header label says; `exact` is false where only a pattern matched. */
export interface LabelFeatures {
  readonly field?: FieldFeature;
  readonly money?: MoneyBase;
  readonly fund?: FundSource | 'total';
  readonly kind?: IndicatorKind;
  readonly role?: IndicatorRole;
  readonly scope?: HeaderScope;
  readonly level?: 'output' | 'benefit';
  /** A percent sign in brackets: numbers under it are percent, not fractions. */
  readonly percent?: boolean;
  /** The share of the points that were got (得分率). */
  readonly share?: boolean;
  /** Something that must not be taken for a field (a code, a bank account …). */
  readonly foreign?: boolean;
  readonly exact: boolean;
}

interface Match<F> {
  readonly feature: F;
  readonly exact: boolean;
}

/** Header labels are short; a longer text is content. Folded characters. */
const LONGEST_LABEL = 40;

const indexes = new WeakMap<object, ReadonlyMap<string, string>>();

function exactTerms<F extends string>(terms: TermCategory<F>): ReadonlyMap<string, F> {
  let index = indexes.get(terms) as Map<string, F> | undefined;
  if (!index) {
    index = new Map();
    for (const [feature, names] of Object.entries(terms.exact) as [F, readonly string[]][]) {
      for (const name of names) index.set(name, feature);
    }
    indexes.set(terms, index);
  }
  return index;
}

function match<F extends string>(terms: TermCategory<F>, name: string): Match<F> | null {
  const exact = exactTerms(terms).get(name);
  if (exact !== undefined) return { feature: exact, exact: true };
  for (const [pattern, feature] of terms.patterns) {
    if (pattern.test(name)) return { feature, exact: false };
  }
  return null;
}

/** "label: value" and "其中:" differ: only the first has something after its colon that is a value. */
function holdsValue(folded: string): boolean {
  return /^(?!其中|资金来源:).{1,20}:.+/.test(folded);
}

/**
 * Reads a header label. `null` where the text is no header label at all: too long, "label: value", or without
 * any term of the vocabulary.
 *
 * Where a label names a kind of indicator, words such as 目标 and 完成情况 in it are its role
 * ("数量指标完成情况"); else they are a field of the project.
 */
export function readFeatures(text: string): LabelFeatures | null {
  const { name: full, qualifiers } = readLabel(text);
  if (full === '' || full.length > LONGEST_LABEL || holdsValue(full) || NOT_A_LABEL.test(full)) return null;
  const name = withoutPeriod(full.replace(OF_THE_ROWS, ''))
    .replace(CODE_BESIDE, '')
    .replace(HOW_MANY_POINTS, '$1');
  if (YES_OR_NO.test(name) || CLASSES.test(name)) return null;
  const percent = qualifiers.some((q) => q.includes('%')) || undefined;
  if (NOT_A_FIELD.test(name) && !exactTerms(FIELD_TERMS).has(name)) return { foreign: true, exact: false };

  if (SHARE_OF_POINTS.test(name)) return { share: true, exact: true };

  const kind = match(KIND_TERMS, name) ?? kindInBrackets(qualifiers);
  const role = match(ROLE_TERMS, name);
  const field = kind ? null : fieldBeside(role, match(FIELD_TERMS, name));
  const scope = kind ? null : match(SCOPE_TERMS, name);
  const level = kind ? null : match(LEVEL_TERMS, name);

  if (kind) {
    return { kind: kind.feature, role: role?.feature, percent, exact: kind.exact && (role?.exact ?? true) };
  }
  if (scope?.exact) return { scope: scope.feature, exact: true };
  if (field?.exact) return { field: field.feature, role: roleBeside(field, role), percent, exact: true };
  // The exact wording of an indicator's column beats a pattern for a project's field ("年初目标值" is no goal).
  if (role?.exact && !field?.exact)
    return { role: role.feature, level: level?.feature, percent, exact: true };

  const money = match(MONEY_TERMS, name.replace(BUDGET_NAMED_FUND, ''));
  const fund = money?.feature === 'balance' ? null : match(FUND_TERMS, name);
  if (money?.exact || fund?.exact) {
    return {
      money: money?.exact || !fund?.exact ? money?.feature : undefined,
      fund: fund?.feature,
      exact: true,
    };
  }
  if (field) return { field: field.feature, role: roleBeside(field, role), percent, exact: false };
  if (scope) return { scope: scope.feature, exact: false };
  if (level) return { level: level.feature, role: role?.feature, exact: level.exact };
  if (role && !money) return { role: role.feature, percent, exact: false };
  if (money || fund) return { money: money?.feature, fund: fund?.feature, exact: false };
  return role ? { role: role.feature, percent, exact: false } : null;
}

/** What is answered with yes or no is none of the figures and texts that it speaks of. */
const YES_OR_NO = /^(?:是否|有无)/;

/** What opens the label of the first of some rows: "其中：财政拨款", "资金来源：（1）财政性资金". */
const OF_THE_ROWS = /^(?:其中[:、]?|资金来源:)/;

/** What is asked for beside a name: "实施单位及代码", "项目名称（编码）" says the same in brackets. */
const CODE_BESIDE = /(?:及|和|与|、|\/)(?:单位|部门|项目|预算)?(?:代码|编码|编号)$/;

/** How many points there are, right behind what asks for them: "分值50". */
const HOW_MANY_POINTS = /^((?:自评)?(?:分值|权重|满分|标准分|得分))\d{1,3}(?:\.\d+)?分?$/;

/** What says by what the rows below it are told apart, not what they hold: "按支出性质分". */
const CLASSES = /^按.{1,10}(?:分|划分|分类)$/;

/** The time that a label opens with: "2023年预算数", "1-12月执行数", but not what 年初 and 年度 say. */
const PERIOD =
  /^(?:20\d\d(?:年(?![初度中末底内终]))?|(?:\d{1,2}[-~—至到])?\d{1,2}月(?:份|底|末)?|[上下]半年)(?=.)/;

function withoutPeriod(name: string): string {
  return name.replace(PERIOD, '');
}

/** "偏差原因及整改措施" asks for the reason first: the measures are said with it. */
function fieldBeside(
  role: Match<IndicatorRole> | null,
  field: Match<FieldFeature> | null,
): Match<FieldFeature> | null {
  return role?.feature === 'deviation' && field?.feature === 'rectification' && !field.exact ? null : field;
}

/** "三级指标（数量）" names its kind in brackets. */
function kindInBrackets(qualifiers: readonly string[]): Match<IndicatorKind> | null {
  for (const qualifier of qualifiers) {
    const kind = qualifier.length <= 6 ? match(KIND_TERMS, qualifier) : null;
    if (kind) return kind;
  }
  return null;
}

/** Beside a rate or a goal only weight, score, target and result make sense of their own. */
function roleBeside(
  field: Match<FieldFeature>,
  role: Match<IndicatorRole> | null,
): IndicatorRole | undefined {
  if (field.feature === 'annualGoal') return 'target';
  if (field.feature === 'goalCompletion') return 'result';
  if (field.feature === 'executionRate' && (role?.feature === 'weight' || role?.feature === 'score'))
    return role.feature;
  return undefined;
}

/** Labels that are kept; headers hold some dozens, and those of one region are mostly the same. */
const KEPT = 4096;

/** Reads labels, equal ones once until very many others have been read. */
export class LabelReader {
  private readonly read = new Map<string, LabelFeatures | null>();

  features(text: string): LabelFeatures | null {
    let features = this.read.get(text);
    if (features === undefined) {
      if (text.length > 200) return null;
      features = readFeatures(text);
      if (this.read.size >= KEPT) this.read.clear();
      this.read.set(text, features);
    }
    return features;
  }
}
