import type { Locale } from '../../engine/language';

/** The words of the command `compare`. `{name}` stands for a word or a figure. */
export interface ComparisonTexts {
  /** What became of a finding, at the beginning of its line. */
  readonly findings: Readonly<Record<'left' | 'fresh' | 'solved' | 'unchecked' | 'gone', string>>;
  /** Behind the cell of a finding that is left: where it stood before. */
  readonly formerly: string;
  readonly changed: Readonly<Record<'asked' | 'unasked', string>>;
  readonly change: string;
  readonly indicatorChange: string;
  readonly added: string;
  readonly removed: string;
  readonly blank: string;
  readonly projects: Readonly<Record<'appeared' | 'vanished' | 'renamed', string>>;
  readonly ofUnit: string;
  readonly nameless: string;
  readonly totals: string;
  readonly notCompared: string;
}

export const COMPARISON_TEXTS: Readonly<Record<Locale, ComparisonTexts>> = {
  'zh-CN': {
    findings: {
      left: '仍存在',
      fresh: '新出现',
      solved: '已解决',
      unchecked: '未能复核',
      gone: '随内容撤除',
    },
    formerly: '（上次 {cell}）',
    changed: { asked: '已改动', unasked: '未经指出而改动' },
    change: '“{project}”{field}：{old} → {new}',
    indicatorChange: '“{project}”指标“{indicator}”{field}：{old} → {new}',
    added: '“{project}”新增指标“{indicator}”',
    removed: '“{project}”删除指标“{indicator}”',
    blank: '（空白）',
    projects: {
      appeared: '新增项目 {cell} “{project}”',
      vanished: '撤销项目 “{project}”（上次 {cell}）',
      renamed: '项目更名 {cell} “{old}” → “{project}”',
    },
    ofUnit: '（{unit}）',
    nameless: '未命名',
    totals:
      '与上次相比：已解决 {solved}，仍存在 {left}，新出现 {fresh}，未能复核 {unchecked}，随内容撤除 {gone}；改动 {changed} 处，其中未经指出 {unasked} 处；项目对应 {paired} 个，更名 {renamed}，新增 {appeared}，撤销 {vanished}\n',
    notCompared: '两个工作簿未能都读全，没有比较。\n',
  },
  en: {
    findings: {
      left: 'left',
      fresh: 'new',
      solved: 'solved',
      unchecked: 'not checked again',
      gone: 'gone with its contents',
    },
    formerly: ' (formerly {cell})',
    changed: { asked: 'changed', unasked: 'changed without a finding' },
    change: '"{project}" {field}: {old} → {new}',
    indicatorChange: '"{project}" indicator "{indicator}" {field}: {old} → {new}',
    added: '"{project}" has a new indicator "{indicator}"',
    removed: '"{project}" has no indicator "{indicator}" any more',
    blank: '(blank)',
    projects: {
      appeared: 'new project {cell} "{project}"',
      vanished: 'project gone "{project}" (formerly {cell})',
      renamed: 'project renamed {cell} "{old}" → "{project}"',
    },
    ofUnit: ' ({unit})',
    nameless: 'no name',
    totals:
      'Against the last time: solved {solved}, left {left}, new {fresh}, not checked again {unchecked}, gone with their contents {gone}; changed cells {changed}, of these without a finding {unasked}; projects in both {paired}, renamed {renamed}, new {appeared}, gone {vanished}\n',
    notCompared: 'Not everything in the two workbooks could be read; they were not compared.\n',
  },
};
