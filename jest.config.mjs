/** Dependencies of the workbench's grid that come as ES modules alone: jest has to transform them. */
const modules =
  'lodash-es|nanoid|rbush|quickselect|kdbush|cjk-regex|regexp-util|unicode-regex|franc-min|trigram-utils|n-gram|collapse-white-space';

/** Two kinds of tests may run: `node` for everything without a page; `jsdom` for the pane. */
export default {
  // None of the tests is about time; a busy machine may take a long while over one.
  testTimeout: 60_000,
  // Jest leaves a core to itself; on a machine with two that would be half of them.
  maxWorkers: '100%',
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.test.ts'],
      transform: {
        '^.+\\.tsx?$': '@swc/jest',
        [`/node_modules/(${modules})/.+\\.m?js$`]: '@swc/jest',
      },
      transformIgnorePatterns: [`/node_modules/(?!(${modules})/)`],
    },
    {
      displayName: 'jsdom',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/test/pane'],
      testMatch: ['**/*.test.tsx'],
      transform: { '^.+\\.tsx?$': '@swc/jest' },
    },
  ],
};
