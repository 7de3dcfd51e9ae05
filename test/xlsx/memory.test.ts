import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildXlsxOfSheetXml } from '../support/xlsx/xlsx-builder';
import { open } from '../support/xlsx/xlsx-reading';

const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes in use once everything that can go is gone. */
function megabytesInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

test('what is kept of a large part is its values, not its text', () => {
  const padding = `<!--${'绩效自评'.repeat(4 * MEGABYTE)}-->`;
  const cells = Array.from(
    { length: 1000 },
    (_, i) =>
      `<row><c t="inlineStr"><is><t>绩效自评表的一段说明文字${i}</t></is></c><c t="str"><f>CONCATENATE(B1,C1,D1,${i})</f><v>&lt;公式的文字结果&gt;${i}</v></c></row>`,
  );
  const bytes = buildXlsxOfSheetXml(`<sheetData>${padding}${cells.join('')}</sheetData>`);
  const before = megabytesInUse();
  const sheet = open(bytes).readSheet(0);
  const after = megabytesInUse();
  expect(sheet.values[999]).toEqual(['绩效自评表的一段说明文字999', '<公式的文字结果>999']);
  expect(after - before).toBeLessThan(10);
});
