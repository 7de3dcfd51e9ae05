import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** Lints texts as if they stood in a file of the project, by its own configuration; one process reads the types once. */
const LINT = `
  import { ESLint } from 'eslint';
  import { readFileSync } from 'node:fs';
  const { filePath, texts } = JSON.parse(readFileSync(0, 'utf8'));
  const eslint = new ESLint();
  const said = [];
  for (const text of texts) said.push((await eslint.lintText(text, { filePath }))[0].messages);
  process.stdout.write(JSON.stringify(said));
`;

/** What the linter says of each text, as "line: message". */
export function lint(filePath: string, ...texts: readonly string[]): readonly (readonly string[])[] {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', LINT], {
    cwd: ROOT,
    input: JSON.stringify({ filePath, texts }),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const said = JSON.parse(run.stdout) as { line: number; message: string }[][];
  return said.map((messages) => messages.map(({ line, message }) => `${line}: ${message}`));
}
