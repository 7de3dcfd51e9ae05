/**
 * Room between the children of flex boxes in engines whose flex boxes have no `gap` (Chromium below 84): as margins, on
 * whatever is drawn, the components of packages included. Loaded only where it is needed.
 */
/** The sides of a child that look to the one before and to the one behind it. */
const SIDES = {
  row: ['left', 'right'],
  'row-reverse': ['right', 'left'],
  column: ['top', 'bottom'],
  'column-reverse': ['bottom', 'top'],
} as const;

/** What can have a margin: icons are no elements of HTML. */
type Styled = HTMLElement | SVGElement;

const isStyled = (node: Node): node is Styled => node instanceof HTMLElement || node instanceof SVGElement;

interface Margin {
  readonly element: Styled;
  readonly side: string;
  /** Pixels, beside the element's own. */
  readonly gap: number;
}

/** Whether a flex box leaves the room that its `gap` says. */
function hasFlexGap(): boolean {
  const box = document.createElement('div');
  box.style.cssText = 'display:flex;flex-direction:column;row-gap:1px;position:absolute;visibility:hidden';
  box.append(document.createElement('div'), document.createElement('div'));
  document.body.append(box);
  const has = box.scrollHeight === 1;
  box.remove();
  return has;
}

/** Keeps the margins as they have to be, for as long as the page lives. */
function fillFlexGaps(): void {
  /** The sides that have a margin of ours. */
  const given = new Map<Node, Map<string, number>>();

  const fill = (changed: ReadonlySet<Element>): void => {
    const boxes = [...changed].filter(isStyled);
    const children = new Set(boxes.flatMap((box) => [...box.children].filter(isStyled)));
    for (const element of [...boxes, ...children]) takeBack(element);
    // A child has those again that it has as a box itself.
    const asBoxes = [...children]
      .filter((child) => !changed.has(child))
      .flatMap((child) => margins(child).filter(({ element }) => element === child));
    // All is read before anything is written: one calculation of styles for all.
    const all = [...boxes.flatMap(margins), ...asBoxes].map((one) => ({ ...one, own: ownMargin(one) }));
    for (const { element, side, gap, own } of all) {
      if (own === null) continue;
      const sides = given.get(element) ?? new Map<string, number>();
      // A box may have one of its own and another from the box that it stands in.
      const sum = (sides.get(side) ?? own) + gap;
      element.style.setProperty(`margin-${side}`, `${sum}px`);
      given.set(element, sides.set(side, sum));
    }
  };
  const takeBack = (element: Element): void => {
    const sides = given.get(element);
    if (!sides || !isStyled(element)) return;
    for (const side of sides.keys()) element.style.removeProperty(`margin-${side}`);
    given.delete(element);
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
      for (const node of removedNodes) given.delete(node);
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
function margins(box: Styled): Margin[] {
  const { display, rowGap, columnGap, flexDirection, flexWrap } = getComputedStyle(box);
  if (!display.endsWith('flex')) return [];
  const [between, across] = [columnGap, rowGap].map((gap) => parseFloat(gap) || 0) as [number, number];
  if (between === 0 && across === 0) return [];
  const children = [...box.childNodes].filter(takesPart);
  if (flexWrap === 'nowrap') {
    const [before, behind] = SIDES[flexDirection as keyof typeof SIDES];
    const gap = flexDirection.startsWith('row') ? between : across;
    // A text has no margin: what stands before it has one then.
    return children.slice(1).flatMap((child, i) => {
      if (isStyled(child)) return margin(child, before, gap);
      const previous = children[i];
      return previous && isStyled(previous) ? margin(previous, behind, gap) : [];
    });
  }
  // Nobody knows where a line breaks: each has the room behind and below it, and the box gives up the last.
  return [
    ...children
      .filter(isStyled)
      .flatMap((child) => [...margin(child, 'right', between), ...margin(child, 'bottom', across)]),
    ...margin(box, 'right', -between),
    ...margin(box, 'bottom', -across),
  ];
}

function takesPart(child: Node): boolean {
  if (!isStyled(child)) return child.nodeType === Node.TEXT_NODE && child.textContent?.trim() !== '';
  const { display, position } = getComputedStyle(child);
  return display !== 'none' && position !== 'absolute' && position !== 'fixed';
}

const margin = (element: Styled, side: string, gap: number): Margin[] =>
  gap === 0 ? [] : [{ element, side, gap }];

/** What margin an element has by itself, in pixels; `null` where that is `auto` and takes what room is left. */
function ownMargin({ element, side }: Margin): number | null {
  // Without a layout, which the resolved value would need, and with `auto` as such.
  const own = element.computedStyleMap().get(`margin-${side}`);
  return own?.toString() === 'auto' ? null : parseFloat(String(own)) || 0;
}

if (!hasFlexGap()) fillFlexGaps();

export {};
