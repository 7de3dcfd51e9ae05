import { keyFileText } from '../../src/app/key-file-text';
import { base64ToBytes, bytesToBase64, utf8Bytes } from '../../src/host/bytes';
import { deskKeyOf, pageDeskKey, randomId, randomKey } from '../../src/host/desk-key';
import { readKeyFile, writeKeyFile } from '../../src/host/desk-key-file';
import { deskSettings } from '../../src/host/desk-settings';

function settings(lasting = true) {
  const items = new Map<string, string>();
  return {
    lasting,
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

describe('bytes', () => {
  it.each(['', 'a', '中文', '👍🏽𠮷', '\u0000\u007f\u0080\u07ff\u0800\uffff'])('of %j are UTF-8', (text) => {
    expect(utf8Bytes(text)).toEqual(new Uint8Array(Buffer.from(text, 'utf8')));
  });

  it('tell halves of characters apart', () => {
    expect(utf8Bytes('\ud800')).not.toEqual(utf8Bytes('\ud801'));
    expect(utf8Bytes('\ud800')).not.toEqual(utf8Bytes('\ufffd'));
  });

  it('come back from their text', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length * 11) % 256);
      expect(bytesToBase64(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(base64ToBytes(bytesToBase64(bytes))).toEqual(bytes);
    }
    for (const text of ['A', 'AB=', 'AB CD', '中', 'AB', 'AAB']) expect(base64ToBytes(text)).toBeNull();
  });
});

describe('the key of a desk', () => {
  it('signs as HMAC-SHA-256 does (RFC 4231)', () => {
    const key = new Uint8Array(32);
    key.set(Buffer.from('Jefe'));
    const signature = deskKeyOf(key, true).sign('what do ya want for nothing?');
    const hex = Buffer.from(signature, 'base64url').toString('hex');
    expect(hex).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });

  it('knows its own signatures and no others', () => {
    const [ours, theirs] = [deskKeyOf(randomKey(), true), deskKeyOf(randomKey(), true)];
    const signature = ours.sign('甲');
    expect(ours.verify('甲', signature)).toBe(true);
    expect([ours.verify('乙', signature), theirs.verify('甲', signature)]).toEqual([false, false]);
    for (const wrong of ['', signature.slice(1), `${signature}A`, signature.toLowerCase()])
      expect(ours.verify('甲', wrong)).toBe(false);
    expect(ours.id).not.toBe(theirs.id);
  });

  it('is 32 bytes long', () => {
    expect(() => deskKeyOf(new Uint8Array(31), true)).toThrow(RangeError);
    expect(new Set(Array.from({ length: 100 }, randomId)).size).toBe(100);
  });

  it('of the page is one for all, and does not last', () => {
    expect(pageDeskKey()).toBe(pageDeskKey());
    expect(pageDeskKey().lasting).toBe(false);
  });
});

describe('the key in the settings', () => {
  it('is made once and found again', () => {
    const store = settings();
    const { id, lasting } = deskSettings(store).key();
    expect(lasting).toBe(true);
    expect(deskSettings(store).key().id).toBe(id);
    expect(deskSettings(settings()).key().id).not.toBe(id);
  });

  it('is that of the page where settings do not last, or cannot be written', () => {
    expect(deskSettings(settings(false)).key()).toBe(pageDeskKey());
    const full = {
      ...settings(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(deskSettings(full).key()).toBe(pageDeskKey());
    expect(deskSettings(settings(false)).exportKey()).toBeNull();
  });

  it('is the one that was kept where two panes make one at a time', () => {
    const store = settings();
    const other = bytesToBase64(new Uint8Array(32).fill(7));
    const slow = { ...store, setItem: (key: string) => void store.items.set(key, other) };
    expect(deskSettings(slow).key().id).toBe(deskSettings(store).key().id);
  });

  it('stays the same where the settings are emptied while the page is open', () => {
    const store = settings();
    const desk = deskSettings(store);
    const { id } = desk.key();
    store.items.clear();
    expect(desk.key()).toMatchObject({ id, lasting: true });
    expect(deskSettings(store).key().id).toBe(id);
  });

  it('signs on for this page where the settings were emptied and take nothing more', () => {
    const store = settings();
    let full = false;
    const desk = deskSettings({
      ...store,
      setItem: (key, value) => {
        if (full) throw new Error('full');
        store.setItem(key, value);
      },
    });
    const { id } = desk.key();
    store.items.clear();
    full = true;
    expect(desk.key()).toMatchObject({ id, lasting: false });
  });

  it('goes to another desk as a file', () => {
    const [mine, second] = [settings(), settings()];
    const file = deskSettings(mine).exportKey()!;
    const there = deskSettings(second);
    expect(there.key().id).not.toBe(deskSettings(mine).key().id);
    expect(there.importKey(file.replaceAll('\n', '\r\n'))).toBeNull();
    expect(there.key().id).toBe(deskSettings(mine).key().id);
    expect(deskSettings(settings(false)).importKey(file)).toBe('not-kept');
  });
});

describe('the file of a key', () => {
  const key = Uint8Array.from({ length: 32 }, (_, i) => i);
  const file = writeKeyFile(key);

  it.each([
    ['as it was written', file],
    ['with a byte order mark and blanks', `\uFEFF  ${file.replaceAll('\n', '  \r\n\r\n')}`],
  ])('is read %s', (_, text) => {
    expect(readKeyFile(text)).toEqual({ key });
  });

  it.each([
    ['another file', 'PK\u0003\u0004', 'not-a-key'],
    ['an empty one', '', 'not-a-key'],
    ['a long one', file + ' '.repeat(5000), 'not-a-key'],
    ['one of a version to come', file.replace(' 1\n', ' 2\n'), 'newer'],
    ['one cut short', file.slice(0, 50), 'damaged'],
    ['one mistyped', file.replace('AAEC', 'AAED'), 'damaged'],
    ['one with more in it', `${file}more\n`, 'damaged'],
  ])('is not %s', (_, text, problem) => {
    expect(readKeyFile(text)).toEqual({ problem });
    for (const locale of ['zh-CN', 'en'] as const)
      expect(keyFileText(problem as 'newer', locale).length).toBeGreaterThan(10);
  });
});
