import { basename } from 'node:path';
import { StatementCache } from '../../engine/quantity';
import type { WorkbookReviewOptions } from '../../app/workbook-review';
import type { CompareOptions } from '../arguments';
import type { Output } from '../output';
import { reviewWorkbook } from '../review-workbook';
import { compareResults, comparisonStatus } from './comparison-result';
import { comparisonToJson } from './comparison-to-json';
import { comparisonToText } from './comparison-to-text';

/**
 * Reviews two workbooks alike and writes what became of the first in the second.
 *
 * @returns the exit status
 */
export async function compareWorkbooks(
  { paths, format, locale, failOn, hidden }: CompareOptions,
  { profile, vocabulary }: Pick<WorkbookReviewOptions, 'profile' | 'vocabulary'>,
  output: Output,
): Promise<number> {
  const statements = new StatementCache();
  const how = { hidden, statements, ...(profile && { profile }), ...(vocabulary && { vocabulary }) };
  const review = (path: string) => {
    statements.startWorkbook();
    return reviewWorkbook({ path, below: basename(path), folderError: null }, how);
  };
  const [old, fresh] = [await review(paths[0]), await review(paths[1])];
  const result = compareResults(old, fresh);
  if (format === 'json') await output.write(comparisonToJson(result, locale));
  else for (const line of comparisonToText(result, locale)) await output.write(line);
  await output.flush();
  return comparisonStatus(result, failOn);
}
