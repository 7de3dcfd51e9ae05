import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two characters of these make the name of a place; there are 1,024 such names. */
const FIRST = '青临安平永嘉清宁新武东南西北长广德和兴泰云龙金石玉景明文崇惠福丰';
const SECOND = '禾川江河山阳阴城林泉溪湖州海原陵岭桥田水峰谷源台港洲沙潭塘湾坪坝';

function placeOf(number) {
  const count = FIRST.length * SECOND.length;
  // A step that shares no factor with the count visits all names.
  const i = (number * 389) % count;
  return FIRST[i % FIRST.length] + SECOND[Math.floor(i / FIRST.length)];
}

/** Shorter texts are figures and words of the form; longer ones say what was done, and where. */
const FEWEST_CHARACTERS = 4;
const WORDS = /^\p{Script=Han}{2}|\p{Script=Han}{3}/u;

/**
 * The sheet as another place would have filled it in: the place's name stands in what the projects' rows say in words,
 * so that hardly a sentence is that of another workbook. Labels, figures, formulas and notes stay.
 */
function filledInAt(place, { sheet, layout }) {
  const values = [...sheet.values];
  for (const row of layout.projectRows)
    values[row - sheet.firstRow] = values[row - sheet.firstRow].map((value) =>
      isInWords(value) ? place + value : value,
    );
  return { ...sheet, values };
}

function isInWords(value) {
  return typeof value === 'string' && value.length >= FEWEST_CHARACTERS && WORDS.test(value);
}

/**
 * Writes `count` generated annexes, each a workbook of its own, always the same; tells how alike they are.
 * @param load loads the project's TypeScript modules
 * @returns the folder, the cells and distinct texts of a workbook on average, and the share of a workbook's distinct
 *   texts that stand in another of the workbooks too
 */
export function writeDifferentWorkbooks(count, load) {
  const { generateAnnex } = load('test/support/annexes/annex-generator/generate');
  const { toFiles } = load('test/support/annexes/annex-generator/to-files');
  const folder = join(tmpdir(), 'annex-reviewer-bench', `different-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const textsOf = [];
  let cells = 0;
  for (let i = 0; i < count; i++) {
    const made = generateAnnex(i + 1);
    const sheet = filledInAt(placeOf(i), made);
    const filled = sheet.values.flat().filter((value) => value !== null);
    cells += filled.length;
    textsOf.push(new Set(filled.filter((value) => typeof value === 'string')));
    writeFileSync(
      join(folder, `annex-${String(i + 1).padStart(5, '0')}.xlsx`),
      toFiles({ ...made, sheet }).xlsx,
    );
  }
  const holders = new Map();
  for (const texts of textsOf) for (const text of texts) holders.set(text, (holders.get(text) ?? 0) + 1);
  const all = textsOf.flatMap((texts) => [...texts]);
  return {
    folder,
    cells: cells / count,
    texts: all.length / count,
    shared: all.filter((text) => holders.get(text) > 1).length / all.length,
  };
}
