import packageJson from '../../package.json';
import { fill, type Locale } from '../engine/language';
import { builtInProfile } from '../engine/profile/built-in';
import type { Profile } from '../engine/profile/profile';
import { readArguments, type CheckOptions, type ClearOptions } from './arguments';
import { clearWorkbooks } from './clear-workbooks';
import { CopyReport } from './copy-report';
import { copyInto } from './copy-workbook';
import { findWorkbooks } from './find-workbooks';
import { helpText, problemText, TEXTS, usageText } from './i18n/texts';
import { oneLine } from './one-line';
import { Output } from './output';
import { readProfileFile } from './profile-file';
import { Progress, type ProgressStream } from './progress';
import type { Report } from './report';
import { reviewWorkbook } from './review-workbook';
import { EXIT, Summary } from './summary';
import { JsonReport } from './to-json';
import { TextReport } from './to-text';
import { OutputFolder } from './write-file';

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
  const output = new Output(io.stdout);
  return (await clearWorkbooks(options, output)) ? EXIT.clean : EXIT.failure;
}

async function check(options: CheckOptions, io: CommandIo): Promise<number> {
  const { format, locale, quiet, failOn } = options;
  const texts = TEXTS[locale];
  const profile = await chosenProfile(options, io);
  if (profile === 'unusable') return EXIT.failure;
  const { files, emptyFolders, lockFiles } = await findWorkbooks(options.paths);
  const progress = new Progress(io.stderr, quiet, files.length);
  for (const path of emptyFolders) progress.line(fill(texts.emptyFolder, { path }));
  for (const path of lockFiles) progress.line(fill(texts.lockFile, { path }));

  const output = new Output(io.stdout);
  const report = REPORTS[format](locale);
  const folder = options.out === null ? null : new OutputFolder(options.out, options.force);
  const summary = new Summary();
  await output.write(report.open());
  for (const [done, found] of files.entries()) {
    progress.step(done, found.path);
    const result = await reviewWorkbook(found, profile, folder ? copyInto(folder, found, locale) : undefined);
    summary.add(result);
    // In a terminal the text itself says it, on the same screen.
    if (result.problem && format === 'json')
      progress.line(`${result.file}: ${problemText(result.problem, locale)}`);
    if (format !== 'json') progress.clear();
    for (const piece of report.workbook(result)) await output.write(piece);
    await output.flush();
    if (output.closed) break;
  }
  progress.clear();
  await output.write(report.close(summary));
  await output.flush();
  if (output.error && output.error.code !== 'EPIPE') {
    io.stderr.write(`${fill(texts.outputFailed, { reason: output.error.message })}\n`);
    return EXIT.failure;
  }
  return summary.exitStatus(failOn);
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
