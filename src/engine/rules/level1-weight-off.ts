import { listed, type Localised } from '../language';
import type { Project } from '../annex/annex';
import type { CellRef } from '../annex/place';
import { pointsIn } from '../annex/stated-facts';
import { positionOf, toAddress, type CellPosition } from '../sheet/address';
import type { LevelWeights } from '../profile/profile';
import { MOST_RELATED } from '../rule/finding';
import { LEVEL_NAMES, LevelReader, LEVELS, type Level } from '../facts/scores/levels';
import { executionWeightOf, NOISE, pointsText } from '../facts/scores/scores';
import {
  defineRule,
  refOf,
  type FactContext,
  type Learning,
  type ProjectRef,
  type Report,
} from '../rule/rule';
import { notedWeightsOf, type NotedWeights } from '../facts/scores/noted-weights';
import type { AnnexFacts } from '../rule/annex-facts';
import { addUp, hasUnreadWeights, weightsOf, type Weights } from '../facts/scores/weights';

/** Points of the execution (-1 where the annex does not state them), then of the levels in their order. */
type Split = readonly number[];
const EXECUTION = 0;
const UNSTATED = -1;

/** How the points of an annex are to be split. */
interface Standard {
  readonly levels: LevelReader;
  readonly right: Split;
  readonly executionWeight: number;
}

function standardOf(context: FactContext): Standard | null {
  return context.fact(readStandard);
}

/** `null` where the profile knows none, or the header prints the points of the levels. */
function readStandard(context: FactContext): Standard | null {
  const { annex, profile } = context;
  if (annex.stated.printedPoints.some(({ label }) => /产出|成本|效益|效果|满意/.test(label))) return null;
  const levels = new LevelReader(annex);
  const ruled = levels.costIsLevel
    ? (profile.levelWeightsWithCost ?? profile.levelWeights)
    : profile.levelWeights;
  if (!ruled) return null;
  return {
    levels,
    right: splitOf(ruled, profile.executionWeight),
    executionWeight: executionWeightOf(context),
  };
}

/** The projects that share a split. */
interface Group {
  readonly split: Split;
  readonly fits: boolean;
  readonly first: ProjectRef;
  count: number;
  /** Of the first projects, the cell of the first weight of each level; `null` where it has none. */
  readonly cells: (readonly (CellPosition | null)[])[];
}

interface KnownSplits {
  /** The split of most projects; half of them will do where it is the one of the rule. */
  readonly usual: { readonly split: Split; readonly fits: boolean } | null;
  /** What is said once of the annex. */
  readonly note: {
    readonly split: Split;
    readonly project: ProjectRef;
    readonly cell: CellPosition;
    readonly related: readonly CellPosition[];
  } | null;
}

const knownSplits: Learning<Record<string, Group>, KnownSplits> = {
  empty: () => ({}),
  add(groups, project, context) {
    const standard = standardOf(context);
    const weights = standard && completeWeights(project, standard, context);
    if (!weights) return;
    const split = splitIn(weights, standard.levels);
    const group = (groups[split.join('/')] ??= {
      split,
      fits: isSame(split, standard.right),
      first: refOf(project),
      count: 0,
      cells: [],
    });
    group.count++;
    if (group.cells.length >= MOST_RELATED) return;
    group.cells.push(LEVELS.map((level) => positionOrNull(cellOfLevel(weights, level, standard.levels))));
  },
  merge(groups, further) {
    for (const [key, group] of Object.entries(further)) {
      const known = groups[key];
      if (!known) {
        groups[key] = { ...group, cells: [...group.cells] };
        continue;
      }
      known.count += group.count;
      known.cells.push(...group.cells.slice(0, MOST_RELATED - known.cells.length));
    }
  },
  settle(learnt, context) {
    const standard = standardOf(context);
    const groups = Object.values(learnt);
    const usual = majority(groups);
    return {
      usual: usual && { split: usual.split, fits: usual.fits },
      note: standard && noteOf(groups, usual, standard.right),
    };
  },
};

/** Nothing says that the rule holds where most projects have another split, or none is the usual one. */
function noteOf(groups: readonly Group[], usual: Group | null, right: Split): KnownSplits['note'] {
  if (usual?.fits) return null;
  const same = usual ? [usual] : groups.filter(({ fits }) => !fits);
  const [first] = same;
  if (!first || first.split[EXECUTION] !== right[EXECUTION]) return null;
  const off = offLevels(first.split, right);
  const cellIn = (cells: Group['cells'][number]): CellPosition | null =>
    off.map((level) => cells[LEVELS.indexOf(level)]).find((cell) => cell != null) ?? null;
  const cell = cellIn(first.cells[0]!);
  if (!cell) return null;
  const others = same.flatMap(({ cells }) => cells).slice(1, MOST_RELATED);
  return {
    split: first.split,
    project: first.first,
    cell,
    related: others.flatMap((cells) => cellIn(cells) ?? []),
  };
}

