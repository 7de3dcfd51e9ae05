import { openSettingsStorage } from '../../../src/host/office/settings-storage';

/** A page with the storage of a browser. */
function givePage(localStorage: () => Storage): void {
  const page = {
    get localStorage() {
      return localStorage();
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  Object.assign(globalThis, { window: page });
}

class MemoryStorage {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return (this[`item ${key}`] as string | undefined) ?? null;
  }
  setItem(key: string, value: string): void {
    this[`item ${key}`] = value;
  }
}

afterEach(() => {
  delete (globalThis as { window?: unknown }).window;
});

describe('settings of this computer', () => {
  it('are shared by all who open them', async () => {
    const shared = new MemoryStorage() as unknown as Storage;
    givePage(() => shared);
    const one = await openSettingsStorage();
    const other = await openSettingsStorage();
    expect(one.getItem('settings')).toBeNull();
    one.setItem('settings', '{"theme":"dark"}');
    expect(other.getItem('settings')).toBe('{"theme":"dark"}');
    expect(one.lasting).toBe(true);
    one.watch(() => undefined)();
  });

  it('last as long as the pane where storage is forbidden', async () => {
    givePage(() => {
      throw new Error('denied');
    });
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const storage = await openSettingsStorage();
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
    storage.setItem('settings', '{"theme":"dark"}');
    expect(storage.getItem('settings')).toBe('{"theme":"dark"}');
    expect(storage.lasting).toBe(false);
  });
});
