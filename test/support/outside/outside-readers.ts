import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ProgramRun } from './run-program';
import { runProgram } from './run-program';

/** What openpyxl read of a worksheet. Ranges and addresses as it writes them. */
export interface OpenpyxlSheet {
  readonly name: string;
  readonly kind: 'worksheet';
  readonly state: string;
  readonly cells: Readonly<Record<string, string | number | boolean>>;
  readonly notes: Readonly<Record<string, { readonly author: string; readonly text: string }>>;
  /** Address or place by cell. */
  readonly hyperlinks: Readonly<Record<string, string>>;
  /** Those of the main schema; `dxf` is the fill's background as ARGB, where there is one. */
  readonly conditionalFormats: readonly {
    readonly range: string;
    readonly type: string;
    readonly priority: number;
    readonly formulas: readonly string[];
    readonly dxf: string | null;
  }[];
  readonly validations: readonly string[];
  readonly merges: readonly string[];
  readonly freeze: string | null;
  /** Rows, columns: "$1:$4", "$A:$C". */
  readonly printTitles: readonly [rows: string | null, columns: string | null];
  readonly printArea: string | null;
  readonly protected: boolean;
  readonly charts: number;
  readonly pictures: number;
  readonly pivots: number;
  readonly tables: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export interface OpenpyxlChartSheet {
  readonly name: string;
  readonly kind: 'chartsheet';
  readonly state: string;
  readonly charts: number;
}

export interface OpenpyxlReading {
  readonly sheets: readonly (OpenpyxlSheet | OpenpyxlChartSheet)[];
  readonly active: string;
  /** Names of the whole workbook. */
  readonly definedNames: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/** A part that is no XML although its name says so, or an entry that the zip holds twice or damaged. */
export interface MalformedPart {
  readonly part: string;
  readonly problem: string;
}

/** Programs that may read what was written; a machine may have any of them or none. */
export type OutsideProgram = 'openpyxl' | 'lxml' | 'libreoffice' | 'pdftotext' | 'pdftoppm';

const PYTHON_LIMIT = 60_000;
const OFFICE_LIMIT = 120_000;
const found = new Map<OutsideProgram, string | null>();

/** The command of a program, `null` where it is not installed; for a Python package: of a Python that has it. */
export function outsideProgram(program: OutsideProgram): string | null {
  const known = found.get(program);
  if (known !== undefined) return known;
  const command =
    program === 'openpyxl' || program === 'lxml'
      ? firstThatRuns(['/usr/bin/python3', 'python3', 'python'], ['-c', `import ${program}`])
      : program === 'libreoffice'
        ? firstThatRuns(['soffice', 'libreoffice'], ['--version'])
        : firstThatRuns([program], ['-v']);
  found.set(program, command);
  return command;
}

/**
 * `test` where all the programs are installed; else `test.skip`, and a line that says which one is missing, so that a
 * run without them does not look like one with them.
 */
export function testWith(...programs: readonly OutsideProgram[]): jest.It {
  const missing = programs.filter((program) => outsideProgram(program) === null);
  if (missing.length === 0) return test;
  process.stderr.write(`Not installed, so not tested with: ${missing.join(', ')}\n`);
  return test.skip as jest.It;
}

/**
 * Loads a workbook with openpyxl.
 * @returns what it read; `null` where openpyxl is not there
 * @throws Error with openpyxl's words where it refuses the workbook
 */
export async function readWithOpenpyxl(workbook: Uint8Array): Promise<OpenpyxlReading | null> {
  return runPython('openpyxl', 'read-with-openpyxl.py', workbook);
}

/**
 * Loads many workbooks with openpyxl, in one process.
 * @param paths of files ending in ".xlsx"
 * @returns for each what openpyxl says against it, `null` where it opens; `null` for all where openpyxl is not there
 */
export function openWithOpenpyxl(paths: readonly string[]): readonly (string | null)[] | null {
  const command = outsideProgram('openpyxl');
  if (command === null) return null;
  const run = spawnSync(command, [join(__dirname, 'open-with-openpyxl.py')], {
    input: paths.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => (line === '-' ? null : line));
}

/**
 * The parts of a package that are not well-formed to lxml, and entries that are damaged or there twice.
 * @param original a drawing of notes that was no XML there may be none in the copy
 * @returns `null` where lxml is not there
 */
export async function malformedParts(
  workbook: Uint8Array,
  original?: Uint8Array,
): Promise<MalformedPart[] | null> {
  const malformed = await runPython<MalformedPart[]>('lxml', 'check-xml.py', workbook);
  if (malformed === null || original === undefined) return malformed;
  const before = new Set((await malformedParts(original))!.map(({ part }) => part));
  return malformed.filter(({ part }) => !(part.toLowerCase().endsWith('.vml') && before.has(part)));
}

/**
 * Has LibreOffice make a PDF of a workbook, without a window and in a profile of its own. That it does proves little:
 * it opens much that others refuse.
 * @returns the PDF; `null` where LibreOffice is not there
 * @throws Error where it made none
 */
export async function libreOfficePdf(workbook: Uint8Array, extension = 'xlsx'): Promise<Uint8Array | null> {
  const command = outsideProgram('libreoffice');
  if (command === null) return null;
  return inFolder(async (folder) => {
    const input = join(folder, `workbook.${extension}`);
    writeFileSync(input, workbook);
    const run = await runProgram(
      command,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        ...['--convert-to', 'pdf', '--outdir', join(folder, 'out'), input],
      ],
      OFFICE_LIMIT,
    );
    try {
      return new Uint8Array(readFileSync(join(folder, 'out', 'workbook.pdf')));
    } catch {
      throw new Error(`LibreOffice made no PDF: ${run?.late ? 'it took too long' : run?.stderr}`);
    }
  });
}

/**
 * Has LibreOffice calculate a workbook anew: what its formulas were last said to give is taken out before, so that each
 * value is LibreOffice's own.
 * @returns the workbook as LibreOffice saves it; `null` where LibreOffice is not there
 * @throws Error where it made none
 */
export async function recalculatedByLibreOffice(workbook: Uint8Array): Promise<Uint8Array | null> {
  const command = outsideProgram('libreoffice');
  if (command === null) return null;
  return inFolder(async (folder) => {
    const input = join(folder, 'workbook.xlsx');
    writeFileSync(input, withoutValues(workbook));
    const run = await runProgram(
      command,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        ...['--convert-to', 'xlsx', '--outdir', join(folder, 'out'), input],
      ],
      OFFICE_LIMIT,
    );
    try {
      return new Uint8Array(readFileSync(join(folder, 'out', 'workbook.xlsx')));
    } catch {
      throw new Error(`LibreOffice saved nothing: ${run?.late ? 'it took too long' : run?.stderr}`);
    }
  });
}

/** A package whose cells of formulas have no values. */
export function withoutValues(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const xml = strFromU8(bytes).replace(/(<\/f>|<f\b[^>]*\/>)<v>[^<]*<\/v>/g, '$1');
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
}

/** The text of a PDF, page after page; `null` where pdftotext is not there. */
export async function pdfText(pdf: Uint8Array): Promise<string | null> {
  const command = outsideProgram('pdftotext');
  if (command === null) return null;
  return inFolder(async (folder) => {
    const input = join(folder, 'in.pdf');
    writeFileSync(input, pdf);
    return succeeded(await runProgram(command, ['-layout', input, '-'], PYTHON_LIMIT)).stdout.toString();
  });
}

/** The pages of a PDF as PNG pictures; `null` where pdftoppm is not there. */
export async function pdfPages(pdf: Uint8Array, dotsPerInch = 70): Promise<Uint8Array[] | null> {
  const command = outsideProgram('pdftoppm');
  if (command === null) return null;
  return inFolder(async (folder) => {
    const input = join(folder, 'in.pdf');
    writeFileSync(input, pdf);
    const args = ['-png', '-r', String(dotsPerInch), input, join(folder, 'page')];
    succeeded(await runProgram(command, args, PYTHON_LIMIT));
    // pdftoppm pads the numbers, so the names' order is the pages'.
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return pages.sort().map((name) => new Uint8Array(readFileSync(join(folder, name))));
  });
}

async function runPython<T>(
  module: 'openpyxl' | 'lxml',
  script: string,
  workbook: Uint8Array,
): Promise<T | null> {
  const command = outsideProgram(module);
  if (command === null) return null;
  return inFolder(async (folder) => {
    // openpyxl goes by the name's end; it reads either kind under this one.
    const input = join(folder, 'workbook.xlsx');
    writeFileSync(input, workbook);
    const run = await runProgram(command, [join(__dirname, script), input], PYTHON_LIMIT);
    return JSON.parse(succeeded(run).stdout.toString()) as T;
  });
}

function succeeded(run: ProgramRun | null): ProgramRun {
  if (run?.status === 0) return run;
  throw new Error(run === null ? 'the program is gone' : run.late ? 'it took too long' : run.stderr);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstThatRuns(commands: readonly string[], args: readonly string[]): string | null {
  const runs = (command: string) =>
    spawnSync(command, args, { stdio: 'ignore', timeout: PYTHON_LIMIT }).status === 0;
  return commands.find(runs) ?? null;
}
