/** Two kinds of tests may run: `node` for everything without a page; a `jsdom` project joins it when there is a pane. */
export default {
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.test.ts'],
      transform: { '^.+\\.tsx?$': '@swc/jest' },
    },
  ],
};
