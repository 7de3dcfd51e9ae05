import { OfficeSession, type ExcelRun } from '../../../src/host/office/session';
import { toHostError } from '../../../src/host/office/errors';

const clock = { setTimeout: () => 0, clearTimeout: () => undefined };

/** An Excel whose `run` does what the test says, given its options. */
function excelOf(run: (options: { mergeUndoGroup?: boolean }) => Promise<unknown>): ExcelRun {
  return {
    run: (...args: unknown[]) => {
      const conversation = args[args.length - 1] as (context: unknown) => Promise<unknown>;
      const options = args.length > 1 ? (args[0] as { mergeUndoGroup?: boolean }) : {};
      return run(options).then(() => conversation({ sync: () => Promise.resolve() }));
    },
  } as unknown as ExcelRun;
}

describe('a conversation with Excel', () => {
  it('becomes one step of the undo where Excel can', async () => {
    const seen: unknown[] = [];
    const excel = excelOf((options) => {
      seen.push(options);
      return Promise.resolve();
    });
    const session = new OfficeSession({ excel, clock, timeLimit: 1, undoGroups: true });
    expect(await session.runAsOneStep(async ({ sync }) => sync().then(() => 'done'))).toBe('done');
    expect(seen).toEqual([{ mergeUndoGroup: true }]);
    expect(session.roundTrips).toBe(1);
  });

  it('goes on without where Excel says it can and then refuses, and does not ask again', async () => {
    const seen: unknown[] = [];
    const excel = excelOf((options) => {
      seen.push(options);
      const refusal = Object.assign(new Error('no'), { code: 'UndoNotSupported' });
      return options.mergeUndoGroup ? Promise.reject(refusal) : Promise.resolve();
    });
    const session = new OfficeSession({ excel, clock, timeLimit: 1, undoGroups: true });
    expect(await session.runAsOneStep(() => Promise.resolve('one'))).toBe('one');
    expect(await session.runAsOneStep(() => Promise.resolve('two'))).toBe('two');
    expect(seen).toEqual([{ mergeUndoGroup: true }, {}, {}]);
  });

  it('goes on without where the refusal comes as the cause of a failure', async () => {
    const excel = excelOf(() => Promise.resolve());
    const session = new OfficeSession({ excel, clock, timeLimit: 1, undoGroups: true });
    let runs = 0;
    const answer = await session.runAsOneStep(() => {
      if (++runs > 1) return Promise.resolve('done');
      return Promise.reject(toHostError(Object.assign(new Error('no'), { code: 'UndoNotSupported' })));
    });
    expect(answer).toBe('done');
  });

  it.each([
    ['AccessDenied', 'protected'],
    ['InvalidOperationInCellEditMode', 'busy'],
    ['InvalidOrTimedOutSession', 'session-lost'],
    ['5012', 'session-lost'],
    ['UnsupportedSheet', 'not-a-worksheet'],
    ['InactiveWorkbook', 'workbook-changed'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ApiNotFound', 'not-supported'],
    ['GeneralException', 'failed'],
  ])('knows what Excel means by %s', (code, expected) => {
    const error = toHostError(Object.assign(new Error('text'), { code }));
    expect(error).toMatchObject({ name: 'HostError', code: expected, message: `${code}: text` });
    expect(toHostError(error)).toBe(error);
  });

  it('knows a session that ended by its words', () => {
    const error = { code: 'GeneralException', message: 'Your session has timed out.' };
    expect(toHostError(Object.assign(new Error(error.message), error))).toMatchObject({
      code: 'session-lost',
    });
  });

  it('makes an error of anything', () => {
    expect(toHostError('why')).toMatchObject({ code: 'failed', message: 'why' });
  });
});
