/** How far down the head of the page reaches, with what hangs from it: under that nothing is seen. */
function headBottom(): number {
  const head = document.getElementById("main")?.previousElementSibling;
  const parts = [head, head?.firstElementChild, head?.lastElementChild];
  return Math.max(0, ...parts.map((part) => part?.getBoundingClientRect().bottom ?? 0));
}

/** What may be held of a page: a selector of a part of it, and one of what is in that. */
export type Lines = `#${string} ${string}`;

/** What is in rows that are out of sight is not asked itself: they would be laid out to answer. */
export function isInSight(element: Element): boolean {
  const rows = element.parentElement?.closest("[data-rows]");
  return (!rows || isInWindow(rows)) && isInWindow(element);
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > headBottom() && top < window.innerHeight && bottom > top;
}

/** Where something that must not move stood, and the one of many it belongs to. */
export type Held = { part: Element; partTop: number; one: Element; oneTop: number };

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** What is held at the very top of the page, where what is new has to be seen: all as elsewhere, or less. */
type AtTop = "all" | "pointed" | "focused";

/**
 * What somebody is at: the part with the focus in one of these, or under the pointer; else what has the focus beside them, such
 * as a filter; else the one of which most is in sight, and of several the first.
 */
export function whatIsHeld(those: Lines, atTop: AtTop = "pointed"): Held | null {
  const { activeElement } = document;
  const one = activeElement?.closest(those);
  if (activeElement && one && isInSight(one)) return heldAt(activeElement, one);
  const part = underPointer();
  const hovered = part.closest(those);
  if (hovered && (atTop !== "focused" || !isAtTop(hovered))) return heldAt(part, hovered);
  const root = rootOf(those);
  const beside = activeElement !== root && root?.contains(activeElement) ? activeElement : null;
  if (beside && isInSight(beside)) return heldAt(beside, beside);
  const most = root && mostInSight(those, root);
  return most && (atTop === "all" || !isAtTop(most)) ? heldAt(most, most) : null;
}

const rootOf = (those: Lines): Element | null => document.querySelector(those.slice(0, those.indexOf(" ")));

/** What is in one that is out of sight is not looked at, nor what comes after the window: a large run has 14,000 elements. */
function mostInSight(those: Lines, root: Element): Element | null {
  const head = headBottom();
  let most: Element | null = null;
  let mostPx = 0;
  let isPast = false;
  const judge = (each: Node) => {
    if (!(each instanceof Element)) return NodeFilter.FILTER_SKIP;
    if (isPast || each.hasAttribute("hidden")) return NodeFilter.FILTER_REJECT;
    const isOne = each.matches(those);
    if (!isOne && !each.hasAttribute("data-rows")) return NodeFilter.FILTER_SKIP;
    const { top, bottom, height } = each.getBoundingClientRect();
    if (height === 0) return NodeFilter.FILTER_SKIP;
    isPast = top >= window.innerHeight;
    if (isPast || bottom <= head || isCutOff(each)) return NodeFilter.FILTER_REJECT;
    if (!isOne) return NodeFilter.FILTER_SKIP;
    const px = Math.min(bottom, window.innerHeight) - Math.max(top, head);
    if (px >= mostPx + 1) [most, mostPx] = [each, px];
    return NodeFilter.FILTER_REJECT;
  };
  document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, judge).nextNode();
  return most;
}

/** Level by level: asked of the whole page at once, it takes longer than all else here. */
function underPointer(): Element {
  let part: Element = document.documentElement;
  for (;;) {
    const inner = [...part.children].find((child) => child.matches(":hover"));
    if (!inner) return part;
    part = inner;
  }
}

const heldAt = (part: Element, one: Element): Held => ({ part, partTop: topOf(part), one, oneTop: topOf(one) });

/** Puts it back where it was. A page that is too short to be scrolled so far gets room for it. */
export function keepInPlace(held: Held): void {
  scrollBack(held);
  const rest = movedBy(held);
  const main = mainPart();
  if (rest === 0 || !main || isInColumn(held.one)) return;
  if (rest > 0) main.style.minHeight = `${main.offsetHeight + rest}px`;
  else main.style.paddingTop = `${Number.parseFloat(getComputedStyle(main).paddingTop) - rest}px`;
  scrollBack(held);
}

/** Once nothing is held any more. */
export function giveBackRoom(): void {
  const style = mainPart()?.style;
  style?.removeProperty("min-height");
  style?.removeProperty("padding-top");
}

const mainPart = () => document.getElementById("main");

function scrollBack(held: Held): void {
  const moved = movedBy(held);
  if (moved !== 0) scrollerOf(held.one).scrollBy(0, moved);
}

/** By how many pixels it stands lower than it did. */
function movedBy({ part, partTop, one, oneTop }: Held): number {
  const moved = isDrawn(part) ? topOf(part) - partTop : isDrawn(one) ? topOf(one) - oneTop : 0;
  return Math.abs(moved) < 1 ? 0 : moved;
}

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

/** The page, or a column of it that scrolls by itself where it is higher than the window. */
function scrollerOf(one: Element): Element {
  const column = one.closest("[data-scrolls]");
  return column && column.scrollHeight > column.clientHeight ? column : document.documentElement;
}

const isInColumn = (one: Element): boolean => scrollerOf(one) !== document.documentElement;

const isCutOff = (one: Element): boolean => one.getBoundingClientRect().bottom <= topOf(scrollerOf(one));

const isAtTop = (one: Element): boolean => scrollerOf(one).scrollTop === 0;
