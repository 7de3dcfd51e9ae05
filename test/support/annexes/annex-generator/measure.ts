import { labelPath } from '../../../../src/engine/annex/place';
import { readAnnexes } from '../../../../src/engine/annex/reading';
import { findingText } from '../../../../src/engine/review/messages';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import type { Finding } from '../../../../src/engine/rule/finding';
import { toAddress } from '../../../../src/engine/sheet/address';
import { valueAt } from '../../../../src/engine/sheet/snapshot';
import type { PlantedFault } from './faults';
import { generateAnnex, type PlantedAnnex } from './generate';

/** A planted fault and whether the right rule spoke at one of its cells, as loudly as it should. */
export interface Outcome {
  readonly seed: number;
  readonly fault: PlantedFault;
  readonly found: boolean;
  /** Its cells with what they say, and what was reported there instead. */
  readonly text: string;
}

/** A finding about a row that carries no fault. */
export interface Alarm {
  readonly seed: number;
  readonly row: number;
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly text: string;
}

/** What the rules made of one generated table. */
export interface Measured {
  readonly seed: number;
  /** What was not recognised as it was made. */
  readonly unrecognised: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly alarms: readonly Alarm[];
  /** Notes on shortfalls that the row itself explains: rightly made, though nothing is left to correct. */
  readonly disclosed: readonly Alarm[];
  readonly cleanRows: number;
}

/** Generates a table, reviews it and compares what was found with what was planted. */
export function measure(seed: number): Measured {
  return measureAnnex(generateAnnex(seed));
}

/** Reviews a table and compares what was found with what was planted. */
export function measureAnnex(made: PlantedAnnex): Measured {
  const { seed } = made;
  const annexes = readAnnexes(made.sheet);
  const [annex] = annexes;
  const unrecognised = annexes.length === 1 ? recognitionErrors(made, annex!) : [`${annexes.length} annexes`];
  const findings = annex ? reviewAnnex(annex).findings : [];
  const dirty = new Set(made.faults.flatMap(({ touches }) => touches));
  const beside = findings.filter(
    ({ cell, rule }) => !dirty.has(cell.row) && !made.faults.some((fault) => answers(fault, rule, cell)),
  );
  return {
    seed,
    unrecognised: unrecognised.map((text) => `seed ${seed}: ${text}`),
    outcomes: made.faults.map((fault) => outcome(made, fault, findings)),
    alarms: beside.filter((finding) => !isDisclosed(made, finding)).map((finding) => alarm(made, finding)),
    disclosed: beside.filter((finding) => isDisclosed(made, finding)).map((finding) => alarm(made, finding)),
    cleanRows: made.layout.projectRows.filter((row) => !dirty.has(row)).length,
  };
}

function recognitionErrors(made: PlantedAnnex, annex: ReturnType<typeof readAnnexes>[number]): string[] {
  const errors: string[] = [];
  for (const [column, field] of made.columns) {
    const read = annex.places.find(({ line }) => line === column);
    if (read?.field !== field)
      errors.push(
        `${toAddress(annex.headerRows?.[0] ?? 0, column)} ${read && labelPath(read).join('/')} is ${read?.field}, not ${field}`,
      );
  }
  const projects = annex.projects.map(({ row, unit, name }) => `${row + 1} ${unit} ${name}`);
  const dirty = new Set(made.faults.flatMap(({ touches }) => touches));
  made.projects.forEach(({ row, unit, name }, i) => {
    if (projects[i] !== `${row + 1} ${unit} ${name}` && !dirty.has(row))
      errors.push(`project ${i + 1} is "${projects[i]}", not "${row + 1} ${unit} ${name}"`);
  });
  if (projects.length !== made.projects.length)
    errors.push(`${projects.length} projects, not ${made.projects.length}`);
  if (annex.moneyUnit !== made.plan.moneyUnit)
    errors.push(`unit ${annex.moneyUnit}, not ${made.plan.moneyUnit}`);
  if (annex.year !== made.plan.year) errors.push(`year ${annex.year}, not ${made.plan.year}`);
  return errors;
}

function answers({ rules, cells }: PlantedFault, rule: string, cell: Finding['cell']): boolean {
  return rules.includes(rule) && cells.some(({ row, column }) => row === cell.row && column === cell.column);
}

function isDisclosed({ disclosed }: PlantedAnnex, { rule, severity, cell }: Finding): boolean {
  return (
    rule === 'result-below-target' &&
    severity === 'info' &&
    disclosed.some(({ row, column }) => row === cell.row && column === cell.column)
  );
}

function outcome(made: PlantedAnnex, fault: PlantedFault, findings: readonly Finding[]): Outcome {
  const found = findings.some(
    ({ rule, severity, cell }) => answers(fault, rule, cell) && (fault.note || severity !== 'info'),
  );
  const { sheet } = made;
  const cells = fault.cells
    .slice(0, 6)
    .map(({ row, column }) => `${toAddress(row, column)} ${JSON.stringify(valueAt(sheet, row, column))}`);
  const row = fault.cells[0]?.row;
  const instead = findings
    .filter(({ cell }) => cell.row === row)
    .map(({ rule, severity, cell }) => `${rule} (${severity}) ${toAddress(cell.row, cell.column)}`);
  return {
    seed: made.seed,
    fault,
    found,
    text: `seed ${made.seed}, ${fault.kind}: ${cells.join(', ')}; reported: ${instead.join(', ') || 'nothing'}`,
  };
}

function alarm(made: PlantedAnnex, finding: Finding): Alarm {
  const { row, column } = finding.cell;
  const value = JSON.stringify(valueAt(made.sheet, row, column));
  return {
    seed: made.seed,
    row,
    rule: finding.rule,
    severity: finding.severity,
    text: `seed ${made.seed}, ${toAddress(row, column)} ${value}: ${finding.rule} (${finding.severity}) ${findingText(finding, 'zh-CN')}`,
  };
}
