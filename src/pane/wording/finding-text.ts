import type { ReviewFinding } from '../../app/reviewer';
import { findingText } from '../../engine/review/messages';
import { RULE_FAILED } from '../../engine/review/review-annex';
import { RULES } from '../../engine/rules';
import { textIn, type Locale, type MessageText } from '../../engine/language';
import type { Finding, Fix } from '../../engine/rule/finding';
import type { RuleMeta } from '../../engine/rule/rule';
import { toAddress } from '../../engine/sheet/address';
import { isCellError, isUnknown, type CellValue } from '../../engine/sheet/cell-value';

const metaById = new Map(RULES.map(({ meta }) => [meta.id, meta]));

/** What is known of a rule; `null` for one that this version does not have. */
export function ruleMeta(id: string): RuleMeta | null {
  return metaById.get(id) ?? null;
}

/** What a rule is called. A rule that failed is called by its own name. */
export function ruleName(id: string, locale: Locale): string {
  return metaById.get(id)?.name[locale] ?? id;
}

/** The name of the rule that a finding comes from, also where it is about the rule itself. */
export function ruleNameOf({ rule, data }: Pick<Finding, 'rule' | 'data'>, locale: Locale): string {
  return ruleName(rule === RULE_FAILED ? textIn(data['rule'] ?? rule, locale) : rule, locale);
}

export function addressOf({ cell }: Pick<Finding, 'cell'>): string {
  return toAddress(cell.row, cell.column);
}

const searchTexts: Readonly<Record<Locale, WeakMap<object, string>>> = {
  'zh-CN': new WeakMap(),
  en: new WeakMap(),
};

/** What a search looks at, in lower case: cell, project, unit, rule and the words of the finding. */
export function searchText(finding: ReviewFinding, locale: Locale): string {
  // The data stay the same object while the state of a finding changes.
  const known = searchTexts[locale].get(finding.data);
  if (known !== undefined) return known;
  const text = [
    addressOf(finding),
    finding.project ?? '',
    finding.unit ?? '',
    ruleNameOf(finding, locale),
    findingText(finding, locale),
  ]
    .join('\n')
    .toLowerCase();
  searchTexts[locale].set(finding.data, text);
  return text;
}

/** A cell before and after an edit, as texts; an empty text is a blank cell. */
export interface Change {
  readonly address: string;
  readonly before: string;
  readonly after: string;
  /** What a formula comes to, where the fix says so. */
  readonly result: string | null;
}

/** A figure of a message; what is worded in each language, such as a list, is none. */
function figureIn(text: MessageText | undefined): string | undefined {
  return typeof text === 'string' ? text : undefined;
}

/** What a fix would change, cell by cell, in the figures that the sheet shows where the rule tells them. */
export function changesOf(finding: Finding, fix: Fix): Change[] {
  return fix.edits.map((edit) => {
    const own = edit.row === finding.cell.row && edit.column === finding.cell.column;
    const { value, formula } = edit.expectedBefore;
    const shown = own && typeof value === 'number' ? figureIn(finding.data['actual']) : undefined;
    const computed = figureIn(fix.data['after']) ?? null;
    const { after } = edit;
    return {
      address: toAddress(edit.row, edit.column),
      before: formula ?? shown ?? valueText(value),
      after:
        'formula' in after
          ? after.formula
          : typeof after.value === 'number' && own && computed !== null
            ? computed
            : valueText(after.value),
      result: 'formula' in after ? computed : null,
    };
  });
}

/** A cell's value as a text. */
export function valueText(value: CellValue): string {
  if (value === null || isUnknown(value)) return '';
  return isCellError(value) ? value.error : String(value);
}
