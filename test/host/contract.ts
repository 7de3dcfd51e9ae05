import type { Capabilities } from '../../src/host/port';
import { describeEdit } from './contract/edit';
import { describeInsert } from './contract/insert';
import { describeListen } from './contract/listen';
import { describeLosses } from './contract/losses';
import { describeMark } from './contract/mark';
import { describeRead } from './contract/read';
import { describeReadOnly } from './contract/read-only';
import { describeState } from './contract/state';
import type { HostTraits, MakeSubject } from './contract/subject';

export type {
  HostTraits,
  Loss,
  MakeSubject,
  StartSheet,
  StartWorkbook,
  Subject,
  WorkbookUser,
} from './contract/subject';

/**
 * The promises of `SpreadsheetHost`, as tests: one suite for every host. A new host calls this once, with a way to
 * open a small workbook in it; what it cannot do is told by its capabilities, and then the suite checks that it
 * says so.
 *
 * @param options.brief only tries whatever a host may lose: the whole suite takes long
 */
export function describeHostContract(
  name: string,
  traits: HostTraits,
  makeSubject: MakeSubject,
  { brief = false }: { readonly brief?: boolean } = {},
): void {
  describe(`${name} keeps the promises of a host`, () => {
    const opened: Awaited<ReturnType<MakeSubject>>[] = [];
    const make: MakeSubject = async (workbook) => {
      const subject = await makeSubject(workbook);
      opened.push(subject);
      return subject;
    };
    afterEach(async () => {
      for (const subject of opened.splice(0)) await subject.dispose?.();
    });

    it('tells its capabilities as data', async () => {
      const { host } = await make({ name: 'book.xlsx', sheets: [{ name: 'Sheet1', rows: [] }] });
      const capabilities: Capabilities = JSON.parse(JSON.stringify(host.capabilities));
      expect(capabilities).toEqual(traits.capabilities);
    });

    if (traits.capabilities.writes) describeLosses(traits, make);
    if (brief) return;
    describeRead(traits, make);
    if (traits.capabilities.writes) {
      describeEdit(traits, make);
      describeMark(traits, make);
      describeInsert(traits, make);
      describeState(make);
    } else {
      describeReadOnly(make);
    }
    if (traits.capabilities.interactive) describeListen(traits, make);
  });
}
