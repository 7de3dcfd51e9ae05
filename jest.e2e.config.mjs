/** The end-to-end tests: the built pane in the workbench, in a real browser; `npm run test:e2e`. */
export default {
  displayName: 'e2e',
  testEnvironment: 'node',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.ts'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  testTimeout: 60_000,
};
