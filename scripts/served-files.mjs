/** Which files the server of the workbench hands out: what was built, and what its pages ask for besides. No sources. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { ROOT } from './dependencies.mjs';
import wpsPackage from './wps-package.js';

export const ADDIN = 'dist/addin';
export const WORKBENCH = 'dist/workbench';
export const WPS_PACKAGE = `${wpsPackage.OUTPUT}/${wpsPackage.FOLDER}`;
const OFFICE_JS = 'node_modules/@microsoft/office-js/dist';

/** Pages are not among them: the server makes those itself. */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

const SINGLE = {
  '/sample.xlsx': 'assets/samples/self-evaluation-annex.xlsx',
  '/manifest.xml': 'manifest.xml',
  '/favicon.ico': 'assets/icons/annex-32.png',
};

/** Of Microsoft's package: the library, its half for Excel, and its texts. */
const OF_OFFICE_JS =
  /^(office|excel-(win32|web)-[\d.]+|o15apptofilemappingtable|[a-z\d-]+\/office_strings)\.js$/;

/**
 * The file behind a path and what it is, or `null` where nothing is served.
 * @param path decoded, with its leading slash
 */
export function servedFile(path) {
  const file = fileOf(path);
  const type = file && TYPES[extname(file)];
  return type ? { file, type } : null;
}

function fileOf(path) {
  if (Object.hasOwn(SINGLE, path)) return join(ROOT, SINGLE[path]);
  const names = path.slice(1).split('/');
  // No names of folders above, no hidden files, nothing that some system reads as another name.
  if (names.some((name) => !/^[\w-][\w.-]*$/.test(name) || name.endsWith('.'))) return null;
  if (names[0] === 'workbench') return inside(WORKBENCH, names.slice(1).join('/'));
  if (names[0] === 'wps') return inside(WPS_PACKAGE, names.slice(1).join('/'));
  if (names[0] === 'office-js') {
    // office.js asks for its own files in the case that its authors wrote; the package has them in lower case.
    const name = names.slice(1).join('/').toLowerCase();
    return OF_OFFICE_JS.test(name) ? inside(OFFICE_JS, name) : null;
  }
  return inside(ADDIN, names.join('/'));
}

/** Links that lead out of the folder are not followed. */
function inside(folder, name) {
  const file = join(ROOT, folder, name);
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  return realpathSync(file).startsWith(realpathSync(join(ROOT, folder)) + sep) ? file : null;
}
