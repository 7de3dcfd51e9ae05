/**
 * Runs a program of a dependency, after installing the dependencies where that is due:
 *
 *     node scripts/run.mjs eslint .
 */
import { ensureDependencies, runProgram } from './dependencies.mjs';

const [program, ...args] = process.argv.slice(2);

ensureDependencies();
process.exitCode = runProgram(program, args);
