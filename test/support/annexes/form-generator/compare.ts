import type { AnnexView, Project } from '../../../../src/engine/annex/annex';
import { isMoneyField, type FieldId } from '../../../../src/engine/annex/field-id';
import { readAnnexes } from '../../../../src/engine/annex/reading';
import { findingText } from '../../../../src/engine/review/messages';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import { toAddress, toRangeAddress } from '../../../../src/engine/sheet/address';
import { valueAt } from '../../../../src/engine/sheet/snapshot';
import type { FormTruth, GeneratedForms } from './model';

/** How much of something was as it should be. */
export interface Share {
  right: number;
  all: number;
  readonly wrong: string[];
}

/** What recognition and the rules made of generated forms. */
export interface Compared {
  /** Annexes found with their range and layout. */
  readonly annexes: Share;
  /** Title, year, money unit, name and unit. */
  readonly heads: Share;
  readonly fields: Share;
  readonly values: Share;
  readonly indicators: Share;
  /** Errors and warnings on what is clean. */
  readonly alarms: string[];
}

export function nothingCompared(): Compared {
  const share = (): Share => ({ right: 0, all: 0, wrong: [] });
  return {
    annexes: share(),
    heads: share(),
    fields: share(),
    values: share(),
    indicators: share(),
    alarms: [],
  };
}

/** Reads and reviews a sheet of forms and adds to `compared` what came of it. */
export function compareForms(made: GeneratedForms, compared: Compared): void {
  const annexes = readAnnexes(made.sheet);
  const seen = annexes.map(({ layout, range }) => `${layout} ${toRangeAddress(range)}`).join(', ');
  for (const truth of made.annexes) {
    if (truth.layout === 'wide') {
      const names = annexes
        .filter(({ title }) => title === truth.title)
        .map(({ projects }) => projects.map(({ name }) => name).join())
        .find((found) => found === truth.projects.join());
      count(
        compared.annexes,
        names === truth.projects.join(),
        () => `${made.recipe}: wide ${truth.title}; ${seen}`,
      );
      continue;
    }
    const annex = annexes.find(
      ({ range, layout }) => layout === truth.layout && toRangeAddress(range) === truth.range,
    );
    count(
      compared.annexes,
      annex !== undefined,
      () => `${made.recipe}: ${truth.style} ${truth.range}; ${seen}`,
    );
    const near =
      annex ?? annexes.find(({ range }) => toRangeAddress(range).split(':')[1] === truth.range.split(':')[1]);
    compareForm(made, truth, near ?? null, compared);
  }
  count(
    compared.annexes,
    annexes.length === made.annexes.length,
    () => `${made.recipe}: ${annexes.length} annexes, not ${made.annexes.length}: ${seen}`,
  );
  for (const annex of annexes)
    for (const finding of reviewAnnex(annex).findings) {
      if (finding.severity === 'info') continue;
      const { row, column } = finding.cell;
      compared.alarms.push(
        `${finding.rule} ${toAddress(row, column)} ${JSON.stringify(valueAt(made.sheet, row, column))} ${findingText(finding, 'zh-CN')} | ${made.recipe}`,
      );
    }
}

function count(share: Share, right: boolean, wrong: () => string): void {
  share.all++;
  if (right) share.right++;
  else share.wrong.push(wrong());
}

function compareForm(
  made: GeneratedForms,
  truth: FormTruth,
  annex: AnnexView | null,
  compared: Compared,
): void {
  const project = annex?.projects[0];
  const at = `${truth.style} ${truth.range}`;
  const head = [annex?.title, annex?.year, annex?.moneyUnit, project?.name || null, project?.unit];
  [truth.title, truth.year, truth.moneyUnit, truth.name, truth.unit].forEach((said, i) =>
    count(
      compared.heads,
      head[i] === said,
      () => `${at}: ${JSON.stringify(head[i])}, not ${JSON.stringify(said)} | ${made.recipe}`,
    ),
  );
  const fields = project ? fieldsOf(project) : {};
  for (const address of new Set([...Object.keys(fields), ...Object.keys(truth.fields)])) {
    const [read, said] = [fields[address], truth.fields[address]];
    if ((read ?? said) === 'contact') continue;
    count(compared.fields, read === said, () => `${at}: ${address} ${read}, not ${said} | ${made.recipe}`);
  }
  for (const [field, said] of Object.entries(truth.values)) {
    const read = project ? valueOf(project, field as FieldId) : null;
    count(
      compared.values,
      read !== null && Math.abs(read - said) < 1e-9,
      () => `${at}: ${field} ${read}, not ${said} | ${made.recipe}`,
    );
  }
  const read = new Map(project?.indicatorRefs?.map((refs) => [lineOf(refs.kind, refs.cells), refs]));
  const all = new Set([
    ...read.keys(),
    ...truth.indicators.map(({ kind, cells }) => lineOfTruth(kind, cells)),
  ]);
  const said = new Set(truth.indicators.map(({ kind, cells }) => lineOfTruth(kind, cells)));
  for (const line of all)
    count(
      compared.indicators,
      read.has(line) && said.has(line),
      () => `${at}: ${read.has(line) ? 'read' : 'missed'} ${line} | ${made.recipe}`,
    );
}

function fieldsOf({ cells, further }: Project): Record<string, string> {
  return Object.fromEntries(
    [
      ...Object.entries(cells ?? {}).map(([field, cell]) => ({ ...cell, field: field as FieldId })),
      ...(further ?? []),
    ]
      .filter(({ field }) => !field.startsWith('indicator.'))
      .map(({ row, column, field }) => [toAddress(row, column), field]),
  );
}

function valueOf({ money, rate, scores }: Project, field: FieldId): number | null {
  if (field === 'executionRate') return rate?.fraction ?? null;
  if (isMoneyField(field)) return money[field]?.number ?? null;
  return scores[field as keyof typeof scores]?.number ?? null;
}

function lineOf(
  kind: string,
  cells: Readonly<Record<string, { readonly row: number; readonly column: number }>>,
): string {
  const entries = Object.entries(cells).map(
    ([role, { row, column }]) => [role, toAddress(row, column)] as const,
  );
  return lineOfTruth(kind, Object.fromEntries(entries));
}

function lineOfTruth(kind: string, cells: Readonly<Record<string, string>>): string {
  const entries = Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${kind}: ${entries.map(([role, cell]) => `${role} ${cell}`).join(', ')}`;
}
