import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the published annexes lie: beside the checkout, for they are not ours to pass on. */
const FOLDER = join(__dirname, '../../../../shared/corpus');

/** File names of the published annexes (.xlsx); what each holds stands beside it under the same name (.json). */
export const CORPUS: readonly string[] = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'))
  : [];

/** The path of one of them. */
export function corpusFile(name: string): string {
  return join(FOLDER, name);
}

/**
 * Defines tests that need the named workbooks of the corpus (any, where none is named). Where these are not there, one
 * test stands for them: it is skipped, and fails where REQUIRE_CORPUS=1 says that they have to be there.
 */
export function withCorpus(wanted: readonly string[], define: () => void): void {
  const missing = wanted.filter((name) => !CORPUS.includes(name));
  if (CORPUS.length > 0 && missing.length === 0) {
    define();
    return;
  }
  const required = process.env.REQUIRE_CORPUS === '1';
  (required ? test : test.skip)('the corpus of published annexes is beside this checkout', () => {
    throw new Error(`${FOLDER} has no ${missing.join(', ') || 'workbook'}`);
  });
}
