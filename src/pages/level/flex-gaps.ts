/**
 * Room between the children of flex boxes in engines whose flex boxes have no `gap` (Chromium below 84): as margins, on
 * whatever is drawn, the components of packages included. Loaded only where it is needed.
 */
const SIDES = { row: 'left', 'row-reverse': 'right', column: 'top', 'column-reverse': 'bottom' } as const;

interface Margin {
  readonly element: HTMLElement;
  readonly side: string;
  readonly pixels: number;
}

/** Whether a flex box leaves the room that its `gap` says. */
export function hasFlexGap(): boolean {
  const box = document.createElement('div');
  box.style.cssText = 'display:flex;flex-direction:column;row-gap:1px;position:absolute;visibility:hidden';
  box.append(document.createElement('div'), document.createElement('div'));
  document.body.append(box);
  const has = box.scrollHeight === 1;
  box.remove();
  return has;
}

/** Keeps the margins as they have to be, for as long as the page lives. */
export function fillFlexGaps(): void {
  /** The sides that have a margin of ours. */
  const given = new Map<HTMLElement, Set<string>>();

  const fill = (changed: ReadonlySet<Element>): void => {
    const boxes = [...changed].filter((one): one is HTMLElement => one instanceof HTMLElement);
    for (const box of boxes) for (const element of [box, ...box.children]) takeBack(element);
    // All is read before anything is written: one calculation of styles for all.
    for (const { element, side, pixels } of boxes.flatMap(margins)) {
      element.style.setProperty(`margin-${side}`, `${pixels}px`);
      given.set(element, (given.get(element) ?? new Set<string>()).add(side));
    }
  };
  const takeBack = (element: Element): void => {
    const sides = given.get(element as HTMLElement);
    if (!sides) return;
    for (const side of sides) (element as HTMLElement).style.removeProperty(`margin-${side}`);
    given.delete(element as HTMLElement);
  };

  new MutationObserver((records) => {
    const changed = new Set<Element>();
    for (const { target, type, addedNodes, removedNodes } of records) {
      // A box that has margins of ours may be a child of another that gives it some, so both are done anew.
      for (const one of [target, target.parentElement]) if (one instanceof Element) changed.add(one);
      if (type !== 'childList') continue;
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const one of [node, ...node.querySelectorAll('*')]) changed.add(one);
      }
      for (const node of removedNodes) given.delete(node as HTMLElement);
    }
    for (const box of [...changed]) if (box.parentElement) changed.add(box.parentElement);
    fill(changed);
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'hidden'],
  });
  fill(new Set(document.body.querySelectorAll('*')));
}

/** The margins that stand for the gap of a box; none where it has no gap, or no flex box is. */
function margins(box: HTMLElement): Margin[] {
  const { display, rowGap, columnGap, flexDirection, flexWrap } = getComputedStyle(box);
  if (!display.endsWith('flex')) return [];
  const [between, across] = [columnGap, rowGap].map((gap) => parseFloat(gap) || 0) as [number, number];
  if (between === 0 && across === 0) return [];
  const children = [...box.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && takesPart(child),
  );
  if (flexWrap === 'nowrap') {
    const side = SIDES[flexDirection as keyof typeof SIDES];
    const gap = flexDirection.startsWith('row') ? between : across;
    return children.slice(1).flatMap((child) => margin(child, side, gap));
  }
  // Nobody knows where a line breaks: each has the room behind and below it, and the box gives up the last.
  return [
    ...children.flatMap((child) => [...margin(child, 'right', between), ...margin(child, 'bottom', across)]),
    ...margin(box, 'right', -between),
    ...margin(box, 'bottom', -across),
  ];
}

function takesPart(child: HTMLElement): boolean {
  const { display, position } = getComputedStyle(child);
  return display !== 'none' && position !== 'absolute' && position !== 'fixed';
}

/** A margin with the element's own; none where that is `auto` and takes what room is left. */
function margin(element: HTMLElement, side: string, gap: number): Margin[] {
  // Without a layout, which the resolved value would need, and with `auto` as such.
  const own = element.computedStyleMap().get(`margin-${side}`);
  if (gap === 0 || own?.toString() === 'auto') return [];
  return [{ element, side, pixels: gap + (parseFloat(String(own)) || 0) }];
}
