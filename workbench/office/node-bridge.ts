import { RICH_API_EVENT } from './dispatch-ids';
import type { EmulatedExcel } from './emulated-excel';

/** The object that the Office client finds as `_richApiNativeBridge`: text out, text in. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost?: (text: string) => void;
}

interface ClientMessage {
  readonly id: number;
  readonly flags?: number;
  readonly message: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };
}

/** Kinds of message from the host. */
const RESPONSE = 2;
const EVENTS = 3;

/** Puts an emulated Excel behind the bridge of the Office client: no page, no window. */
export function createNativeBridge(excel: EmulatedExcel): { bridge: NativeBridge; dispose(): void } {
  const bridge: NativeBridge = {
    sendMessageToHost(text) {
      const request = JSON.parse(text) as ClientMessage;
      const { body } = request.message;
      void excel
        .process(typeof body === 'string' ? body : JSON.stringify(body), request.flags ?? 0)
        .then((answer) =>
          bridge.onMessageFromHost?.(
            JSON.stringify({
              id: request.id,
              type: RESPONSE,
              message: { statusCode: 200, headers: {}, body: answer },
            }),
          ),
        );
    },
  };
  const stop = excel.onEvent(({ type, target, args }) => {
    const entry = [RICH_API_EVENT, type, target, JSON.stringify(args), ''];
    // Excel tells of an event after the batch that caused it, never within it.
    setTimeout(() =>
      bridge.onMessageFromHost?.(JSON.stringify({ type: EVENTS, message: { entries: [entry] } })),
    );
  });
  return { bridge, dispose: stop };
}
