import { DispatchId } from '../../../workbench/office/dispatch-ids';
import type { PaneOptions } from '../../../workbench/office/pane-session';
import { PaneSession } from '../../../workbench/office/pane-session';
import { MemoryWorkbook } from '../../support/memory-workbook';

type Sent = readonly [event: number, payload: readonly unknown[]];

function open(options: PaneOptions = {}): { session: PaneSession; model: MemoryWorkbook; sent: Sent[] } {
  const sent: Sent[] = [];
  const model = new MemoryWorkbook('S');
  return {
    session: new PaneSession(model, options, (...event) => sent.push(event)),
    model,
    sent,
  };
}

const { appCommandInvoked, documentSelectionChanged } = DispatchId;
const B2 = { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 };
const NOTHING = JSON.stringify({ Actions: [], ObjectPaths: {} });
const TOUCHES_WORKBOOK = JSON.stringify({
  Actions: [],
  ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
});
const DELAY_FOR_CELL_EDIT = 64;

test('requirement sets are added and taken away; ExcelApi is what is enforced', () => {
  const { session } = open({ apiVersion: '1.9', requirementSets: { SharedRuntime: '', Other: '2.0' } });
  expect(session.requirementSets).toMatchObject({ ExcelApi: '1.9', Other: '2.0', DialogApi: '1.2' });
  expect(session.requirementSets).not.toHaveProperty('SharedRuntime');
});

test('an event is sent to a pane that listens to it, and to no other', () => {
  const { session, model, sent } = open();
  const select = () => model.select(model.activeSheet.id, B2);
  select();
  expect(sent).toEqual([]);

  session.listen(documentSelectionChanged);
  select();
  expect(sent).toEqual([[documentSelectionChanged, []]]);

  session.stopListening(documentSelectionChanged);
  select();
  session.listen(documentSelectionChanged);
  session.started();
  select();
  expect(sent).toHaveLength(1);
});

test('a button pressed while the pane starts is told when the pane listens, and waits for its function', async () => {
  const { session, sent } = open();
  const pressed = session.fireCommand('review');
  expect(sent).toEqual([]);

  session.listen(appCommandInvoked);
  expect(sent).toEqual([[appCommandInvoked, ['command-1', 'review', expect.any(String)]]]);
  session.completeCommand('command-1', 0);
  await pressed;

  // What is done is not told again.
  session.listen(appCommandInvoked);
  expect(sent).toHaveLength(1);
});

test('a button whose function fails, or whose pane is closed, says so', async () => {
  const { session } = open();
  session.listen(appCommandInvoked);
  const failing = session.fireCommand('review');
  session.completeCommand('command-1', 5001);
  await expect(failing).rejects.toThrow('the command review failed: 5001');

  const closed = session.fireCommand('mark');
  session.dispose();
  await expect(closed).rejects.toThrow('the pane was closed before mark was done');
});

test('nobody is told of the completion of a command that was never fired', () => {
  const { session } = open();
  expect(() => session.completeCommand('command-7', 0)).not.toThrow();
});

test('a page that is loaded anew does not get the answers to calls of the page before', async () => {
  const { session } = open();
  const answered: string[] = [];
  session.excel.beginCellEdit();
  const before = session.execute(TOUCHES_WORKBOOK, DELAY_FOR_CELL_EDIT, () => answered.push('before'));
  session.started();
  session.excel.endCellEdit();
  await Promise.all([before, session.execute(NOTHING, 0, () => answered.push('after'))]);
  expect(answered).toEqual(['after']);
});
