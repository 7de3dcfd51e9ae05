import { spawn } from 'node:child_process';

export interface ProgramRun {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** It was ended because it took too long. */
  readonly late: boolean;
}

/**
 * Runs a program to its end; it, and whatever it started, is ended after the time limit.
 * @returns `null` where there is no such program
 */
export function runProgram(
  command: string,
  args: readonly string[],
  limitMilliseconds: number,
): Promise<ProgramRun | null> {
  return new Promise((resolve, reject) => {
    // A group of its own, because an office program is a script that starts another.
    const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, limitMilliseconds);
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      if (error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    child.on('close', (status) => {
      clearTimeout(limit);
      resolve({ status, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString(), late });
    });
  });
}
