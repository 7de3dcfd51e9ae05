import { detect, hasWpsObjectModel, type HostKind } from '../../src/host/detect';
import { oneWorkbook } from '../../src/host/one-workbook';
import { createFakeHost } from '../support/workbooks/fake-host';

const workbooks = { Workbooks: { Count: 0 } };

function kind(host: 'excel' | 'wps', isHere: boolean): HostKind & { opened: number } {
  const made = {
    host,
    isHere: () => isHere,
    opened: 0,
    open: async () => {
      made.opened++;
      return oneWorkbook(createFakeHost());
    },
  };
  return made;
}

describe('the spreadsheet that a page stands in', () => {
  it.each([
    ['Application with workbooks', { Application: workbooks }, true],
    ['wps.EtApplication as a function', { wps: { EtApplication: () => workbooks } }, true],
    ['wps.EtApplication as a property', { wps: { EtApplication: workbooks } }, true],
    ['wps.Application', { wps: { Application: workbooks } }, true],
    ['wps itself', { wps: workbooks }, true],
    ['the program for texts', { Application: { Documents: {} }, wps: { Documents: {} } }, false],
    ['something else of that name', { Application: 'a job' }, false],
    ['nothing', {}, false],
    [
      'a place that throws, and one that does not',
      {
        Application: {
          get Workbooks() {
            throw new Error('no');
          },
        },
        wps: { Application: workbooks },
      },
      true,
    ],
  ])('%s', (_, page, isWps) => {
    expect(hasWpsObjectModel(page)).toBe(isWps);
  });

  it('is WPS where its object model is, whatever else is there', async () => {
    const excel = kind('excel', true);
    const wps = kind('wps', false);
    await detect([excel, wps], { Office: {}, Application: workbooks });
    expect([excel.opened, wps.opened]).toEqual([0, 1]);
    await detect([excel, wps], { Office: {} });
    expect([excel.opened, wps.opened]).toEqual([1, 1]);
  });

  it('is none where the page is not made for what it stands in', async () => {
    const excel = kind('excel', true);
    await expect(detect([excel], { Office: {}, Application: workbooks })).rejects.toMatchObject({
      code: 'not-supported',
      message: expect.stringContaining('WPS'),
    });
    await expect(detect([kind('excel', false)], {})).rejects.toMatchObject({ code: 'not-supported' });
    expect(excel.opened).toBe(0);
  });
});
