import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What dependencies are wanted for: building the add-in and the command, or that and the workbench. */
export const PRODUCT = 'product';
export const EVERYTHING = 'everything';

/**
 * Why the dependencies have to be installed, or `null` where what is installed is what package-lock.json says.
 * npm keeps its own list of what it installed; the two are compared.
 * @param scope `PRODUCT`: the workbench, a workspace with dependencies of its own, may be left out
 *   (`npm ci --workspaces=false`)
 * @param root the folder of package-lock.json
 */
export function reasonToInstall(scope = EVERYTHING, root = ROOT) {
  const installedList = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedList)) return 'no dependencies are installed yet';
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  let installed;
  try {
    installed = readJson(installedList).packages;
  } catch {
    return 'the last installation did not finish';
  }
  for (const path of scope === PRODUCT ? neededBy('', wanted) : installable(wanted)) {
    const { version, optional, devOptional, peer } = wanted[path];
    // Optional packages are left out on other platforms.
    if ((optional || devOptional || peer) && !installed[path]) continue;
    if (installed[path]?.version !== version)
      return 'package-lock.json has changed since the last installation';
  }
  return null;
}

/** What npm puts into a `node_modules`: neither the project and its workspaces nor the links to those. */
function installable(packages) {
  return Object.keys(packages).filter(
    (path) => path.split('/').includes('node_modules') && !packages[path].link,
  );
}

/** The paths of all packages that one of package-lock.json leads to, each found where Node would look for it. */
function neededBy(start, packages) {
  const found = new Set();
  const follow = (path) => {
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = packages[path];
    const names = Object.keys({
      ...dependencies,
      // Of a dependency npm installs none of its own development's.
      ...(path === start ? devDependencies : {}),
      ...optionalDependencies,
      ...peerDependencies,
    });
    for (const name of names) {
      const next = whereFound(name, path, packages);
      if (next === null || found.has(next)) continue;
      found.add(next);
      follow(next);
    }
  };
  follow(start);
  return found;
}

function whereFound(name, from, packages) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return null;
  }
}

/**
 * Installs the dependencies where that is due, in full view. Ends the process where it fails.
 * @param scope what they are needed for; what is installed is everything in either case
 */
export function ensureDependencies(scope = EVERYTHING) {
  const reason = reasonToInstall(scope);
  if (reason === null) return;
  console.error(`Installing dependencies with "npm ci" (${reason}) …`);
  const status = runNpm(['ci', '--include=dev']);
  if (status === 0 && reasonToInstall() === null) return;
  console.error(
    [
      '',
      `"npm ci" failed (exit status ${status}); nothing else was run.`,
      'Check the network connection and the npm registry (npm config get registry), then run "npm ci" yourself.',
    ].join('\n'),
  );
  process.exit(status || 1);
}

/** Runs the npm that runs this script, or the one on the path. Its output goes to standard error. */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  const inside = npm && /\.[cm]?js$/.test(npm) ? [process.execPath, [npm, ...args]] : ['npm', args];
  const [command, words] = inside;
  const result = spawnSync(command, words, {
    cwd: ROOT,
    stdio: ['inherit', 2, 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (result.error) console.error(`npm could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

/** Runs a program of a dependency (`jest`, `webpack`) with Node. Returns its exit status. */
export function runProgram(name, args, options = {}) {
  const { nodeArgs = [], ...rest } = options;
  const program = programPath(name);
  const result = spawnSync(process.execPath, [...nodeArgs, program, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    ...rest,
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** The script behind the program that a dependency installs under `name`. */
function programPath(name) {
  const owner = { tsc: 'typescript', webpack: 'webpack-cli' }[name] ?? name;
  const folder = join(ROOT, 'node_modules', owner);
  const { bin } = readJson(join(folder, 'package.json'));
  const program = typeof bin === 'string' ? bin : (bin[name] ?? bin[Object.keys(bin)[0]]);
  return join(folder, program);
}
