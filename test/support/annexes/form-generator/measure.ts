import { readAnnexes } from '../../../../src/engine/annex/reading';
import { findingText } from '../../../../src/engine/review/messages';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import type { Finding } from '../../../../src/engine/rule/finding';
import { parseAddress, parseRangeAddress, toAddress } from '../../../../src/engine/sheet/address';
import { valueAt } from '../../../../src/engine/sheet/snapshot';
import { generateForms } from './generate';
import type { FormFault, FormTruth, GeneratedForms } from './model';

/** A fault of a form, and whether the right rule spoke at one of its cells, as loudly as it should. */
export interface FormOutcome {
  readonly seed: number;
  readonly style: string;
  readonly fault: FormFault;
  readonly found: boolean;
  /** Its cells with what they say, and what was reported of the form instead. */
  readonly text: string;
}

/** What the rules made of one generated sheet of forms, some of them with a fault. */
export interface MeasuredForms {
  readonly outcomes: readonly FormOutcome[];
  /** Errors and warnings on clean forms. */
  readonly alarms: readonly { readonly rule: string; readonly text: string }[];
  readonly cleanForms: number;
}

/** Generates a sheet of forms, some with a fault, reviews it and compares what was found with what was planted. */
export function measureForms(seed: number): MeasuredForms {
  const made = generateForms(seed, true);
  const findings = readAnnexes(made.sheet).flatMap((annex) => reviewAnnex(annex).findings);
  const forms = made.annexes.filter((truth) => truth.layout !== 'wide');
  const within = (form: FormTruth): Finding[] => {
    const range = parseRangeAddress(form.range)!;
    return findings.filter(
      ({ cell: { row, column } }) =>
        range.firstRow <= row &&
        row <= range.lastRow &&
        range.firstColumn <= column &&
        column <= range.lastColumn,
    );
  };
  const clean = forms.filter(({ fault }) => !fault);
  return {
    outcomes: forms.flatMap((form) => (form.fault ? [outcome(made, form, form.fault, within(form))] : [])),
    alarms: clean
      .flatMap((form) => within(form))
      .filter(({ severity }) => severity !== 'info')
      .map((finding) => ({ rule: finding.rule, text: `seed ${seed}: ${said(made, finding)}` })),
    cleanForms: clean.length,
  };
}

function outcome(
  made: GeneratedForms,
  { style }: FormTruth,
  fault: FormFault,
  findings: readonly Finding[],
): FormOutcome {
  const found = findings.some(
    ({ rule, severity, cell }) =>
      fault.rules.includes(rule) &&
      (fault.note || severity !== 'info') &&
      fault.cells.includes(toAddress(cell.row, cell.column)),
  );
  const cells = fault.cells.slice(0, 6).map((address) => `${address} ${shown(made, address)}`);
  return {
    seed: made.seed,
    style,
    fault,
    found,
    text: `seed ${made.seed}, ${style}, ${fault.kind}: ${cells.join(', ')}; reported: ${findings.map((finding) => said(made, finding)).join(' | ') || 'nothing'}`,
  };
}

function said(made: GeneratedForms, finding: Finding): string {
  const address = toAddress(finding.cell.row, finding.cell.column);
  return `${finding.rule} (${finding.severity}) ${address} ${shown(made, address)} ${findingText(finding, 'zh-CN')}`;
}

function shown({ sheet }: GeneratedForms, address: string): string {
  const { row, column } = parseAddress(address)!;
  return JSON.stringify(valueAt(sheet, row, column));
}
