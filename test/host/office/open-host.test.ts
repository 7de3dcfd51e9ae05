import { openExcel, type HostPage } from '../../../src/host/office/open-host';

function page(office?: HostPage['Office']): HostPage {
  return { ...(office && { Office: office }), setTimeout, clearTimeout };
}

describe('finding the host of a page', () => {
  it.each([
    ['there is neither Excel nor its script', page(), 'not-supported'],
    [
      'it is open in WPS, where the script of Excel waits for ever',
      { ...page({ onReady: () => new Promise(() => undefined) }), Application: { Workbooks: {} } },
      'not-supported',
    ],
    ['it is open in a browser', page({ onReady: () => Promise.resolve({ host: null }) }), 'not-supported'],
    ['it is open in Word', page({ onReady: () => Promise.resolve({ host: 'Word' }) }), 'not-supported'],
    ['the host never gets ready', page({ onReady: () => new Promise(() => undefined) }), 'no-answer'],
  ])('says so where %s', async (_, where, code) => {
    await expect(openExcel({ page: where, timeLimit: 10 })).rejects.toMatchObject({
      name: 'HostError',
      code,
    });
  });

  it('opens Excel', async () => {
    const world = globalThis as { Excel?: unknown; Office?: unknown };
    world.Excel = { run: () => Promise.resolve() };
    world.Office = { context: { requirements: { isSetSupported: () => true } } };
    try {
      const application = await openExcel({
        page: page({ onReady: () => Promise.resolve({ host: 'Excel' }) }),
      });
      expect(application.several).toBe(false);
      expect(application.front()!.capabilities).toMatchObject({ host: 'excel', notes: true, undo: true });
      world.Office = { context: { requirements: { isSetSupported: () => false } } };
      await expect(
        openExcel({ page: page({ onReady: () => Promise.resolve({ host: 'Excel' }) }) }),
      ).rejects.toMatchObject({ code: 'not-supported' });
    } finally {
      delete world.Excel;
      delete world.Office;
    }
  });
});