export const rule = defineRule({
  meta: {
    id: 'level1-weight-off',
    name: { 'zh-CN': '一级指标权重不符', en: 'Weights of the first levels' },
    description: {
      'zh-CN':
        '一级指标分值一般为产出 50、效益 30、满意度 10（成本为一级指标的：产出 40、成本 20、效益 20、满意度 10），另有执行率 10。与表内多数项目不同的项目报警告；全表一致但与规定不同的，可能是本地规定，只提示一次。表内说明规定了各一级指标分值的，以说明为准。分值合计不为 100 的、表头注明分值的由“分值合计不为100”检查。',
      en: 'The first levels usually carry 50 (output), 30 (benefit) and 10 (satisfaction) points, or 40, 20 (cost), 20 and 10, beside 10 for the execution. A warning where a project departs from the others; one note where the whole annex has another split, which may be a local rule. What a note of the table gives to the levels goes before all of that. Weights that do not add up, or that the header prints, are checked by another rule.',
    },
    topic: 'score',
    severity: 'warning',
    severities: ['info'],
    settings: ['levelWeights', 'levelWeightsWithCost', 'executionWeight', 'totalWeight'],
    requires: [['indicator.*.weight']],
    fix: 'none',
    basis: [
      '中江自评表注1',
      '财预〔2020〕10号《项目支出绩效评价管理办法》',
      '财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》',
    ],
    yieldsTo: ['weight-sum-not-100'],
    habit: { text: 'split' },
    messages: {
      noted: {
        'zh-CN':
          '一级指标分值为{split}，与表内说明（{noteCell}）规定的{rule}不符。请核对{levels}指标的分值。',
        en: 'The levels carry {split}; the note in {noteCell} says {rule}. Check the weights of {levels}.',
      },
      project: {
        'zh-CN':
          '本项目一级指标分值为{split}，规定为{rule}，与表内其他项目不一致。请核对{levels}指标的分值。',
        en: 'The levels of this project carry {split}, unlike the others; the rule is {rule}. Check the weights of {levels}.',
      },
      others: {
        'zh-CN': '本项目一级指标分值为{split}，表内多数项目为{rule}。请核对{levels}指标的分值。',
        en: 'The levels of this project carry {split}; most projects of the annex have {rule}. Check the weights of {levels}.',
      },
      annex: {
        'zh-CN': '表内一级指标分值为{split}，通用规定为{rule}。如本地另有规定，可在规则口径中设置。',
        en: 'The levels carry {split}; the general rule is {rule}. Where a local rule says so, set it in the profile.',
      },
    },
  },
  learn: knownSplits,
  project(project, context, report) {
    const noted = notedWeightsOf(context);
    if (noted) {
      reportNoted(project, noted, context, report);
      return;
    }
    const { usual } = context.learnt;
    const standard = usual && standardOf(context);
    const weights = standard && completeWeights(project, standard, context);
    if (!weights) return;
    const split = splitIn(weights, standard.levels);
    if (isSame(split, standard.right) || split.join('/') === usual.split.join('/')) return;
    const cell = offLevels(split, usual.split)
      .map((level) => cellOfLevel(weights, level, standard.levels))
      .find((each) => each !== undefined);
    if (!cell) return;
    // A level that is not in use gives its points to the others.
    const unused = LEVELS.some((_, i) => split[i + 1] === 0 && usual.split[i + 1]! > 0);
    report({
      severity: unused ? 'info' : undefined,
      cell,
      project,
      message: usual.fits ? 'project' : 'others',
      ...splitTexts(split, usual.split),
    });
  },
  annex(context, report) {
    const { note } = context.learnt;
    const standard = standardOf(context);
    if (!note || !standard || notedWeightsOf(context)) return;
    const { split, project, cell, related } = note;
    report({
      severity: 'info',
      cell,
      related,
      project,
      message: 'annex',
      ...splitTexts(split, standard.right),
    });
  },
});

