import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookReview } from '../../../src/app/workbook-review';
import { openFileHost } from '../../../src/host/file/file-host';
import { HostError, RESTORE_NAMESPACE } from '../../../src/host/port';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openWorkbook, XlsxError } from '../../../src/xlsx';
import { DEFAULT_LIMITS } from '../../../src/xlsx/limits';
import { decodeXml } from '../../../src/xlsx/xml/decode-xml';
import { XmlScanner } from '../../../src/xlsx/xml/xml-scanner';
import { ZipArchive } from '../../../src/xlsx/zip/zip-archive';
import {
  HOSTILE_WORKBOOKS,
  LYING_RECORDS,
  restorePart,
  workbookWithCustomPart,
} from '../../support/hostile-workbooks';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function open(bytes: Uint8Array) {
  const path = join(folder, 'hostile.xlsx');
  writeFileSync(path, bytes);
  return openFileHost(path);
}

async function reviewed(bytes: Uint8Array): Promise<Uint8Array> {
  const host = await open(bytes);
  const review = await WorkbookReview.of(host);
  for (const sheet of review.sheets) await review.review(sheet);
  await review.dress('zh-CN');
  return host.save();
}

/** The parts of a file that can be read, by the names of their entries. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, Buffer | null> {
  const zip = new ZipArchive(bytes, inflateWithZlib, DEFAULT_LIMITS);
  return new Map(
    zip.entries.map((entry) => {
      try {
        return [entry.name, Buffer.from(zip.read(entry))];
      } catch {
        return [entry.name, null];
      }
    }),
  );
}

/** Names of XML parts that are not well-formed. */
function malformed(parts: ReadonlyMap<string, Buffer | null>): string[] {
  return [...parts].flatMap(([name, content]) => {
    if (!/\.(xml|rels)$/i.test(name) || !content) return [];
    try {
      const scanner = new XmlScanner(decodeXml(content, name).text, { part: name });
      while (scanner.next() !== 0);
      return [];
    } catch {
      return [name];
    }
  });
}

function valuesOf(bytes: Uint8Array): unknown[] {
  const workbook = openWorkbook(bytes, { inflate: inflateWithZlib });
  return workbook.sheets.flatMap(({ index, name }) => {
    if (['单位汇总', '问题清单'].includes(name)) return [];
    try {
      return [[name, workbook.readSheet(index).values]];
    } catch {
      return [[name, 'unreadable']];
    }
  });
}

describe('the reviewed copy of', () => {
  const quick = HOSTILE_WORKBOOKS.filter(({ slow }) => !slow);

  test.each(quick.map((one) => [one.name, one] as const))('%s', async (_, { make, expect: wanted }) => {
    const bytes = make();
    let copy;
    try {
      copy = await reviewed(bytes);
    } catch (error) {
      expect([XlsxError, HostError].some((kind) => error instanceof kind)).toBe(true);
      expect(wanted).not.toBe('sound');
      return;
    }
    expect(wanted).not.toBe('error');
    const was = malformed(partsOf(bytes));
    expect(malformed(partsOf(copy)).filter((name) => !was.includes(name))).toEqual([]);
    expect(valuesOf(copy)).toEqual(expect.arrayContaining(valuesOf(bytes)));
  });
});

describe('clearing is not misled by a record that lies', () => {
  test.each(LYING_RECORDS.map(({ name, record }) => [name, record] as const))('%s', async (_, record) => {
    const bytes = workbookWithCustomPart(restorePart(RESTORE_NAMESPACE, record));
    const { bytes: cleared } = await (await open(bytes)).saveCleared();
    const [before, after] = [partsOf(bytes), partsOf(cleared)];
    const differing = [...before.keys()].filter((name) => !after.get(name)?.equals(before.get(name)!));
    expect(differing.sort()).toEqual(['customXml/item1.xml', 'xl/_rels/workbook.xml.rels']);
    expect(valuesOf(cleared)).toEqual(valuesOf(bytes));
  });
});
