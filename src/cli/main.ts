import packageJson from '../../package.json';
import { fill, type Locale } from '../engine/language';
import { builtInProfile } from '../engine/profile/built-in';
import type { Profile } from '../engine/profile/profile';
import { readArguments, type CheckOptions, type ClearOptions } from './arguments';
import { clearWorkbooks } from './clear-workbooks';
import { CopyReport } from './copy-report';
import { copyInto } from './copy-workbook';
import { findWorkbooks, type Found } from './find-workbooks';
import { helpText, problemText, TEXTS, usageText } from './i18n/texts';
import { oneLine } from './one-line';
import { Output } from './output';
import { OutputFolder } from './output-folder';
import { readProfileFile } from './profile-file';
import { Progress, type ProgressStream } from './progress';
import type { Report } from './report';
import { reviewWorkbook } from './review-workbook';
import { EXIT, Summary } from './summary';
import { JsonReport } from './to-json';
import { TextReport } from './to-text';

/** The streams the command writes to. */
export interface CommandIo {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: ProgressStream;
}

/**
 * Runs the command.
 *
 * @param argv the words behind the command's name
 * @returns the exit status, once everything has been handed to the streams
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<number> {
  const command = readArguments(argv);
  if (command.command === 'wrong') {
    io.stderr.write(usageText(command.problem, command.locale));
    return EXIT.failure;
  }
  if (command.command === 'check') return check(command.options, io);
  if (command.command === 'clear') return clear(command.options, io);
  const output = new Output(io.stdout);
  await output.write(command.command === 'help' ? helpText(command.locale) : `${packageJson.version}\n`);
  await output.flush();
  return EXIT.clean;
}

const REPORTS: Readonly<Record<CheckOptions['format'], (locale: Locale) => Report>> = {
  json: (locale) => new JsonReport(locale),
  text: (locale) => new TextReport(locale),
  xlsx: (locale) => new CopyReport(locale),
};

async function clear(options: ClearOptions, io: CommandIo): Promise<number> {
  const { locale, quiet, out } = options;
  const found = await findWorkbooks(options.paths, out);
  tellLeftOut(found, new Progress(io.stderr, quiet, found.files.length), locale);
  const output = new Output(io.stdout);
  const done = await clearWorkbooks(found, options, output);
  return done && isWhole(output, io, locale) ? EXIT.clean : EXIT.failure;
}

async function check(options: CheckOptions, io: CommandIo): Promise<number> {
  const { format, locale, quiet, failOn } = options;
  const profile = await chosenProfile(options, io);
  if (profile === 'unusable') return EXIT.failure;
  const how = { profile, trustRecords: options.trustRecords };
  const found = await findWorkbooks(options.paths, options.out);
  const { files } = found;
  const progress = new Progress(io.stderr, quiet, files.length);
  tellLeftOut(found, progress, locale);

  const output = new Output(io.stdout);
  const report = REPORTS[format](locale);
  const folder = options.out === null ? null : new OutputFolder(options.out, options.force, found);
  const summary = new Summary(options.trustRecords);
  await output.write(report.open());
  let cutShort = false;
  for (const [done, file] of files.entries()) {
    progress.step(done, file.path);
    const result = await reviewWorkbook(file, how, folder ? copyInto(folder, file, locale) : undefined);
    summary.add(result);
    // In a terminal the text itself says it, on the same screen.
    if (format === 'json')
      for (const problem of result.problems) progress.line(`${result.file}: ${problemText(problem, locale)}`);
    if (format !== 'json') progress.clear();
    for (const piece of report.workbook(result)) await output.write(piece);
    await output.flush();
    // Without a reader only the copies are of use, and those are made all the same.
    cutShort = output.closed && folder === null && done + 1 < files.length;
    if (cutShort) break;
  }
  progress.clear();
  await output.write(report.close(summary));
  await output.flush();
  if (!isWhole(output, io, locale)) return EXIT.failure;
  const status = summary.exitStatus(failOn);
  // Of workbooks that were not reviewed nothing is known; findings remain findings.
  return cutShort && status === EXIT.clean ? EXIT.failure : status;
}

/** Says what was found and is not worked on. */
function tellLeftOut(
  { emptyFolders, lockFiles, copyFolders }: Found,
  progress: Progress,
  locale: Locale,
): void {
  const texts = TEXTS[locale];
  for (const path of emptyFolders) progress.line(fill(texts.emptyFolder, { path }));
  for (const path of lockFiles) progress.line(fill(texts.lockFile, { path }));
  for (const path of copyFolders) progress.line(fill(texts.copyFolder, { path }));
}

/** Whether the output was taken, or its reader did not want all of it (`| head`). Says what else has gone wrong. */
function isWhole({ error }: Output, io: CommandIo, locale: Locale): boolean {
  if (!error || error.code === 'EPIPE') return true;
  io.stderr.write(`${oneLine(fill(TEXTS[locale].outputFailed, { reason: error.message }))}\n`);
  return false;
}

/** The profile that was asked for; `undefined` where none was. Says what is wrong with one that cannot be used. */
async function chosenProfile(
  { profile, rules, locale }: CheckOptions,
  io: CommandIo,
): Promise<Profile | 'unusable' | undefined> {
  if (rules === null) return profile === null ? undefined : builtInProfile(profile);
  const read = await readProfileFile(rules, locale);
  if ('profile' in read) return read.profile;
  io.stderr.write(`${oneLine(fill(TEXTS[locale].profileWrong, { path: rules }))}\n`);
  for (const problem of read.problems) io.stderr.write(`  ${oneLine(problem)}\n`);
  return 'unusable';
}
