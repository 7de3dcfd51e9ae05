import { createSettingsStore, DEFAULT_SETTINGS } from '../../src/pane/state/pane-settings';

function storageWith(entries: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  } as Storage;
}

const KEY = 'annex-reviewer:settings';

describe('settings are kept', () => {
  it('in storage', () => {
    const storage = storageWith();
    createSettingsStore(() => storage).save({ ...DEFAULT_SETTINGS, locale: 'en' });
    expect(createSettingsStore(() => storage).load().locale).toBe('en');
  });

  it('in memory where storage is forbidden', () => {
    const store = createSettingsStore(() => {
      throw new Error('denied');
    });
    expect(store.load()).toEqual(DEFAULT_SETTINGS);
    store.save({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(store.load().theme).toBe('dark');
    expect(store.lasting).toBe(false);
  });

  it.each(['null', '7', '{', '{"locale":"fr","theme":3,"followSelection":"yes"}', '[]'])(
    'and what others wrote is not trusted: %s',
    (stored) => {
      expect(createSettingsStore(() => storageWith({ [KEY]: stored })).load()).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('and shared with the panes of other workbooks', () => {
    const shared = storageWith();
    const watchers: (() => void)[] = [];
    const open = () => ({
      getItem: shared.getItem,
      setItem: shared.setItem,
      watch: (changed: () => void) => {
        watchers.push(changed);
        return () => void watchers.splice(watchers.indexOf(changed), 1);
      },
    });
    const here = createSettingsStore(() => storageWith());
    const there = createSettingsStore(() => storageWith());
    const seen: string[] = [];
    here.share(open(), () => seen.push('here'));
    const stop = there.share(open(), (settings) => seen.push(settings.theme));
    here.save({ ...DEFAULT_SETTINGS, theme: 'dark' });
    watchers.forEach((changed) => changed());
    expect(seen).toEqual(['dark']);
    stop();
    expect(watchers).toHaveLength(1);
  });
});
