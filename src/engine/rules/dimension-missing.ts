import type { Indicator, Project } from '../annex/annex';
import { INDICATOR_KINDS, type IndicatorKind } from '../annex/field-id';
import type { LabelCell } from '../annex/place';
import type { CellPosition } from '../sheet/address';
import { figureOrNothing } from '../rule/figures';
import { kindsOf, type Level as LevelOfAnnex } from '../facts/scores/levels';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule, type FactContext, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'dimension-missing',
    name: { 'zh-CN': '缺一级/二级指标', en: 'Dimension without an indicator' },
    description: {
      'zh-CN':
        '项目填有其他指标，产出、效益或满意度却一个也没有（只缺个别效益栏的不报）；一个指标占了六成以上的分值；整张表没有效益或满意度栏的提示一次；按行填报的表式（一表一项目）没有这一级指标的，即为缺项。',
      en: 'A project has indicators, but none at all of output, benefit or satisfaction (single unused benefit columns are left alone); one indicator carries 60 % of the points or more; one note where an annex has no column for benefit or satisfaction; a form, whose indicators are rows, lacks the level itself.',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['info'],
    requires: [['indicator.*.target']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '中江自评表注1'],
    yieldsTo: ['target-missing', 'result-without-target', 'template-residue'],
    messages: {
      output: {
        'zh-CN': '该项目未填写产出指标。请补填数量、质量、时效等指标。',
        en: 'The project has no output indicator. Add quantity, quality, timeliness and the like.',
      },
      benefit: {
        'zh-CN': '该项目未填写效益指标。请补填经济、社会、生态效益或可持续影响指标。',
        en: 'The project has no benefit indicator. Add an economic, social, ecological or lasting one.',
      },
      satisfaction: {
        'zh-CN': '该项目未填写满意度指标。请补填服务对象满意度指标；确无服务对象的，请说明。',
        en: 'The project has no satisfaction indicator. Add one, or say that nobody is served.',
      },
      noBenefit: {
        'zh-CN': '本表未设效益指标栏。请核对是否应设效益指标。',
        en: 'The annex has no column for benefits. Check whether it should.',
      },
      noSatisfaction: {
        'zh-CN': '本表未设满意度指标栏。请核对是否应设满意度指标。',
        en: 'The annex has no column for satisfaction. Check whether it should.',
      },
      weight: {
        'zh-CN': '该指标分值 {weight}，占全部指标分值 {total} 的 {share}。请核对分值设置。',
        en: 'The indicator carries {weight} of {total} points ({share}). Check the weights.',
      },
    },
  },
  project(project, context, report) {
    const { indicators } = project;
    if (indicators.length < 2) return;
    let filled = 0;
    for (const indicator of indicators) if (isFilled(indicator)) filled++;
    if (filled < LEAST_FILLED) return;
    if (project.indicatorRefs && context.annex.headerRows === null)
      reportLevelsOfForm(project, context.annex, report);
    if (context.annex.indicatorRows) reportLevelsWithoutRow(project, context.fact(levelsOf), report);
    else if (filled < indicators.length)
      for (const level of context.fact(levelsOf)) reportLevel(project, level, report);
    if (indicators.length > LEAST_FILLED) reportWeight(project, report);
  },
  annex({ annex }, report) {
    reportPlaces(annex, report);
  },
});

/** A project with fewer indicators says little of any dimension. */
const LEAST_FILLED = 2;
/** The share of all points from which one indicator decides alone. */
const MOST_OF_ALL = 0.6;

type LevelName = Exclude<LevelOfAnnex, 'cost'>;

const KINDS_OF_LEVEL: Readonly<Record<LevelName, readonly IndicatorKind[]>> = {
  output: kindsOf('output'),
  benefit: kindsOf('benefit'),
  satisfaction: kindsOf('satisfaction'),
};
const LEVELS: readonly LevelName[] = ['output', 'benefit', 'satisfaction'];

/** A lone column for one sort of benefit that not every project has cannot be missed. */
const OPTIONAL_ALONE: readonly IndicatorKind[] = ['economic', 'ecological', 'sustainability'];

interface Level {
  readonly name: LevelName;
  readonly kinds: readonly IndicatorKind[];
}

/** The levels that each project of the annex should fill. */
function levelsOf({ annex: { fields } }: FactContext): readonly Level[] {
  return LEVELS.flatMap((name) => {
    const kinds = KINDS_OF_LEVEL[name].filter((kind) => fields.includes(`indicator.${kind}.target`));
    const [only, ...others] = kinds;
    if (only === undefined || (others.length === 0 && OPTIONAL_ALONE.includes(only))) return [];
    return [{ name, kinds: KINDS_OF_LEVEL[name] }];
  });
}

