import type { Locator, Page } from "@playwright/test";
import { seenIn } from "./opened-page.ts";

/** A place to press, in pixels of the window. */
export type Spot = { x: number; y: number };

const APART_MS = 500;
/** A finger is not lifted in the instant in which it comes down: what that begins and ends are two things to be drawn. */
const HELD_MS = 60;
/** To the next step, and to the one after it. */
const KEYS = ["j", "j"];

/**
 * Does what people do on the page of a run: opens and folds cards, filters, begins a step, and walks on by key. Throws where
 * a press came to no button, or a key led nowhere.
 */
export async function work(page: Page, spots: readonly Spot[]): Promise<void> {
  const pressedBefore = (await seenIn(page)).presses;
  for (const { x, y } of spots) {
    await page.mouse.move(x, y);
    await page.mouse.click(x, y, { delay: HELD_MS });
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
  }
  const before = await stepInHand(page);
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
  }
  if ((await stepInHand(page)) === before) throw new Error("The keys lead nowhere.");
  const presses = (await seenIn(page)).presses - pressedBefore;
  if (presses !== spots.length) throw new Error(`${presses} of ${spots.length} presses came to a button.`);
}

/**
 * Where that is pressed is found beforehand, and pressed by the mouse alone: what Playwright does to find a button by its name
 * takes half a second of the page's own thread.
 */
export async function spotsOf(page: Page): Promise<Spot[]> {
  const heads = page.locator("[data-step] h3 > button");
  const [first, second] = [await middleOf(heads.nth(0)), await middleOf(heads.nth(1))];
  const problems = await middleOf(page.getByRole("button", { name: /^Problems/ }));
  const all = await middleOf(page.getByRole("button", { name: /^All / }).first());
  const start = await middleOf(page.getByRole("button", { name: /^(Start|Simulate) step 1(:|$)/ }));
  // Each card is folded and opened again before another is pressed, so that all stay where they were found. The filters come
  // last: what they leave in sight stays where it is.
  return [second, second, first, first, start, problems, all];
}

const stepInHand = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step);

async function middleOf(button: Locator): Promise<Spot> {
  const box = await button.boundingBox();
  if (!box) throw new Error("There is nothing to press.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
