import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PRINT_CPU = new URL('./print-cpu.mjs', import.meta.url).href;

/**
 * Runs Node with the given words to its end; what it prints is read and thrown away.
 * @returns what the whole process used: `cpu` and `wall` in seconds, `peak` in MB, and its exit `status`
 */
export function measureNode(words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', PRINT_CPU, ...words], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    let used = '';
    child.stdout.resume();
    child.stdio[3].setEncoding('utf8').on('data', (text) => (used += text));
    child.on('error', reject);
    child.on('close', (status) =>
      used === ''
        ? reject(new Error(`${fileURLToPath(PRINT_CPU)} printed nothing; status ${status}`))
        : resolve({ ...JSON.parse(used), status }),
    );
  });
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
