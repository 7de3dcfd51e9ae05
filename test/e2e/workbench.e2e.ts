import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pane } from './support/pane';
import { PLATFORM } from './support/platform';
import { useWorkbench } from './support/workbench';

const scenario = useWorkbench();

scenario('Chinese is drawn with real glyphs', async ({ page, pane: frame }) => {
  await new Pane(frame).recognition.waitFor();
  const ink = await page.evaluate(() => {
    const pixels = (character: string): string => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      const context = canvas.getContext('2d')!;
      context.font = `32px ${getComputedStyle(document.body).fontFamily}`;
      context.fillText(character, 2, 34);
      return context.getImageData(0, 0, 40, 40).data.join();
    };
    // No font has a glyph for the last character, so it is drawn as the sign for a missing one.
    return ['绩', '效', '\u{10FFFD}'].map(pixels);
  });
  expect(new Set(ink).size).toBe(3);
});

const EXCEL = { win32: ['PC', 'Excel on Windows'], web: ['OfficeOnline', 'Excel on the web'] } as const;
const [platform, name] = EXCEL[PLATFORM];

scenario(`the pane runs in what it takes for ${name}`, async ({ page, pane: frame }) => {
  await new Pane(frame).recognition.waitFor();
  const pane = page.frames().find((each) => each.url().endsWith('/pane.html'))!;
  const info = await pane.evaluate(() => ({
    host: Office.context.diagnostics.host,
    platform: Office.context.diagnostics.platform,
    version: Office.context.requirements.isSetSupported('ExcelApi', '1.9'),
  }));
  expect(info).toEqual({ host: 'Excel', platform, version: true });
});

const ADDIN = join(__dirname, '../../dist/addin');
const SEAM = '<script src="/workbench/win32-seam.js"></script>';

scenario('the served pane is the built one but for office.js and, on Windows, the seam', async ({ page }) => {
  for (const name of ['pane.html', 'commands.html']) {
    const served = await (await page.request.get(`${page.url()}${name}`)).text();
    expect(served.includes(SEAM)).toBe(PLATFORM === 'win32');
    const back = served
      .replace(SEAM, '')
      .replace('/office-js/office.js', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
    expect(back).toBe(readFileSync(join(ADDIN, name), 'utf8'));
  }
});

scenario(
  'the workbench is framed by nobody, the pane by the workbench alone',
  async ({ page, pane: frame }) => {
    await new Pane(frame).recognition.waitFor();
    const answered = async (path: string) => {
      const headers = (await page.request.get(new URL(path, page.url()).href)).headers();
      const [, ancestors] = /frame-ancestors ([^;]+)/.exec(headers['content-security-policy']!)!;
      return [headers['x-frame-options'], ancestors];
    };
    expect(await answered('/')).toEqual(['DENY', "'none'"]);
    for (const path of ['/pane.html', '/commands.html'])
      expect(await answered(path)).toEqual(['SAMEORIGIN', "'self'"]);
  },
);

scenario(
  'what is put into the page of the workbench does not run, and asks no other server',
  async ({ page, pane: frame }) => {
    await new Pane(frame).recognition.waitFor();
    const done = await page.evaluate(async () => {
      const broken = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        broken.add(effectiveDirective),
      );
      const put = (name: string, how: object) =>
        document.body.appendChild(Object.assign(document.createElement(name), how));
      put('script', { textContent: 'window.injected = true' });
      put('div', { innerHTML: '<p onclick="window.injected = true">x</p>' }).querySelector('p')!.click();
      put('img', { src: 'https://elsewhere.example/picture.png' });
      put('iframe', { src: 'https://elsewhere.example/' });
      const answered = await fetch('https://elsewhere.example/').then(
        () => true,
        () => false,
      );
      const wanted = ['connect-src', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem'];
      while (!wanted.every((one) => broken.has(one))) await new Promise((resolve) => setTimeout(resolve, 20));
      return { answered, injected: 'injected' in window };
    });
    expect(done).toEqual({ answered: false, injected: false });
  },
  { expect: /Content Security Policy|violates|Refused to/ },
);
