/**
 * The end-to-end tests: the built pane in the workbench, in a real browser; `npm run test:e2e`. They run in what
 * office.js takes for Excel on Windows and once more in what it takes for Excel on the web; one of them alone:
 * `npm run test:e2e -- --selectProjects web`.
 *
 * @param {'win32' | 'web'} excelPlatform
 * @param {readonly string[]} leftOut files that show nothing new there
 */
const project = (excelPlatform, leftOut = []) => ({
  displayName: excelPlatform,
  globals: { excelPlatform },
  testEnvironment: 'node',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.ts'],
  testPathIgnorePatterns: leftOut.map((name) => `/${name}\\.e2e\\.ts$`),
  transform: { '^.+\\.tsx?$': '@swc/jest' },
});

/** What the pages hold by themselves, and show without a host, is the same on both; so is what is shown in WPS. */
const ALIKE = ['pages', 'forms-workbook', 'wps-package', 'wps-workbench'];

/** What hangs little on the kind of Excel; `npm run nightly -- excel-on-the-web` shows it there, too. */
const SELDOM =
  process.env.E2E_WEB === 'all'
    ? []
    : ['bad-inputs', 'corrections', 'dismissals', 'engine', 'received', 'workbench'];

export default {
  projects: [project('win32'), project('web', [...ALIKE, ...SELDOM])],
  testTimeout: 60_000,
};
