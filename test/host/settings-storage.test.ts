/**
 * @jest-environment jsdom
 */
import {
  Storage as HelpersStorage,
  StorageType,
} from '@microsoft/office-js-helpers/dist/office.helpers.min.js';
import { openSettingsStorage } from '../../src/host/settings-storage';

/** Microsoft's library as the settings would use it. */
const theirs = () => new HelpersStorage<string>('annex-reviewer');

const everything = () => Object.entries({ ...window.localStorage }).sort();

beforeEach(() => window.localStorage.clear());
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const TEXTS: readonly [string, string][] = [
  ['settings', '{"theme":"dark","locale":"zh-CN"}'],
  ['nothing', ''],
  ['Chinese', '绩效自评“审核”\n\u202e𠮷'],
  ['a number as text', '12'],
  ['null as text', 'null'],
  ['quotes', '"\\"'],
  ['lone surrogate', '\ud842'],
  ['__proto__', 'x'],
  ['key/with/slashes @and = more', '[1,2]'],
];

describe('settings of this computer beside Microsoft’s office-js-helpers', () => {
  it.each(TEXTS)('%s: each reads what the other has written, and both write the same', (key, text) => {
    openSettingsStorage().setItem(key, text);
    const ours = everything();
    expect(theirs().get(key)).toBe(text);
    window.localStorage.clear();
    theirs().set(key, text);
    expect(openSettingsStorage().getItem(key)).toBe(text);
    expect(everything()).toEqual(ours);
  });

  it.each([
    ['missing', null],
    ['no JSON', 'dark'],
    ['another value', '{"a":1}'],
    ['nothing at all', 'null'],
  ])('read alike what is %s', (_what, kept) => {
    if (kept !== null) window.localStorage.setItem('@annex-reviewer/key', kept);
    const value: unknown = theirs().get('key');
    expect(openSettingsStorage().getItem('key')).toBe(typeof value === 'string' ? value : null);
  });

  it('refuse alike a setting without a key', () => {
    expect(() => theirs().set('', 'x')).toThrow();
    expect(() => openSettingsStorage().setItem('', 'x')).toThrow();
  });

  it('overwrite alike, and leave alone what is of others', () => {
    window.localStorage.setItem('@another/key', '"theirs"');
    openSettingsStorage().setItem('key', 'first');
    theirs().set('key', 'second');
    openSettingsStorage().setItem('key', 'third');
    expect(theirs().get('key')).toBe('third');
    expect(window.localStorage.getItem('@another/key')).toBe('"theirs"');
  });

  it('fail alike where no more can be kept', () => {
    const [ours, helpers] = [openSettingsStorage(), theirs()];
    jest.spyOn(Object.getPrototypeOf(window.localStorage) as Storage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => helpers.set('key', 'x')).toThrow();
    expect(() => ours.setItem('key', 'x')).toThrow();
  });

  it('tell alike of changes elsewhere: once for a burst, not of those of others, and no more when stopped', () => {
    jest.useFakeTimers();
    const told = { ours: 0, theirs: 0 };
    const stop = openSettingsStorage().watch(() => (told.ours += 1));
    const subscription = theirs().notify(() => (told.theirs += 1));
    const change = (key: string) => window.dispatchEvent(new StorageEvent('storage', { key }));
    const after = (keys: readonly string[], milliseconds = 1000) => {
      keys.forEach(change);
      jest.advanceTimersByTime(milliseconds);
      return { ...told };
    };
    expect(after(['@annex-reviewer/pane'])).toEqual({ ours: 1, theirs: 1 });
    expect(after(['@annex-reviewer/pane', '@annex-reviewer/pane', '@annex-reviewer/key'])).toEqual({
      ours: 2,
      theirs: 2,
    });
    expect(after(['@another/pane', 'annex-reviewer:settings', '@annex-reviewer-2/pane'])).toEqual({
      ours: 2,
      theirs: 2,
    });
    expect(after(['@annex-reviewer/pane'], 299)).toEqual({ ours: 2, theirs: 2 });
    expect(after([], 1)).toEqual({ ours: 3, theirs: 3 });
    stop();
    subscription.unsubscribe();
    expect(after(['@annex-reviewer/pane'])).toEqual({ ours: 3, theirs: 3 });
  });

  it('fall back alike into memory, for as long as the pane', () => {
    const kept = new HelpersStorage<string>('annex-reviewer', undefined);
    expect(kept.get('key')).toBeNull();
    jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(theirs).toThrow();
    const memory = new HelpersStorage<string>('annex-reviewer', StorageType.InMemoryStorage);
    const ours = openSettingsStorage();
    expect([ours.lasting, ours.getItem('key'), memory.get('key') ?? null]).toEqual([false, null, null]);
    for (const [key, text] of TEXTS) {
      memory.set(key, text);
      ours.setItem(key, text);
      expect([ours.getItem(key), memory.get(key)]).toEqual([text, text]);
    }
  });
});

describe('settings of this computer', () => {
  it('are shared by all who open them, and last', () => {
    const [one, other] = [openSettingsStorage(), openSettingsStorage()];
    expect(one.getItem('settings')).toBeNull();
    one.setItem('settings', '{"theme":"dark"}');
    expect(other.getItem('settings')).toBe('{"theme":"dark"}');
    expect(one.lasting).toBe(true);
  });

  it('keep a text that looks like a date', () => {
    const one = openSettingsStorage();
    one.setItem('since', '2024-05-06T07:08:09Z');
    expect(one.getItem('since')).toBe('2024-05-06T07:08:09Z');
  });

  it('last no longer than the pane where nothing can be kept', () => {
    jest.spyOn(Object.getPrototypeOf(window.localStorage) as Storage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const one = openSettingsStorage();
    one.setItem('settings', 'x');
    expect([one.lasting, one.getItem('settings')]).toEqual([false, 'x']);
  });

  it.each([
    ['somebody else’s change that follows at once', ['@annex-reviewer/pane', '@another/key']],
    ['that everything was cleared', [null]],
  ])('tell of %s', (_what, keys) => {
    jest.useFakeTimers();
    const told = jest.fn();
    const stop = openSettingsStorage().watch(told);
    for (const key of keys) window.dispatchEvent(new StorageEvent('storage', { key }));
    jest.advanceTimersByTime(1000);
    expect(told).toHaveBeenCalledTimes(1);
    stop();
  });
});
