/*
 * The last column of 自评结果汇总表, 执行率分档表 and 指标完成统计, hidden, says what each of its rows is: by it the rows of
 * ours are told from what a person typed below them.
 */

/**
 * A row of a project or of what a sheet has beside its projects, by its worksheet; one of another name of its own; the
 * others stand for no worksheet.
 */
export type ResultRowKey =
  | { readonly kind: 'project' | 'sheet'; readonly sheetName: string }
  | { readonly kind: 'row'; readonly name: string }
  | { readonly kind: 'total' | 'note' };

/** "project!表3": the worksheet's name comes last, for it may hold anything. */
export function writeResultKey(key: ResultRowKey): string {
  if ('name' in key) return `row!${key.name}`;
  return 'sheetName' in key ? `${key.kind}!${key.sheetName}` : key.kind;
}

/** Reads what `writeResultKey` wrote; `null` for any other text. */
export function readResultKey(text: string): ResultRowKey | null {
  const [, kind, sheetName] = /^(project|sheet)!([^]+)$/.exec(text) ?? [];
  if (sheetName !== undefined) return { kind: kind as 'project' | 'sheet', sheetName };
  const [, name] = /^row!([^]+)$/.exec(text) ?? [];
  if (name !== undefined) return { kind: 'row', name };
  return text === 'total' || text === 'note' ? { kind: text } : null;
}

/** What a row is of, as rows of before are found by it: its worksheet and its project, or what else it is. */
export function resultRowName(key: ResultRowKey, project: string): string {
  if ('name' in key) return `row\n${key.name}`;
  return 'sheetName' in key ? [key.kind, key.sheetName, project.trim()].join('\n') : key.kind;
}