function isFilled({ target }: Indicator): boolean {
  return target?.answered === true;
}

function reportLevel(project: Project, { name, kinds }: Level, report: (found: Report) => void): void {
  let first: Indicator | null = null;
  for (const indicator of project.indicators) {
    if (!kinds.includes(indicator.kind)) continue;
    // A result without a target, or a kind that is only guessed, is another matter.
    if (indicator.target?.answered || indicator.result?.answered || indicator.kindGuessed) return;
    if (indicator.target) first ??= indicator;
  }
  if (first) report({ cell: first.target!, project, message: name });
}

/** Where indicators are rows, a level is missing that has no row; one that the table names otherwise may be any. */
function reportLevelsWithoutRow(
  project: Project,
  levels: readonly Level[],
  report: (found: Report) => void,
): void {
  const kinds = new Set(project.indicators.map(({ kind }) => kind));
  if (kinds.has('other')) return;
  for (const { name, kinds: own } of levels)
    if (!own.some((kind) => kinds.has(kind))) report({ cell: project.nameCell, project, message: name });
}

/**
 * A form has the levels that it needs as rows: where none is, the project has no such indicator. Said at the row that
 * the form keeps for it, else at the level after which it would stand.
 */
function reportLevelsOfForm(
  project: Project,
  { places, fields }: AnnexFacts,
  report: (found: Report) => void,
): void {
  const { indicators, further = [] } = project;
  // Rows of levels with names of their own may be of any level.
  if (indicators.some(({ kind }) => kind === 'other') || fields.includes('indicator.other.target')) return;
  const labels = indicators.map(({ target, result, name }) => {
    const cell = target ?? result ?? name;
    return (cell && places[cell.place]?.labels[0]) ?? null;
  });
  const levels = labels.filter(
    (label, i): label is LabelCell =>
      label !== null && !labels.slice(0, i).some((other) => other !== null && isSameCell(other, label)),
  );
  const last = levels[levels.length - 1];
  for (const name of LEVELS) {
    const kinds = KINDS_OF_LEVEL[name];
    if (indicators.some(({ kind }) => kinds.includes(kind))) continue;
    const kept = further.find(({ field }) => kinds.some((kind) => field === `indicator.${kind}.target`));
    const cell = kept ?? last ?? project.nameCell;
    report({
      cell: { row: cell.row, column: cell.column },
      related: kept ? [] : levels.filter((level) => level !== last),
      project,
      message: name,
    });
  }
}

function isSameCell(a: CellPosition, b: CellPosition): boolean {
  return a.row === b.row && a.column === b.column;
}

function reportWeight(project: Project, report: (found: Report) => void): void {
  let total = 0;
  let weighted = 0;
  let heaviest: Indicator | null = null;
  for (const indicator of project.indicators) {
    const weight = indicator.weight?.number;
    if (typeof weight !== 'number' || weight <= 0) continue;
    total += weight;
    weighted++;
    if (weight > (heaviest?.weight?.number ?? 0)) heaviest = indicator;
  }
  const weight = heaviest?.weight;
  if (!weight || typeof weight.number !== 'number' || weighted <= LEAST_FILLED) return;
  const share = weight.number / total;
  if (share < MOST_OF_ALL) return;
  report({
    cell: weight,
    project,
    message: 'weight',
    data: {
      weight: figureOrNothing(weight.number),
      total: String(Math.round(total * 100) / 100),
      share: `${(share * 100).toFixed(0)}%`,
    },
    actual: weight.number,
  });
}

/** Once for the annex, at the head of the first place of its indicators. */
function reportPlaces({ fields, places, headerRows }: AnnexFacts, report: (found: Report) => void): void {
  // What a form has no row for is missing from its one project.
  if (headerRows === null) return;
  const has = (kind: IndicatorKind): boolean => fields.includes(`indicator.${kind}.target`);
  // Rows of levels with names of their own may be of any level.
  if (fields.includes('indicator.other.target')) return;
  if (INDICATOR_KINDS.filter(has).length < 2) return;
  const place = places.find(({ field }) => field?.startsWith('indicator.'));
  if (!place || places.some(({ indicator, confidence }) => indicator >= 0 && confidence === 'guess')) return;
  const cell = { row: headerRows[0], column: place.line };
  if (!KINDS_OF_LEVEL.benefit.some(has))
    report({ severity: 'info', cell, project: null, message: 'noBenefit' });
  if (!has('satisfaction')) report({ severity: 'info', cell, project: null, message: 'noSatisfaction' });
}
