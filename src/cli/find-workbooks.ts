import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, relative, sep } from 'node:path';
import { isInside, realPlace } from './real-place';

/** A file to review, or a folder that could not be listed. `path` begins as it was given on the command line. */
export interface FoundFile {
  readonly path: string;
  /** Its path below the folder that was given; of a file that was given itself, its name. */
  readonly below: string;
  /** Only for a folder: why it could not be listed. */
  readonly folderError: unknown;
}

export interface Found {
  readonly files: readonly FoundFile[];
  /** Folders among the given paths in which there was no workbook at all. */
  readonly emptyFolders: readonly string[];
  /** Lock files among the given paths (a shell's `*.xlsx` names them too); they are left out. */
  readonly lockFiles: readonly string[];
  /** The real paths of the folders among the given paths. */
  readonly folders: readonly string[];
  /** Where the walk has met the folder of the copies, and left it out. */
  readonly copyFolders: readonly string[];
}

/**
 * What a folder is searched for. Formats that cannot be read (.xls, .et, .xlsb, .ods) are found all the same:
 * a worksheet that was not reviewed must not look like one without findings.
 */
const WORKBOOK_EXTENSIONS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.et', '.xlsb', '.ods']);

/**
 * Lists the workbooks of the given files and folders: in the order given, a folder's files (of all its levels)
 * in code-unit order of their paths. Leaves out lock files (`~$…`) and hidden files and folders.
 * A path that names no folder is passed on as a file; whether it can be read shows when it is opened.
 *
 * @param out the folder that copies go into: where it lies below a given folder, or a link leads into it, it is left
 *   out, so that no run takes the copies of the one before for originals
 */
export async function findWorkbooks(paths: readonly string[], out: string | null = null): Promise<Found> {
  const copies = out === null ? null : await realPlace(out);
  const files: FoundFile[] = [];
  const emptyFolders: string[] = [];
  const lockFiles: string[] = [];
  const folders: string[] = [];
  const copyFolders: string[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      if (isLockFile(basename(path))) lockFiles.push(path);
      else files.push({ path, below: basename(path), folderError: null });
      continue;
    }
    const before = files.length;
    const root = await realpath(path);
    folders.push(root);
    const isCopies = copies === null || root === copies || isInside(root, copies);
    await walk(
      path,
      { given: path, root, visited: new Set(), copies: isCopies ? null : copies, copyFolders },
      files,
    );
    if (files.length === before) emptyFolders.push(path);
  }
  return { files, emptyFolders, lockFiles, folders, copyFolders };
}

interface Walk {
  /** The folder as it was given on the command line. */
  readonly given: string;
  /** The real path of the folder the walk began in. */
  readonly root: string;
  /** Real paths of the folders outside `root` that links led to. */
  readonly visited: Set<string>;
  /** The real path of the folder of the copies; `null`: there is none, or the walk was asked to begin in it. */
  readonly copies: string | null;
  /** Where it was met. */
  readonly copyFolders: string[];
}

async function walk(folder: string, context: Walk, files: FoundFile[]): Promise<void> {
  let entries;
  try {
    entries = await listFolder(folder, context);
  } catch (error) {
    files.push({ path: folder, below: relative(context.given, folder), folderError: error });
    return;
  }
  for (const { path, isFolder, isLink } of entries) {
    if ((isFolder || isLink) && (await isCopy(path, context))) {
      if (isFolder) context.copyFolders.push(path);
    } else if (isFolder) await walk(path, context, files);
    else files.push({ path, below: relative(context.given, path), folderError: null });
  }
}

/** Whether a folder or a link leads to the folder of the copies or into it. */
async function isCopy(path: string, { copies }: Walk): Promise<boolean> {
  if (copies === null) return false;
  const real = await realPlace(path);
  return real === copies || isInside(real, copies);
}

interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** The folders and workbooks directly in a folder, in such an order that the walk meets paths in theirs. */
async function listFolder(folder: string, context: Walk): Promise<Entry[]> {
  const found: (Entry & { key: string })[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (name.startsWith('.') || isLockFile(name)) continue;
    const path = joinAsGiven(folder, name);
    const isLink = entry.isSymbolicLink();
    const kind = isLink ? await kindOfLink(path, context) : entry;
    if (kind?.isDirectory()) found.push({ path, isFolder: true, isLink, key: name + sep });
    else if (kind?.isFile() && WORKBOOK_EXTENSIONS.has(extname(name).toLowerCase()))
      found.push({ path, isFolder: false, isLink, key: name });
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * What a link stands for; `null` where it is not to be followed: it leads nowhere, into the folder that is being
 * walked anyway (so loops end), or where another link has led.
 */
async function kindOfLink(
  path: string,
  { root, visited }: Walk,
): Promise<{ isDirectory(): boolean; isFile(): boolean } | null> {
  try {
    const target = await stat(path);
    if (!target.isDirectory()) return target;
    const real = await realpath(path);
    const known = real === root || isInside(real, root) || isInside(root, real) || visited.has(real);
    visited.add(real);
    return known ? null : target;
  } catch {
    // A workbook's link that leads nowhere is reported when it is opened.
    return lstat(path).then(
      () => ({ isDirectory: () => false, isFile: () => true }),
      () => null,
    );
  }
}

/** What Excel and WPS lay beside a workbook while it is open. */
function isLockFile(name: string): boolean {
  return name.startsWith('~$');
}

/** Joins without tidying up, so that results carry the path as the caller wrote it. */
function joinAsGiven(folder: string, name: string): string {
  return folder.endsWith('/') || folder.endsWith(sep) ? folder + name : folder + sep + name;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
