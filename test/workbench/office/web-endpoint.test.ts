/**
 * @jest-environment jsdom
 */
import { DispatchId } from '../../../workbench/office/dispatch-ids';
import type { PaneConnection, PaneOptions } from '../../../workbench/office/pane-session';
import { connectWeb } from '../../../workbench/office/web-endpoint';
import type {
  AppContext,
  WebFrameName,
  WebRequest,
  WebResponse,
} from '../../../workbench/office/web-protocol';
import {
  ActionName,
  ActionType,
  ERROR_HANDLING_REQUEST,
  NO_ERROR,
  ResponseType,
} from '../../../workbench/office/web-protocol';
import { MemoryWorkbook } from '../../support/memory-workbook';

const B2 = { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 };
const { origin } = window.location;

/** A frame whose page is played by the test. */
interface Pane {
  readonly frame: HTMLIFrameElement;
  readonly name: WebFrameName;
  readonly conversation: string;
  readonly connection: PaneConnection;
  readonly model: MemoryWorkbook;
  /** What has come from the workbench so far. */
  readonly heard: WebResponse[];
  send(request: Partial<WebRequest> | string, from?: MessageEventInit): void;
  /** Calls and waits for the answer. */
  call(actionName: string, data?: unknown): Promise<WebResponse>;
}

const opened: Pane[] = [];
afterEach(() => {
  for (const { connection, frame } of opened.splice(0)) {
    connection.dispose();
    frame.remove();
  }
});

function open(options?: PaneOptions): Pane {
  const model = new MemoryWorkbook('S');
  const frame = document.createElement('iframe');
  const connection = connectWeb(frame, model, options);
  document.body.append(frame);
  const name = JSON.parse(frame.name) as WebFrameName;
  const [conversation = ''] = name.xdmInfo.split('|');
  const heard: WebResponse[] = [];
  const waiting = new Map<number, (response: WebResponse) => void>();
  frame.contentWindow!.postMessage = (text: string) => {
    const response = JSON.parse(text) as WebResponse;
    heard.push(response);
    if (response._responseType === ResponseType.call) waiting.get(response._correlationId)?.(response);
  };
  let lastCall = 100;
  const pane: Pane = {
    ...{ frame, name, conversation, connection, model, heard },
    send(request, from = {}) {
      const text =
        typeof request === 'string'
          ? request
          : JSON.stringify({
              ...{ _messageType: 0, _actionType: ActionType.invoke, _conversationId: conversation },
              ...{ _correlationId: 1, _data: null, ...request },
            });
      window.dispatchEvent(
        new MessageEvent('message', { source: frame.contentWindow, origin, data: text, ...from }),
      );
    },
    call: (_actionName, _data = null) =>
      new Promise((resolve) => {
        const _correlationId = ++lastCall;
        waiting.set(_correlationId, resolve);
        pane.send({ _actionName, _correlationId, _data });
      }),
  };
  opened.push(pane);
  return pane;
}

const method = (DispatchId: number, given: object = {}) => ({ DdaMethod: { DispatchId }, ...given });

describe('what the pane finds in the name of its frame', () => {
  test('is that it runs in Excel on the web, and with whom it speaks', () => {
    const { name, conversation } = open({ locale: 'en-US' });
    expect(name.hostInfo).toMatch(/^Excel\|Web\|16\.01\|en-US\|/);
    expect(name.xdmInfo.split('|')).toEqual([conversation, expect.any(String), origin]);
  });

  test('is another conversation for each frame', () => {
    expect(open().conversation).not.toBe(open().conversation);
  });
});

describe('messages', () => {
  const ask = { _actionName: ActionName.getAppContext };
  test.each<[string, (pane: Pane) => void]>([
    ['of another origin', (pane) => pane.send(ask, { origin: 'https://elsewhere.example' })],
    ['of another window', (pane) => pane.send(ask, { source: window })],
    ['of another conversation', (pane) => pane.send({ ...ask, _conversationId: 'another' })],
    ['that are no JSON', (pane) => pane.send('{')],
    ['that are null', (pane) => pane.send('null')],
    ['that are no texts', (pane) => pane.send('', { data: { ...ask, _messageType: 0 } })],
    ['that are answers', (pane) => pane.send({ ...ask, _messageType: 1 } as unknown as WebRequest)],
  ])('%s are ignored', async (_, send) => {
    const pane = open();
    send(pane);
    const response = await pane.call(ActionName.notifyHost, ['1', 0]);
    expect(pane.heard).toEqual([response]);
  });

  test('after the connection has ended are ignored', () => {
    const pane = open();
    pane.connection.dispose();
    pane.send(ask);
    expect(pane.heard).toEqual([]);
  });
});

test('the context says what office.js must know to start', async () => {
  const pane = open({ apiVersion: '1.9', documentUrl: 'https://files.example/annex.xlsx' });
  const { _data, ...response } = await pane.call(ActionName.getAppContext);
  expect(response).toMatchObject({
    _errorCode: NO_ERROR,
    _conversationId: pane.conversation,
    _origin: origin,
  });
  const context = _data as AppContext;
  expect(context).toMatchObject({
    _id: pane.name.xdmInfo.split('|')[1],
    _appName: 16,
    _appUILocale: 'zh-CN',
    _clientMode: 1,
    _docUrl: 'https://files.example/annex.xlsx',
    _settings: [],
  });
  expect(JSON.parse(context._requirementMatrix)).toMatchObject({ ExcelApi: '1.9', SharedRuntime: '1.1' });
});

