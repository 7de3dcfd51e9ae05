import { insertOne } from '../../support/workbooks/insert-one';
import { open, refuses } from './open-annex';
import { PLAN } from './plan';
import type { MakeSubject } from './subject';

/** A host that cannot write says so, whatever is asked. */
export function describeReadOnly(make: MakeSubject): void {
  describe('without writing', () => {
    it('refuses every call that writes', async () => {
      const { host, sheetId } = await open(make);
      const edit = { row: 2, column: 1, expectedBefore: { value: 40, formula: null }, after: { value: 1 } };
      await refuses(host.edit(sheetId, [edit]), 'not-supported');
      await refuses(
        host.mark(sheetId, { cells: { error: [], warning: [], info: [] }, notes: [] }),
        'not-supported',
      );
      await refuses(host.unmark('all'), 'not-supported');
      await refuses(insertOne(host, PLAN), 'not-supported');
      await refuses(host.remember('{}'), 'not-supported');
    });
  });
}
