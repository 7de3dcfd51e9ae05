import type { SpreadsheetHost } from '../host/port';
import { staysInWorkbook } from './foreign-formula';
import { ReceivedChangeError } from './received-change-error';
import type { StateDocument } from './state/state-document';

/**
 * Which changes may be taken back together. Those that another desk made are history, whether or not they were adopted:
 * they are taken back one by one, so that whoever does it has seen their cells, and never where a formula would be
 * written that may reach outside the workbook.
 * @param state with the changes in its log
 * @throws ReceivedChangeError where that leaves none
 */
export async function undoable(
  host: SpreadsheetHost,
  { changes }: Pick<StateDocument, 'changes'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = new Set(ids);
  const received = changes.filter((change) => change.received && wanted.has(change.id));
  if (received.length === 0) return wanted;
  if (wanted.size > 1) {
    for (const { id } of received) wanted.delete(id);
    if (wanted.size === 0) throw new ReceivedChangeError('one-by-one');
    return wanted;
  }
  const formulas = received.flatMap(({ edits }) => edits.flatMap(({ before }) => before.formula ?? []));
  if (formulas.length === 0) return wanted;
  const sheets = (await host.sheets()).map(({ name }) => name);
  if (!formulas.every((formula) => staysInWorkbook(formula, sheets)))
    throw new ReceivedChangeError('formula');
  return wanted;
}
