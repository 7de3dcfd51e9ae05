import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dependencies-'));
  mkdirSync(join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Packages = Record<string, object>;

/** A project with a grid in its workspace: `shared` and, in another version for the grid alone, `inner` are needed by both. */
const WANTED: Packages = {
  '': { name: 'project', dependencies: { shared: '1.0.0' }, devDependencies: { tool: '1.0.0' } },
  bench: { name: '@project/bench', devDependencies: { grid: '1.0.0', shared: '1.0.0' } },
  'node_modules/@project/bench': { resolved: 'bench', link: true },
  'node_modules/shared': { version: '1.0.0', dependencies: { inner: '1.0.0' } },
  'node_modules/inner': { version: '1.0.0' },
  'node_modules/tool': { version: '1.0.0', dev: true, optionalDependencies: { fast: '1.0.0' } },
  'node_modules/fast': { version: '1.0.0', dev: true, optional: true },
  'node_modules/grid': { version: '1.0.0', dev: true, dependencies: { inner: '2.0.0' } },
  'node_modules/grid/node_modules/inner': { version: '2.0.0', dev: true },
};

/** What is wanted without some packages and with others. */
function installed(without: readonly string[], changed: Packages = {}): Packages {
  const left = Object.entries(WANTED).filter(([path]) => path !== '' && !without.includes(path));
  return { ...Object.fromEntries(left), ...changed };
}

const WORKSPACE = Object.keys(WANTED).filter((path) => /bench|grid/.test(path));

/** Asks the module, which jest does not load itself. */
function reasonToInstall(scope: 'product' | 'everything', there: Packages): string | null {
  const put = (path: string, packages: Packages): void =>
    writeFileSync(join(folder, path), JSON.stringify({ packages }));
  put('package-lock.json', WANTED);
  put('node_modules/.package-lock.json', there);
  const code = `import('./scripts/dependencies.mjs').then((m) =>
    console.log(JSON.stringify(m.reasonToInstall(...process.argv.slice(1)))))`;
  const said = execFileSync(process.execPath, ['-e', code, scope, folder], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(said) as string | null;
}

const CHANGED = 'package-lock.json has changed since the last installation';

test.each([
  ['everything is there', [], {}],
  ['the link to the workspace is missing', ['bench', 'node_modules/@project/bench'], {}],
  ['an optional package does not fit the platform', ['node_modules/fast'], {}],
])('nothing has to be installed where %s', (_, without, changed) => {
  expect(reasonToInstall('everything', installed(without, changed))).toBeNull();
});

test('the product needs nothing of the workspace, the workbench does', () => {
  expect(reasonToInstall('product', installed(WORKSPACE))).toBeNull();
  expect(reasonToInstall('everything', installed(WORKSPACE))).toBe(CHANGED);
});

test.each([
  ['its own dependency', 'node_modules/shared'],
  ['a tool of its development', 'node_modules/tool'],
  ['a dependency of a dependency', 'node_modules/inner'],
])('the product needs %s, in the version that is wanted', (_, path) => {
  expect(reasonToInstall('product', installed([...WORKSPACE, path]))).toBe(CHANGED);
  expect(reasonToInstall('product', installed(WORKSPACE, { [path]: { version: '0.9.0' } }))).toBe(CHANGED);
});

test('a version inside the workspace is the workbench’s alone', () => {
  const other = { 'node_modules/grid/node_modules/inner': { version: '2.1.0' } };
  expect(reasonToInstall('product', installed([], other))).toBeNull();
  expect(reasonToInstall('everything', installed([], other))).toBe(CHANGED);
});
