import { expect, type Locator, type Page } from "@playwright/test";

/** No way that a person goes with Tab may be longer. */
const MOST = 50;

/** Somebody without a mouse: presses keys, and looks where the focus is. */
export class Keyboard {
  readonly page: Page;
  readonly dialog: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  }

  /** A press of the mouse is from now on an error of the page. */
  static async alone(page: Page): Promise<Keyboard> {
    await page.addInitScript(() => {
      addEventListener("pointerdown", ({ target }) => console.error("pressed with a pointer:", target), true);
      const way: string[] = [];
      Object.assign(window, { way });
      addEventListener("focusin", ({ target: at }) => {
        if (!(at instanceof HTMLElement)) return;
        const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at.textContent;
        const name = (at.getAttribute("aria-label") ?? label ?? "").trim().slice(0, 30);
        way.push(`${at.tagName.toLowerCase()} “${name}”`);
      });
    });
    return new Keyboard(page);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** With Tab, or back with Shift and Tab, to what has to be seen once the focus is there. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; !(await this.#isAt(target)); presses++) {
      if (presses === MOST) throw new Error(`${key} does not lead to ${target}, but to ${await this.#way()}.`);
      await this.press(key);
    }
    await this.sees(target);
  }

  /** That the focus is there, in sight and marked. */
  async sees(target: Locator): Promise<void> {
    await expect(target).toBeFocused();
    await expect.poll(() => this.page.evaluate(whatHidesFocus), { message: `the focus at ${target}` }).toBe(null);
  }

  /**
   * Enter, and again while nothing comes of it: a button of a step that has just come is deaf for a moment, as to a
   * double click.
   */
  async enter(target: Locator, until: () => Promise<void>): Promise<void> {
    await this.tabTo(target);
    await expect(async () => {
      // What it did may only now be there, and its button gone: a second press would be for what took its place.
      if (await this.#isAt(target)) await this.press("Enter");
      await until();
    }).toPass({ intervals: [50] });
  }

  /** Enter at what opens a dialog. */
  async ask(opener: Locator): Promise<void> {
    await this.enter(opener, () => expect(this.dialog).toBeVisible({ timeout: 300 }));
  }

  /** By the arrows to an entry of a menu. */
  async choose(menu: Locator, item: string | RegExp): Promise<void> {
    const items = this.page.getByRole("menuitem");
    const wanted = this.page.getByRole("menuitem", { name: item });
    await this.tabTo(menu);
    await this.press("Enter");
    await expect(items.first()).toBeFocused();
    for (let at = 1; !(await this.#isAt(wanted)); at++) {
      await this.press("ArrowDown");
      await expect(items.nth(at)).toBeFocused();
    }
    await this.sees(wanted);
    await this.press("Enter");
  }

  /** By the palette, to a page or a run. */
  async jump(words: string | RegExp, typed = String(words)): Promise<void> {
    await this.press("Control+k");
    await expect(this.page.getByRole("combobox", { name: "Step, run, procedure, page or action" })).toBeFocused();
    await this.page.keyboard.type(typed);
    await expect(this.page.getByRole("option", { selected: true })).toHaveAccessibleName(words);
    await this.press("Enter");
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.page.keyboard.type(text);
  }

  async tick(box: Locator, checked: boolean): Promise<void> {
    await this.tabTo(box);
    await this.press("Space");
    await expect(box).toBeChecked({ checked });
  }

  /** An option of a list that stays closed, by the beginning of its words. */
  async select(list: Locator, option: string): Promise<void> {
    await expect(list.getByRole("option", { name: option, exact: true })).toBeAttached();
    await this.type(list, option);
    await expect(list.locator("option:checked")).toHaveText(option);
  }

  /** Fills the open dialog and sends it; where the focus is then, is asked of `sees`. */
  async say(said: Record<string, string>, button: string | RegExp): Promise<void> {
    await expect(this.focusIn(this.dialog)).toBeFocused();
    for (const [label, words] of Object.entries(said)) await this.#fill(this.dialog.getByLabel(label), words);
    await this.tabTo(this.dialog.getByRole("button", { name: button, exact: true }));
    await this.press("Enter");
  }

  async #fill(field: Locator, words: string): Promise<void> {
    const isList = await field.evaluate((element) => element instanceof HTMLSelectElement);
    await (isList ? this.select(field, words) : this.type(field, words));
  }

  /** As an input method does with a word that is not accepted yet; Escape is then about that word. */
  async compose(field: Locator, word: string): Promise<void> {
    await this.tabTo(field);
    const browser = await this.page.context().newCDPSession(this.page);
    await browser.send("Input.imeSetComposition", {
      text: word,
      selectionStart: word.length,
      selectionEnd: word.length,
    });
    await this.press("Escape");
    await expect(field).toBeFocused();
    await browser.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    await expect(field).toHaveValue("");
  }

  /** What has the focus in a part of the page, or that part itself. */
  focusIn(part: Locator): Locator {
    return part.locator(":focus").or(part.and(this.page.locator(":focus")));
  }

  /** Where the focus was last. */
  async #way(): Promise<string> {
    const way = await this.page.evaluate(() => ("way" in window && Array.isArray(window.way) ? window.way : []));
    return way.slice(-MOST).join(", ");
  }

  async #isAt(target: Locator): Promise<boolean> {
    return (await target.and(this.page.locator(":focus")).count()) > 0;
  }
}

/** Of the page: why somebody would not find where the focus is; null when they would. */
function whatHidesFocus(): string | null {
  const { activeElement: here } = document;
  if (!here || here === document.body) return "nothing has the focus";
  const framed = [here, here.closest("label")].some((each) => {
    const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : { outlineStyle: "none", outlineWidth: "0" };
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  if (!framed) return "it is not marked";
  const { left, top, right, bottom } = here.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const found = document.elementFromPoint(x, y);
  if (!found) return "it is out of sight";
  return here.contains(found) || found.contains(here) ? null : `${found.outerHTML.slice(0, 80)} is in front of it`;
}
