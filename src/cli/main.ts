import packageJson from '../../package.json';
import { fill, type Locale } from '../engine/language';
import { builtInProfile } from '../engine/profile/built-in';
import type { Vocabulary } from '../engine/annex/corrections/vocabulary';
import type { Profile } from '../engine/profile/profile';
import { readArguments, type CheckOptions, type ClearOptions, type CompareOptions } from './arguments';
import { checkWorkbooks } from './check-workbooks';
import { clearWorkbooks } from './clear-workbooks';
import { compareWorkbooks } from './compare/compare-workbooks';
import { findWorkbooks, type Found } from './find-workbooks';
import { helpText, TEXTS, usageText } from './i18n/texts';
import { oneLine } from './one-line';
import { Output } from './output';
import { readProfileFile } from './profile-file';
import { readVocabularyFile } from './vocabulary-file';
import { Progress, type ProgressStream } from './progress';
import { EXIT } from './summary';
import type { ThreadOptions } from './threads/start-reviewing';
import type { UserFile } from './user-file';

/** The streams the command writes to. */
export interface CommandIo {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: ProgressStream;
  /** How threads are started; absent: all work is done in this one. */
  readonly threads?: ThreadOptions;
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
  if (command.command === 'compare') return compare(command.options, io);
  const output = new Output(io.stdout);
  await output.write(command.command === 'help' ? helpText(command.locale) : `${packageJson.version}\n`);
  await output.flush();
  return EXIT.clean;
}

async function clear(options: ClearOptions, io: CommandIo): Promise<number> {
  const { locale, quiet, out } = options;
  const found = await findWorkbooks(options.paths, out);
  tellLeftOut(found, new Progress(io.stderr, quiet, found.files.length), locale);
  const output = new Output(io.stdout);
  const done = await clearWorkbooks(found, options, output);
  return done && isWhole(output, io, locale) ? EXIT.clean : EXIT.failure;
}

async function compare(options: CompareOptions, io: CommandIo): Promise<number> {
  const profile = await chosenProfile(options, io);
  const vocabulary = await givenVocabulary(options, io);
  if (profile === 'unusable' || vocabulary === 'unusable') return EXIT.failure;
  const output = new Output(io.stdout);
  const given = { ...(profile && { profile }), ...(vocabulary && { vocabulary }) };
  const status = await compareWorkbooks(options, given, output);
  return isWhole(output, io, options.locale) ? status : EXIT.failure;
}

async function check(options: CheckOptions, io: CommandIo): Promise<number> {
  const { format, locale, quiet, trustRecords, withoutRecords, explain, hidden } = options;
  const profile = await chosenProfile(options, io);
  const vocabulary = await givenVocabulary(options, io);
  if (profile === 'unusable' || vocabulary === 'unusable') return EXIT.failure;
  const found = await findWorkbooks(options.paths, options.out);
  const progress = new Progress(io.stderr, quiet, found.files.length);
  tellLeftOut(found, progress, locale);
  const output = new Output(io.stdout);
  const job = { format, locale, profile, vocabulary, trustRecords, withoutRecords, explain, hidden };
  const status = await checkWorkbooks(found, job, options, output, progress, io.threads);
  return isWhole(output, io, locale) ? status : EXIT.failure;
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

/** The profile that was asked for; `null` where none was. Says what is wrong with one that cannot be used. */
async function chosenProfile(
  { profile, rules, locale }: Pick<CheckOptions, 'profile' | 'rules' | 'locale'>,
  io: CommandIo,
): Promise<Profile | 'unusable' | null> {
  if (rules === null) return profile === null ? null : (builtInProfile(profile) ?? null);
  const read = await readProfileFile(rules, locale);
  if ('profile' in read) return read.profile;
  tellUnusable(rules, 'rules', read.problems, locale, io);
  return 'unusable';
}

/** The vocabulary that was given; `null` where none was. Says what is wrong with one that cannot be used. */
async function givenVocabulary(
  { vocabulary: path, locale }: Pick<CheckOptions, 'vocabulary' | 'locale'>,
  io: CommandIo,
): Promise<Vocabulary | 'unusable' | null> {
  if (path === null) return null;
  const read = await readVocabularyFile(path, locale);
  if ('vocabulary' in read) return read.vocabulary;
  tellUnusable(path, 'vocabulary', read.problems, locale, io);
  return 'unusable';
}

function tellUnusable(
  path: string,
  kind: UserFile,
  problems: readonly string[],
  locale: Locale,
  { stderr }: CommandIo,
): void {
  const { userFileWrong, userFiles } = TEXTS[locale];
  stderr.write(`${oneLine(fill(userFileWrong, { path, what: userFiles[kind] }))}\n`);
  for (const problem of problems) stderr.write(`  ${oneLine(problem)}\n`);
}
