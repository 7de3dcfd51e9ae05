import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileHost } from '../../../src/host/file/file-host';
import { HostError } from '../../../src/host/port';
import { XlsxError } from '../../../src/xlsx';
import { ANNEX_PARTS } from '../../support/annexes/annex-parts';
import { mutatedFile, mutatedSheet, type MutatedFile } from '../../support/xlsx/mutated-files';
import { openWithOpenpyxl } from '../../support/outside/outside-readers';
import { partsOf } from '../../support/xlsx/package-parts';
import { reviewedFile } from '../../support/xlsx/reviewed-file';
import { faultsOfXml } from '../../support/xlsx/xml-faults';

/** `npm run nightly` tries them all. */
const ALL = process.env.MUTATIONS === 'all';
const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FILE = join(folder, 'mutated.xlsx');

const isRefusal = (error: unknown): boolean => error instanceof XlsxError || error instanceof HostError;

async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result | 'refused'> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) return 'refused';
    throw error;
  }
}

/**
 * The parts of a file by their names in small letters, which tell nothing apart; `null` where another library cannot
 * read it.
 */
function partsOr(bytes: Uint8Array): ReadonlyMap<string, Buffer> | null {
  try {
    return new Map([...partsOf(bytes)].map(([name, content]) => [name.toLowerCase(), content]));
  } catch {
    return null;
  }
}

/** The copy that was made of a damaged file. */
const copyOf = (seed: number): string => join(folder, `copy-${seed}.xlsx`);
const originalOf = (seed: number): string => join(folder, `original-${seed}.xlsx`);

/** What is wrong with what became of a damaged file; nothing where it was refused in words, or came through whole. */
async function faultsOf({ bytes }: MutatedFile, seed: number): Promise<readonly string[] | 'refused'> {
  const reviewed = await orRefusal(() => reviewedFile(FILE, bytes));
  if (reviewed === 'refused') return reviewed;
  writeFileSync(originalOf(seed), bytes);
  writeFileSync(copyOf(seed), reviewed.copy);
  const [before, after] = [partsOr(bytes), partsOr(reviewed.copy)];
  if (!before || !after) return before ? ['the copy is no zip'] : [];
  const faults = [...before.keys()].filter((name) => !after.has(name)).map((name) => `${name} is lost`);
  for (const [name, content] of after) {
    const old = before.get(name);
    if (!/\.(xml|rels|vml)$/i.test(name) || old?.equals(content)) continue;
    if (!old || faultsOfXml(old, name).length === 0) faults.push(...faultsOfXml(content, name));
  }
  writeFileSync(FILE, reviewed.copy);
  const cleared = await orRefusal(async () => (await openFileHost(FILE)).saveCleared());
  if (cleared === 'refused') return [...faults, 'the copy cannot be cleared'];
  const back = partsOr(cleared.bytes) ?? new Map<string, Buffer>();
  for (const name of new Set([...before.keys(), ...back.keys()]))
    if (!before.get(name)?.equals(back.get(name) ?? Buffer.of(0))) faults.push(`${name} is not given back`);
  return faults;
}

/** Those copies that openpyxl does not open although it opens the original, and what it says. */
function notOpened(seeds: readonly number[]): readonly string[] {
  const answers = openWithOpenpyxl(seeds.flatMap((seed) => [originalOf(seed), copyOf(seed)]));
  if (answers === null) {
    process.stderr.write('Not installed, so not tested with: openpyxl\n');
    return [];
  }
  return seeds.flatMap((seed, index) => {
    const [original, copy] = answers.slice(2 * index, 2 * index + 2);
    return original === null && copy !== null ? [`${seed}: openpyxl opens it no longer: ${copy}`] : [];
  });
}

test.each([
  ['files', mutatedFile, ALL ? 1500 : 60, 1],
  ['worksheets', mutatedSheet, ALL ? 5000 : 90, 100_000],
] as const)(
  'damaged %s are refused in words or come through whole',
  async (what, mutate, count, first) => {
    const bad: string[] = [];
    const ends = { refused: 0, sound: 0 };
    const copied: number[] = [];
    for (let seed = first; seed < first + count; seed++) {
      const file = mutate(ANNEX_PARTS, seed);
      let faults: readonly string[] | 'refused';
      try {
        faults = await faultsOf(file, seed);
      } catch (error) {
        faults = [String(error)];
      }
      if (faults !== 'refused') copied.push(seed);
      if (faults === 'refused') ends.refused++;
      else if (faults.length === 0) ends.sound++;
      else bad.push(`${seed} (${file.how}): ${faults.join('; ')}`);
    }
    bad.push(...notOpened(copied));
    if (ALL)
      process.stdout.write(
        `${what}: ${count} tried, ${ends.sound} came through whole, ${ends.refused} refused, ${bad.length} bad\n`,
      );
    expect(bad).toEqual([]);
    expect(ends.sound).toBeGreaterThan(count / 10);
    expect(ends.refused).toBeGreaterThan(count / 10);
  },
  3_600_000,
);
