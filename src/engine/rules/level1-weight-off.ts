import { wholeContext } from '../facts/whole-context';
import type { Project } from '../annex/annex';
import type { CellPosition } from '../sheet/address';
import type { LevelWeights } from '../profile/profile';
import { MOST_RELATED } from '../rule/finding';
import { LEVEL_NAMES, LevelReader, LEVELS, type Level } from '../facts/scores/levels';
import { executionWeightOf, NOISE, pointsText } from '../facts/scores/scores';
import type { Rule } from '../rule/rule';
import { addUp, weightsOf, type Weights } from '../facts/scores/weights';

export const rule: Rule = {
  meta: {
    id: 'level1-weight-off',
    name: { 'zh-CN': '一级指标权重不符', en: 'Weights of the first levels' },
    description: {
      'zh-CN':
        '一级指标分值一般为产出 50、效益 30、满意度 10（成本为一级指标的：产出 40、成本 20、效益 20、满意度 10），另有执行率 10。与表内多数项目不同的项目报警告；全表一致但与规定不同的，可能是本地规定，只提示一次。分值合计不为 100 的、表头注明分值的由“分值合计不为100”检查。',
      en: 'The first levels usually carry 50 (output), 30 (benefit) and 10 (satisfaction) points, or 40, 20 (cost), 20 and 10, beside 10 for the execution. A warning where a project departs from the others; one note where the whole annex has another split, which may be a local rule. Weights that do not add up, or that the header prints, are checked by another rule.',
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
    messages: {
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
  check(annex, report, profile) {
    if (annex.stated.printedPoints.some(({ label }) => /产出|成本|效益|效果|满意/.test(label))) return;
    const levels = new LevelReader(annex);
    const ruled = levels.costIsLevel
      ? (profile.levelWeightsWithCost ?? profile.levelWeights)
      : profile.levelWeights;
    if (!ruled) return;
    const executionWeight = executionWeightOf(wholeContext(annex, profile));
    const right = splitOf(ruled, profile.executionWeight);

    const groups = new Map<string, Group>();
    let complete = 0;
    for (const project of annex.projects) {
      const weights = weightsOf(project);
      if (!weights || !addUp(weights, profile.totalWeight, executionWeight)) continue;
      const split = splitIn(weights, levels);
      const key = split.join('/');
      const group = groups.get(key);
      complete++;
      if (group) group.projects.push(project);
      else groups.set(key, { split, fits: isSame(split, right), projects: [project] });
    }
    const usual = majority([...groups.values()], complete);
    const notFitting = [...groups.values()].filter(({ fits }) => !fits);
    if (!usual || !usual.fits) {
      // Nothing says that the rule holds here.
      const [first] = usual ? [usual] : notFitting;
      if (first && first.split[EXECUTION] === right[EXECUTION]) {
        const same = usual ? first.projects : notFitting.flatMap(({ projects }) => projects);
        reportSplit(
          'annex',
          'info',
          first.projects[0]!,
          first,
          right,
          cellsOf(same.slice(1, MOST_RELATED), first),
        );
      }
    }
    if (!usual) return;
    for (const group of notFitting) {
      if (group === usual) continue;
      // A level that is not in use gives its points to the others.
      const unused = LEVELS.some((_, i) => group.split[i + 1] === 0 && usual.split[i + 1]! > 0);
      for (const project of group.projects)
        reportSplit(
          usual.fits ? 'project' : 'others',
          unused ? 'info' : undefined,
          project,
          group,
          usual.split,
          [],
        );
    }

    function reportSplit(
      message: string,
      severity: 'info' | undefined,
      project: Project,
      { split }: Group,
      wanted: Split,
      related: readonly CellPosition[],
    ): void {
      const off = offLevels(split, wanted);
      const cell = cellOf(project, off);
      if (!cell) return;
      report({
        severity,
        cell,
        related,
        project,
        message,
        data: {
          split: splitText(split),
          rule: splitText(wanted),
          levels: off.map((level) => LEVEL_NAMES[level]).join('、'),
        },
        expected: splitText(wanted),
        actual: splitText(split),
      });
    }

    function cellsOf(projects: readonly Project[], { split }: Group): CellPosition[] {
      const off = offLevels(split, right);
      return projects.flatMap((project) => cellOf(project, off) ?? []);
    }

    function cellOf(project: Project, off: readonly Level[]): CellPosition | null {
      const parts = weightsOf(project)?.parts ?? [];
      const of = (level: Level | undefined): CellPosition | undefined =>
        parts.find(({ indicator }) => levels.levelOf(indicator.kind) === level)?.cell;
      return off.map(of).find((cell) => cell !== undefined) ?? null;
    }
  },
};

/** Points of the execution (-1 where the annex does not state them), then of the levels in their order. */
type Split = readonly number[];
const EXECUTION = 0;
const UNSTATED = -1;

/** The projects that share a split. */
interface Group {
  readonly split: Split;
  readonly fits: boolean;
  readonly projects: Project[];
}

function splitOf({ output, cost = 0, benefit, satisfaction }: LevelWeights, execution: number): Split {
  return [execution, output, cost, benefit, satisfaction];
}

function splitIn({ execution, parts }: Weights, levels: LevelReader): Split {
  const split = [execution?.points ?? UNSTATED, 0, 0, 0, 0];
  for (const { indicator, points } of parts)
    split[LEVELS.indexOf(levels.levelOf(indicator.kind)) + 1]! += points;
  return split.map((points) => Math.round(points * 100) / 100);
}

/** Points of the execution that the annex does not state are taken to be right. */
function isSame(split: Split, right: Split): boolean {
  return split.every(
    (points, i) => Math.abs(points - right[i]!) <= NOISE || (i === EXECUTION && points === UNSTATED),
  );
}

/** The split that most projects have; half of them will do where it is the one of the rule. */
function majority(groups: readonly Group[], complete: number): Group | null {
  let largest: Group | null = null;
  for (const group of groups)
    if (!largest || group.projects.length > largest.projects.length) largest = group;
  const fitting = groups.find(({ fits, projects }) => fits && projects.length * 2 >= complete);
  if (fitting) return fitting;
  return largest && largest.projects.length * 2 > complete ? largest : null;
}

function offLevels(split: Split, wanted: Split): Level[] {
  return LEVELS.filter((_, i) => Math.abs(split[i + 1]! - wanted[i + 1]!) > NOISE);
}

/** "产出 50、效益 30、满意度 10" */
function splitText(split: Split): string {
  return LEVELS.flatMap((level, i) =>
    split[i + 1] === 0 ? [] : [`${LEVEL_NAMES[level]} ${pointsText(split[i + 1]!)}`],
  ).join('、');
}
