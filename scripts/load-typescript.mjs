import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { ROOT } from './dependencies.mjs';

/**
 * A `require` that takes the project's TypeScript files, translated by SWC with the project's own settings.
 * @returns a function that loads a module by its path relative to the project's folder
 */
export function typescriptLoader() {
  const require = createRequire(`${ROOT}/`);
  const { transformSync } = require('@swc/core');
  Module._extensions['.ts'] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      cwd: ROOT,
      module: { type: 'commonjs' },
      sourceMaps: false,
    });
    module._compile(code, filename);
  };
  return (path) => require(`./${path}`);
}
