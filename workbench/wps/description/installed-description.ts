import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EtDescription } from './et-description';
import { readDeclarations } from './read-declarations';

/** The package of Kingsoft's types. Its notice allows no changed copies: what is read from it stays on the machine. */
export const DECLARATIONS = 'et-jsapi-declare';

const FILES = ['base.d.ts', 'index.d.ts', 'addon.et.d.ts', 'lib.et.d.ts', 'lib.kso.d.ts'];

/** To be raised whenever the reader reads something else. */
const READER = 2;

let description: EtDescription | undefined;

/**
 * What the installed package declares. It is read once for its bytes and kept beside the installed packages, where
 * nothing is committed or shipped from.
 * @param root folder of the project
 * @throws Error where the package is not installed
 */
export function installedDescription(root: string): EtDescription {
  description ??= readInstalled(root);
  return description;
}

/** Folder of the installed package. @throws Error where it is not installed */
export function declarationsFolder(root: string): string {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve(`${DECLARATIONS}/package.json`));
  } catch {
    throw new Error(`${DECLARATIONS} is not installed: run npm ci`);
  }
}

function readInstalled(root: string): EtDescription {
  const folder = declarationsFolder(root);
  const files = FILES.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const hash = createHash('sha256').update(String(READER));
  for (const { text } of files) hash.update(text);
  const cache = join(dirname(folder), '.cache/annex-reviewer');
  const kept = join(cache, `${DECLARATIONS}-${version}-${hash.digest('hex').slice(0, 16)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as EtDescription;
  const read = readDeclarations(version, files);
  mkdirSync(cache, { recursive: true });
  // Several runs may do this at once; a file that is half written must not be seen by another.
  const written = `${kept}.${process.pid}`;
  writeFileSync(written, JSON.stringify(read));
  renameSync(written, kept);
  return read;
}