describe('calls', () => {
  const batch = (body: string) =>
    method(DispatchId.executeRichApi, { ArrayData: ['', 'POST', '', [], body, 0, 0] });

  test('a batch is answered by the workbook', async () => {
    const body = JSON.stringify({
      Actions: [
        { Id: 4, ActionType: 1, Name: '', ObjectPathId: 3 },
        { Id: 5, ActionType: 2, Name: '', ObjectPathId: 3, QueryInfo: { Select: ['name'] } },
      ],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1, Name: '' },
        2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
        3: { Id: 3, ObjectPathType: 3, Name: 'GetActiveWorksheet', ParentObjectPathId: 2 },
      },
    });
    const { _data } = await open().call(ActionName.executeMethod, batch(body));
    const { Data, ...status } = _data as { Data: [number, [], string] };
    expect(status).toEqual({ Version: 1, Error: 0 });
    const [code, headers, response] = Data;
    expect([code, headers]).toEqual([200, []]);
    expect(JSON.parse(response)).toMatchObject({
      Results: expect.arrayContaining([{ ActionId: 5, Value: expect.objectContaining({ Name: 'S' }) }]),
    });
  });

  test('a batch has the limit of Excel on the web', async () => {
    const body = JSON.stringify({ Actions: [], ObjectPaths: {}, Filling: 'x'.repeat(5 * 1024 * 1024) });
    const { _data } = await open().call(ActionName.executeMethod, batch(body));
    const [, , response] = (_data as { Data: [number, [], string] }).Data;
    expect(JSON.parse(response)).toMatchObject({ Error: { Code: 'RequestPayloadSizeLimitExceeded' } });
  });

  test('settings that are saved are there again, also for a page that is loaded anew', async () => {
    const pane = open();
    const Properties = [['seen', 'true']];
    await pane.call(
      ActionName.executeMethod,
      method(DispatchId.saveSettings, { DdaSettingsMethod: { OverwriteIfStale: true, Properties } }),
    );
    const loaded = await pane.call(ActionName.executeMethod, method(DispatchId.loadSettings));
    expect(loaded._data).toMatchObject({ Properties: { Settings: [{ Name: 'seen', Value: 'true' }] } });
    const context = await pane.call(ActionName.getAppContext);
    expect(context._data).toMatchObject({ _settings: Properties });
  });

  test('one that this host does not have is refused', async () => {
    const { _data, _errorCode } = await open().call(ActionName.executeMethod, method(64));
    expect([_data, _errorCode]).toEqual([{ Version: 1, Error: 5000 }, NO_ERROR]);
  });

  test.each([
    ['of an unknown name', 'ContextActivationManager_unknown', null],
    ['without what it is given', ActionName.executeMethod, null],
  ])('one %s is an error', async (_, actionName, data) => {
    const { _errorCode } = await open().call(actionName, data);
    expect(_errorCode).toBe(ERROR_HANDLING_REQUEST);
  });
});

describe('events', () => {
  const register = (
    pane: Pane,
    name: string,
    eventDispId: number,
    _actionType: number = ActionType.registerEvent,
  ) => pane.send({ _actionName: name, _actionType, _correlationId: 7, _data: { eventDispId } });
  const events = ({ heard }: Pane) =>
    heard.filter(({ _responseType }) => _responseType === ResponseType.event);
  const select = ({ model }: Pane) => model.select(model.activeSheet.id, B2);

  test('come as answers to their registration, until it is given up', () => {
    const pane = open();
    select(pane);
    register(pane, 'documentSelectionChanged', DispatchId.documentSelectionChanged);
    expect(pane.heard).toEqual([
      expect.objectContaining({ _correlationId: 7, _data: { Version: 1, Error: 0 } }),
    ]);

    select(pane);
    expect(events(pane)).toEqual([
      expect.objectContaining({ _actionName: 'documentSelectionChanged', _correlationId: 7, _data: {} }),
    ]);

    register(
      pane,
      'documentSelectionChanged',
      DispatchId.documentSelectionChanged,
      ActionType.unregisterEvent,
    );
    select(pane);
    expect(events(pane)).toHaveLength(1);
  });

  test('are forgotten when the page is loaded anew', async () => {
    const pane = open();
    register(pane, 'documentSelectionChanged', DispatchId.documentSelectionChanged);
    await pane.call(ActionName.getAppContext);
    select(pane);
    expect(events(pane)).toEqual([]);
  });

  test('that name no event are an error', () => {
    const pane = open();
    pane.send({ _actionName: 'richApiMessage', _actionType: ActionType.registerEvent });
    expect(pane.heard).toEqual([expect.objectContaining({ _errorCode: ERROR_HANDLING_REQUEST })]);
  });

  test('of ribbon buttons carry the function, and are completed by a call', async () => {
    const pane = open();
    register(pane, 'appCommandInvoked', DispatchId.appCommandInvoked);
    const pressed = pane.connection.fireCommand('review');
    const [event] = events(pane);
    const { 0: id, 1: callbackName, 2: json } = event!._data as Record<number, string>;
    expect([event!._actionName, callbackName, JSON.parse(json!)]).toEqual([
      'appCommandInvoked',
      'review',
      { source: { id } },
    ]);
    await pane.call(ActionName.executeMethod, method(DispatchId.appCommandCompleted, { 0: id, 1: 0 }));
    await pressed;
  });
});

test.each([
  ['Ctrl+F6', 5, true],
  ['Tab behind the last control', 13, true],
  ['Shift+Tab before the first control', 14, true],
  ['Esc', 15, false],
  ['a click into the pane', 0, false],
])('%s: the focus leaves the pane or stays', async (_, action, leaves) => {
  const pane = open();
  pane.frame.focus();
  expect(document.activeElement).toBe(pane.frame);
  await pane.call(ActionName.notifyHost, ['1', action]);
  expect(document.activeElement).toBe(leaves ? document.body : pane.frame);
});
