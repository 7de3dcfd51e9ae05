import type { FrameLocator } from 'playwright-core';

/**
 * What keeps people from using what a page shows now, in sentences; none where nothing does. Looked at are what can be
 * worked without a name, texts too faint for their background (WCAG AA), ids that stand twice, references to ids that are
 * not there, and what is wider than the page.
 */
export async function barriersIn(frame: FrameLocator): Promise<readonly string[]> {
  const body = frame.locator('body');
  await body.evaluate(lastChangesEnd);
  return body.evaluate(findBarriers);
}

/** Runs in the page: colours that are on their way to others are not those that anybody reads. */
async function lastChangesEnd(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** Runs in the page. */
function findBarriers(body: HTMLElement): string[] {
  const found: string[] = [];
  const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const about = (element: Element): string =>
    `<${element.tagName.toLowerCase()}> “${(element.textContent ?? '').trim().slice(0, 40)}”`;

  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const labelled = by.map((id) => document.getElementById(id)?.textContent ?? '').join('');
    const labels = (element as HTMLInputElement).labels ?? [];
    return [
      labelled,
      element.getAttribute('aria-label') ?? '',
      ...[...labels].map(({ textContent }) => textContent ?? ''),
      element instanceof HTMLInputElement ? '' : (element.textContent ?? ''),
      element.getAttribute('title') ?? '',
    ].join('');
  };
  const worked = 'button, a[href], input, select, textarea, [role=button], [role=option], [tabindex="0"]';
  for (const element of body.querySelectorAll(worked))
    if (shown(element) && nameOf(element).trim() === '')
      found.push(`no name: ${element.outerHTML.slice(0, 120)}`);

  const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids)) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push(`twice: #${id}`);
  for (const attribute of ['aria-controls', 'aria-labelledby', 'aria-describedby', 'aria-activedescendant'])
    for (const element of body.querySelectorAll(`[${attribute}]`))
      for (const id of element.getAttribute(attribute)!.split(/\s+/))
        if (!document.getElementById(id)) found.push(`${attribute} leads nowhere: ${about(element)}`);

  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const colour = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const behind = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const own = colour(getComputedStyle(element).backgroundColor);
    if (own[3] === 1) return own;
    const below = behind(element.parentElement);
    const mixed = (i: 0 | 1 | 2): number => own[i] * own[3] + below[i] * (1 - own[3]);
    return [mixed(0), mixed(1), mixed(2), 1];
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const part = (value: number): number =>
      value <= 10.3 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement!;
    if ((node.textContent ?? '').trim() === '' || !shown(element)) continue;
    // What cannot be worked may be faint.
    if (element.closest(':disabled, [aria-disabled=true], [aria-hidden=true], style, script')) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const large = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
    const [one, other] = [luminance(colour(color)), luminance(behind(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < (large ? 3 : 4.5)) found.push(`contrast ${ratio.toFixed(2)}: ${about(element)}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px wider than the page`);
  return found;
}
