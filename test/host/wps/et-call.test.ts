import { runInNewContext } from 'node:vm';
import { EtCalls, EtFailure } from '../../../src/host/wps/et-call';

const hostile = new Proxy(Object.create(null) as object, {
  get() {
    throw new Error('an object of WPS was looked through');
  },
});

/** What the adapter tells of a call that throws something. */
function toldOf(thrown: unknown): unknown {
  const owner = {
    get Value2(): unknown {
      throw thrown;
    },
  };
  try {
    return new EtCalls().get(owner, 'Value2');
  } catch (error) {
    return error;
  }
}

test.each([
  ['a text', 'busy', 'WPS refused Value2: busy'],
  ['an error of this page', new Error('busy'), 'WPS refused Value2: busy'],
  ['an error of another page', runInNewContext('new Error("busy")'), 'WPS refused Value2: busy'],
  ['nothing', undefined, 'WPS refused Value2'],
  ['an object without a text', { message: 7 }, 'WPS refused Value2'],
  ['an object of WPS', hostile, 'WPS refused Value2'],
])('of what WPS throws a text is kept, and no more: %s', (_, thrown, message) => {
  const told = toldOf(thrown);
  expect(told).toBeInstanceOf(EtFailure);
  expect((told as EtFailure).message).toBe(message);
  expect((told as EtFailure).cause).toBeUndefined();
});
