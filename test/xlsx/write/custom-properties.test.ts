import { customProperties } from '../../../src/xlsx/read/custom-properties';
import type { PackageDraft } from '../../../src/xlsx/package/package-draft';
import { removeCustomProperties, setCustomProperties } from '../../../src/xlsx/write/custom-properties';
import { draftOf, WORKBOOK } from '../../support/xlsx/edited-package';
import { readToEnd } from '../../support/xlsx/package-parts';
import { richWorkbook } from '../../support/xlsx/rich-workbook';
import { buildXlsx } from '../../support/xlsx/xlsx-builder';

const CUSTOM = 'docProps/custom.xml';
const USERS = [
  { name: 'KSOProductBuildVer', value: '2052-12.1.0.18276' },
  { name: '密级', value: '内部' },
];

const plain = (): PackageDraft => draftOf(buildXlsx({ sheets: [{ rows: [[1]] }] }));
const rich = (strict = false): PackageDraft => draftOf(richWorkbook({ strict }));

/** A workbook whose custom properties are this text. */
function withProperties(xml: string): PackageDraft {
  const draft = plain();
  setCustomProperties(draft, WORKBOOK, [{ name: 'x', value: 'x' }]);
  draft.replace(CUSTOM, new TextEncoder().encode(xml));
  return draft;
}

const textOf = (draft: PackageDraft): string => draft.xml(CUSTOM).text;

describe('custom document properties of a file', () => {
  it('are made with what they are and what leads to them where there are none, and leave nothing behind', () => {
    const draft = plain();
    const before = draft.branch();
    expect(customProperties(draft)).toEqual([]);
    setCustomProperties(draft, WORKBOOK, [
      { name: '甲 & "乙"', value: ' <一>&\t' },
      { name: 'n', value: 2 },
      { name: 'r', value: 0.5 },
      { name: 'b', value: false },
    ]);
    expect(customProperties(draft)).toEqual([
      { name: '甲 & "乙"', value: ' <一>&\t' },
      { name: 'n', value: 2 },
      { name: 'r', value: 0.5 },
      { name: 'b', value: false },
    ]);
    readToEnd(draft.bytes(CUSTOM), CUSTOM);
    expect(textOf(draft).match(/pid="\d+"/g)).toEqual(['pid="2"', 'pid="3"', 'pid="4"', 'pid="5"']);
    expect(draft.contentType(CUSTOM)).toContain('custom-properties+xml');
    expect(draft.relationships('').filter(({ target }) => target === CUSTOM)).toHaveLength(1);
    removeCustomProperties(draft, () => true);
    expect(draft.sameContentAs(before)).toBe(true);
  });

  it.each([false, true])(
    'stand beside those that are there, which stay as they stood (strict: %s)',
    (strict) => {
      const draft = rich(strict);
      const before = draft.branch();
      expect(customProperties(draft)).toEqual(USERS);
      setCustomProperties(draft, WORKBOOK, [{ name: 'ours', value: '一' }]);
      expect(customProperties(draft)).toEqual([...USERS, { name: 'ours', value: '一' }]);
      readToEnd(draft.bytes(CUSTOM), CUSTOM);
      const own = /<property [^>]*name="ours".*?<\/property>/.exec(textOf(draft))![0];
      expect(own).toContain('pid="8"');
      expect(textOf(draft).replace(own, '')).toBe(textOf(before));
      removeCustomProperties(draft, (name) => name === 'ours');
      expect(draft.sameContentAs(before)).toBe(true);
    },
  );

  it('get another value in their place, whatever the case of their name', () => {
    const draft = rich();
    setCustomProperties(draft, WORKBOOK, [
      { name: '密级', value: '公开' },
      { name: 'ksoproductbuildver', value: 3 },
    ]);
    expect(customProperties(draft)).toEqual([
      { name: 'KSOProductBuildVer', value: 3 },
      { name: '密级', value: '公开' },
    ]);
  });

  it('of other types are left as they are; prefixes and empty elements are no obstacle', () => {
    const date =
      '<c:property fmtid="{0}" pid="9" name="到期"><v:filetime>2026-12-01T00:00:00Z</v:filetime></c:property>';
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
    const address = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
    const draft = withProperties(
      `<c:Properties xmlns:c="${address}" xmlns:v="${types}">${date}<c:property fmtid="{0}" pid="x" name="空"/></c:Properties>`,
    );
    setCustomProperties(draft, WORKBOOK, [
      { name: '空', value: '满' },
      { name: '新', value: true },
    ]);
    expect(customProperties(draft)).toEqual([
      { name: '到期', value: null },
      { name: '空', value: '满' },
      { name: '新', value: true },
    ]);
    expect(textOf(draft)).toContain(date);
    expect(textOf(draft)).toContain('<v:bool>true</v:bool></c:property></c:Properties>');
    readToEnd(draft.bytes(CUSTOM), CUSTOM);
    const empty = withProperties(`<Properties xmlns="${address}"/>`);
    setCustomProperties(empty, WORKBOOK, [{ name: '甲', value: '一' }]);
    expect(textOf(empty)).toContain(`<vt:lpwstr xmlns:vt="${types}">一</vt:lpwstr>`);
    expect(customProperties(empty)).toEqual([{ name: '甲', value: '一' }]);
  });

  it('in a damaged part are none, and the part stays', () => {
    const draft = withProperties('<Properties><property name="x">');
    const before = draft.branch();
    expect(customProperties(draft)).toEqual([]);
    removeCustomProperties(draft, () => true);
    expect(draft.sameContentAs(before)).toBe(true);
    expect(() => setCustomProperties(draft, WORKBOOK, [{ name: 'y', value: 'y' }])).toThrow('breaks off');
  });
});
