/**
 * Draws the add-in's icons, each anew for its size so that edges fall on pixels, and renders them with Chromium:
 *
 *     node assets/icons/make-icons.mjs
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, chromiumPath } from '../../scripts/chromium.mjs';
import { DRAWINGS } from './drawings.mjs';

const RIBBON = [16, 20, 24, 32, 40, 48, 64, 80];
/** The product's own icon is also shown where add-ins are listed. */
const SIZES = { annex: [...RIBBON, 128] };

const folder = dirname(fileURLToPath(import.meta.url));
const browser = await chromium.launch({ executablePath: chromiumPath(), args: BROWSER_ARGS });
try {
  const page = await browser.newPage();
  for (const [name, draw] of Object.entries(DRAWINGS)) {
    for (const size of SIZES[name] ?? RIBBON) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<body style="margin:0;line-height:0">${draw(size)}</body>`);
      writeFileSync(join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
    console.log(`${name}: ${(SIZES[name] ?? RIBBON).join(', ')}`);
  }
} finally {
  await browser.close();
}
