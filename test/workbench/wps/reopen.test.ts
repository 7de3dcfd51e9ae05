import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import type { EtApplication } from '../../../src/host/wps/et-types';
import { openXlsx } from '../../../workbench/model/open-xlsx';
import { reopen } from '../../../workbench/wps/host/reopen';
import type { WpsSwitches } from '../../../workbench/wps/host/switches';
import { openFile } from '../../support/workbooks/workbook-model';
import { closeWps, openWps } from './open-wps';

const FILE = new Uint8Array(
  readFileSync(join(__dirname, '../../../assets/samples/self-evaluation-annex.xlsx')),
);
const NAMESPACE = 'urn:test';

afterEach(closeWps);

/** What is there of what a page has kept in a workbook. */
const keptIn = (app: EtApplication) => {
  const book = app.ActiveWorkbook!;
  return {
    note: app.ActiveSheet!.Range('A1')!.Comment?.Text(),
    marks: app.ActiveSheet!.Range('A1')!.FormatConditions.Count,
    part: book.CustomXMLParts.SelectByNamespace(NAMESPACE)!.Count,
    property: book.CustomDocumentProperties.Item('甲')?.Value,
    name: book.Names.Item('甲')?.RefersTo,
  };
};

const ALL = { note: '一', marks: 1, part: 1, property: '一' };

const CASES: readonly (readonly [switches: Partial<WpsSwitches>, lost: object])[] = [
  [{}, {}],
  [{ customXml: 'lost-on-save' }, { part: 0 }],
  [{ documentProperties: 'lost-on-save' }, { property: undefined }],
  [{ hiddenNames: 'lost-on-save' }, { name: undefined }],
];

test.each(CASES)('saved, closed and opened again where %j', (switches, lost) => {
  const opened = openWps(null, { switches });
  const { host } = opened.wps;
  const before = host.openBook(openFile(openXlsx(FILE, inflateWithZlib)));
  const book = opened.book();
  const name = `='${opened.sheet().Name}'!$A$1`;
  opened.range('A1').AddComment('一');
  opened.range('A1').FormatConditions.Add(2, undefined, '="一"<>""')!.Interior.Color = 0xff;
  book.CustomXMLParts.Add(`<a xmlns="${NAMESPACE}"/>`);
  book.CustomDocumentProperties.Add('甲', false, 4, '一');
  book.Names.Add('甲', name, false);
  expect(keptIn(opened.app)).toEqual({ ...ALL, name });
  const again = reopen(host, before, { file: FILE, inflate: inflateWithZlib, deflate: deflateWithZlib });
  expect(keptIn(opened.app)).toEqual({ ...ALL, name, ...lost });
  expect(() => book.Name).toThrow('closed');
  expect([again.book.saved, host.books.length]).toEqual([true, 1]);
  expect(again.bytes).not.toEqual(FILE);
  again.book.model.dispose();
});
