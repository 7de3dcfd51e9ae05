/**
 * The engines that WPS embeds, as Chromium itself: npm packages that were made for servers without a browser hold them.
 * They are fetched by whoever asks for one, checked against their digests and kept in a cache of the user's; installing
 * the project brings none of them.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** By release of Chromium. Both packages are under the MIT licence. */
const PACKAGES = {
  87: {
    name: 'chrome-aws-lambda@5.4.0',
    sha512: 'edlk3okaPwVJ7lLhmi0p1Xs0lx3ekloW5Lqq+q+V0jS/4dyXYLeA23SKdB+A6+hBf/n88yfR8ssb78tBD/C9CA==',
  },
  105: {
    name: '@sparticuz/chrome-aws-lambda@15.5.0',
    sha512: 'TT3Q6ui6whXuPczOWISIuyoYHhG7WsTSicVJZ6x37sQb3+H++rCGKeQVmoYzWr+54g4ryfg5X2gBSweXRI8GMw==',
  },
};

/** Whether these builds run on this machine at all. */
export const RUNS_HERE = process.platform === 'linux' && process.arch === 'x64';

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'annex-reviewer');

/**
 * How to launch a release with playwright-core, fetched first where it is not there yet.
 * @throws Error where it cannot be fetched, or what was fetched is not what it was when it was pinned
 */
export function oldChromium(release) {
  const folder = join(CACHE, `chromium-${release}`);
  if (!existsSync(folder)) fetchTo(folder, PACKAGES[release]);
  return {
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--single-process', '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
  };
}

/** All in a folder of its own, which gets its name once everything is there. */
function fetchTo(folder, { name, sha512 }) {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'fetching-'));
  try {
    console.error(`Fetching ${name} …`);
    run('npm', ['pack', name, '--silent', '--pack-destination', work], work);
    const archive = readdirSync(work).find((file) => file.endsWith('.tgz'));
    const bytes = readFileSync(join(work, archive));
    const digest = createHash('sha512').update(bytes).digest('base64');
    if (digest !== sha512) throw new Error(`${name} is not what it was when it was pinned: sha512-${digest}`);
    run('tar', ['-xzf', archive], work);
    const bin = join(work, 'package/bin');
    mkdirSync(join(work, 'done'));
    writeFileSync(join(work, 'done/chromium'), unbrotlied(join(bin, 'chromium.br')));
    chmodSync(join(work, 'done/chromium'), 0o755);
    unpack(join(bin, 'aws.tar.br'), join(work, 'done'));
    // Drawing without a graphics card: looked for in a folder beside the program.
    unpack(join(bin, 'swiftshader.tar.br'), join(work, 'done/swiftshader'));
    if (!existsSync(folder)) renameSync(join(work, 'done'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function unpack(archive, to) {
  mkdirSync(to, { recursive: true });
  const tar = `${archive}.tar`;
  writeFileSync(tar, unbrotlied(archive));
  run('tar', ['-xf', tar, '-C', to], to);
}

const unbrotlied = (file) => brotliDecompressSync(readFileSync(file));

function run(program, args, cwd) {
  const { status, error, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${error?.message ?? stderr}`);
}
