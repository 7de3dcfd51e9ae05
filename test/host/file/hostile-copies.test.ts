import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileHost } from '../../../src/host/file/file-host';
import { HostError } from '../../../src/host/port';
import { RESTORE_NAMESPACE } from '../../../src/host/file/own-signature';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openWorkbook, XlsxError } from '../../../src/xlsx';
import { DEFAULT_LIMITS } from '../../../src/xlsx/limits';
import { ZipArchive } from '../../../src/xlsx/zip/zip-archive';
import {
  HOSTILE_WORKBOOKS,
  LYING_RECORDS,
  restorePart,
  workbookWithCustomPart,
} from '../../support/xlsx/hostile-workbooks';
import { readToEnd } from '../../support/xlsx/package-parts';
import { reviewedFile } from '../../support/xlsx/reviewed-file';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILE = join(folder, 'hostile.xlsx');

async function open(bytes: Uint8Array) {
  writeFileSync(FILE, bytes);
  return openFileHost(FILE);
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
      readToEnd(content, name);
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
      ({ copy } = await reviewedFile(FILE, bytes));
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