/** Holds the weights of a project against the points that a note gives to their levels. */
function reportNoted(
  project: Project,
  { note, points }: NotedWeights,
  context: FactContext,
  report: (found: Report) => void,
): void {
  const { annex } = context;
  const weights = hasUnreadWeights(context) ? null : weightsOf(project);
  if (!weights) return;
  const levels = new LevelReader(annex, points.cost !== undefined);
  const stated = LEVELS.filter((level) => points[level] !== undefined);
  const split = splitIn(weights, levels);
  const wanted: Split = [UNSTATED, ...LEVELS.map((level, i) => points[level] ?? split[i + 1]!)];
  const off = offLevels(split, wanted);
  // An indicator of none of the levels may have taken its points from any of them.
  if (
    off.length === 0 ||
    weights.parts.some(({ indicator }) => indicator === null || levels.levelOf(indicator.kind) === null)
  )
    return;
  const cells = off.flatMap((level) => {
    const cell = cellOfLevel(weights, level, levels);
    return cell ? [labelOfLevel(annex, cell) ?? cell] : [];
  });
  const [cell, ...others] = cells;
  if (!cell) return;
  const only = (all: Split): Split => [
    UNSTATED,
    ...LEVELS.map((level, i) => (stated.includes(level) ? all[i + 1]! : 0)),
  ];
  report({
    cell,
    related: [...others, { row: note.row, column: note.column }],
    project,
    message: 'noted',
    data: {
      split: splitText(only(split)),
      rule: splitText(only(wanted)),
      levels: listed(off.map((level) => LEVEL_NAMES[level])),
      noteCell: toAddress(note.row, note.column),
    },
    expected: splitText(only(wanted))['zh-CN'],
    actual: splitText(only(split))['zh-CN'],
  });
}

/** The label of the first level beside the cell of a form, where it prints points ("产出指标(70分)"). */
function labelOfLevel({ places, headerRows }: AnnexFacts, { place }: CellRef): CellPosition | null {
  const label = headerRows === null ? places[place]?.labels[0] : undefined;
  return label && pointsIn(label.text) !== null ? label : null;
}

/** The weights of a project where they add up. */
function completeWeights(
  project: Project,
  { executionWeight }: Standard,
  context: FactContext,
): Weights | null {
  // Groups share the points out in another way.
  if (project.groups.length > 0 || hasUnreadWeights(context)) return null;
  const { profile } = context;
  const weights = weightsOf(project);
  return weights && addUp(weights, profile.totalWeight, executionWeight) ? weights : null;
}

function cellOfLevel({ parts }: Weights, level: Level, levels: LevelReader): CellRef | undefined {
  return parts.find(({ indicator }) => indicator !== null && levels.levelOf(indicator.kind) === level)?.cell;
}

function positionOrNull(cell: CellPosition | undefined): CellPosition | null {
  return cell ? positionOf(cell) : null;
}

function splitTexts(split: Split, wanted: Split): Pick<Report, 'data' | 'expected' | 'actual'> {
  return {
    data: {
      split: splitText(split),
      rule: splitText(wanted),
      levels: listed(offLevels(split, wanted).map((level) => LEVEL_NAMES[level])),
    },
    expected: splitText(wanted)['zh-CN'],
    actual: splitText(split)['zh-CN'],
  };
}

function splitOf({ output, cost = 0, benefit, satisfaction }: LevelWeights, execution: number): Split {
  return [execution, output, cost, benefit, satisfaction];
}

function splitIn({ execution, parts }: Weights, levels: LevelReader): Split {
  const split = [execution?.points ?? UNSTATED, 0, 0, 0, 0];
  for (const { indicator, points } of parts) {
    const level = indicator && levels.levelOf(indicator.kind);
    if (level) split[LEVELS.indexOf(level) + 1]! += points;
  }
  return split.map((points) => Math.round(points * 100) / 100);
}

/** Points of the execution that the annex does not state are taken to be right. */
function isSame(split: Split, right: Split): boolean {
  return split.every(
    (points, i) => Math.abs(points - right[i]!) <= NOISE || (i === EXECUTION && points === UNSTATED),
  );
}

/** The group that most projects are of; half of them will do where its split is the one of the rule. */
function majority(groups: readonly Group[]): Group | null {
  const complete = groups.reduce((sum, { count }) => sum + count, 0);
  const fitting = groups.find(({ fits, count }) => fits && count * 2 >= complete);
  return fitting ?? groups.find(({ count }) => count * 2 > complete) ?? null;
}

function offLevels(split: Split, wanted: Split): Level[] {
  return LEVELS.filter((_, i) => Math.abs(split[i + 1]! - wanted[i + 1]!) > NOISE);
}

/** "产出 50、效益 30、满意度 10" */
function splitText(split: Split): Localised {
  const part = (level: Level, points: string): Localised => {
    const name = LEVEL_NAMES[level];
    return { 'zh-CN': `${name['zh-CN']} ${points}`, en: `${name.en} ${points}` };
  };
  return listed(
    LEVELS.flatMap((level, i) => (split[i + 1] === 0 ? [] : [part(level, pointsText(split[i + 1]!))])),
  );
}
