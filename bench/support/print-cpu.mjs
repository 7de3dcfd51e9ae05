/**
 * Preloaded (`node --import`) into a process that is measured: when it ends, writes to the file descriptor 3 what it used,
 * as one line of JSON: `cpu` and `wall` in seconds, `peak` memory in MB. All threads of the process count; the threads
 * themselves, which are preloaded too, write nothing.
 */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(
      3,
      `${JSON.stringify({ cpu: (user + system) / 1e6, wall: process.uptime(), peak: process.resourceUsage().maxRSS / 1024 })}\n`,
    );
  });
