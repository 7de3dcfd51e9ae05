/**
 * Runs a program of a dependency, after installing the dependencies where that is due:
 *
 *     node scripts/run.mjs [--build] jest --watch
 *
 * `--build` builds the command first where a source has changed.
 */
import { ensureBuilt } from './build.mjs';
import { ensureDependencies, runProgram } from './dependencies.mjs';

const words = process.argv.slice(2);
const builds = words[0] === '--build';
const [program, ...args] = builds ? words.slice(1) : words;

ensureDependencies();
if (builds) ensureBuilt();
process.exitCode = runProgram(program, args);
