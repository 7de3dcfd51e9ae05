import type { FieldId } from '../annex/field-id';
import { foldText } from '../annex/text';
import {
  cellKey,
  type ComparedIndicator,
  type ComparedProject,
  type ComparedValue,
} from './compared-project';
import type { Pair, Pairing } from './pairing';

/** A cell of a project that says something else than before, or says it no more or for the first time. */
export interface Change {
  readonly project: Pair<ComparedProject>;
  readonly field: FieldId;
  /** What the indicator is called or asks for, where it is one's; '' for others. */
  readonly indicator: string;
  /** `null` where an indicator was added. */
  readonly old: ComparedValue | null;
  /** `null` where an indicator was removed. */
  readonly new: ComparedValue | null;
}

/** What differs between the two sides of a project, in the order of its fields. Each cell is told once. */
export function changesOf(project: Pair<ComparedProject>, indicators: Pairing<ComparedIndicator>): Change[] {
  const told = new Set<string>();
  const changes: Change[] = [];
  const add = (old: ComparedValue | null, fresh: ComparedValue | null, indicator: string): void => {
    const value = (fresh ?? old)!;
    if (old && fresh && isSame(old, fresh)) return;
    const name = [old, fresh].map((one) => one && cellKey(one)).join('\n');
    // Several indicators may have their points in one merged cell.
    if (told.has(name)) return;
    told.add(name);
    changes.push({ project, field: value.field, indicator, old, new: fresh });
  };
  const both = (old: Values, fresh: Values, indicator: string): void => {
    // What only one of the two asks for is no change.
    for (const [key, value] of old) {
      const after = fresh.get(key);
      if (after) add(value, after, indicator);
    }
  };
  const [unit, unitNow] = [unitOf(project.old), unitOf(project.new)];
  if (unit && unitNow) add(unit, unitNow, '');
  both(project.old.values, project.new.values, '');
  for (const pair of indicators.pairs)
    both(pair.old.values, pair.new.values, called(pair.new) || called(pair.old));
  for (const one of indicators.oldRest) for (const value of said(one)) add(value, null, called(one));
  for (const one of indicators.newRest) for (const value of said(one)) add(null, value, called(one));
  return changes;
}

/** Which unit a project belongs to, told at its name; `null` where the annex names none. */
function unitOf({ sheetId, sheetName, row, column, unit }: ComparedProject): ComparedValue | null {
  return unit === null ? null : { sheetId, sheetName, row, column, field: 'unit', text: unit, number: null };
}

type Values = ReadonlyMap<string, ComparedValue>;

/** What a reader would call an indicator. */
export function called({ values }: ComparedIndicator): string {
  return values.get('name')?.text || values.get('target')?.text || '';
}

/** Of an indicator that the other side has not: its name, or what it asks for; nothing where it is blank. */
function said({ values }: ComparedIndicator): ComparedValue[] {
  const telling = ['name', 'target', 'result'].flatMap((role) => values.get(role) ?? []);
  return telling.filter(({ text }) => text !== '').slice(0, 1);
}

/** Figures are the same whatever they look like, and in any unit of money; texts are in any spacing. */
function isSame(a: ComparedValue, b: ComparedValue): boolean {
  if (a.number !== null && b.number !== null) {
    const tolerance = Math.max(Math.abs(a.number), Math.abs(b.number)) * 1e-9;
    return Math.abs(a.number - b.number) <= tolerance;
  }
  return foldText(a.text) === foldText(b.text);
}
