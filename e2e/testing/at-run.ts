import { expect, type Locator, type Page } from "@playwright/test";
import { Keyboard } from "./keyboard.ts";
import { RunPage, type StepCard } from "./run-page.ts";

/** What a card shows then: its state, or words. */
type Outcome = { state?: string; says?: string };
/** By a button that says something else than what led to it. */
type Sent = Outcome & { sentBy?: string };
type Said = Record<string, string>;

/** Somebody at the keyboard of a run. */
export class AtRun extends RunPage {
  readonly keys: Keyboard;

  constructor(keys: Keyboard) {
    super(keys.page);
    this.keys = keys;
  }

  static async alone(page: Page, run: { number: number }): Promise<AtRun> {
    const at = new AtRun(await Keyboard.alone(page));
    await at.open(run);
    await at.hasAllParts();
    return at;
  }

  /** To the head of a card with j or k, and opens it. */
  async goTo(step: StepCard): Promise<void> {
    const there = async () => {
      const { at, head } = await this.page.evaluate(placeOfFocus);
      if (head && at === step.number) return true;
      await this.keys.press(Number(at) > Number(step.number) ? "k" : "j");
      return false;
    };
    await expect.poll(there, { intervals: [0], message: `the head of step ${step.number}` }).toBe(true);
    if ((await step.head.getAttribute("aria-expanded")) === "false") await this.keys.press("Enter");
    await expect(step.head).toHaveAttribute("aria-expanded", "true");
  }

  /** Presses a button of a card, until it has come to this. */
  async do(step: StepCard, button: string, state: string): Promise<void> {
    await this.goTo(step);
    await this.keys.enter(step.button(button), () =>
      expect(step.card).toHaveAttribute("data-state", state, { timeout: 300 }),
    );
    await this.staysIn(step);
  }

  /** Answers what a button of a card asks for; then the focus is in the card again. */
  async answer(step: StepCard, button: string, said: Said, then: Outcome): Promise<void> {
    await this.goTo(step);
    await this.keys.ask(step.button(button));
    await this.keys.say(said, button.replace(`, step ${step.number}`, ""));
    await expect(this.dialog).toBeHidden();
    await this.#hasCome(step, then);
    await this.staysIn(step);
  }

  /** Chooses from the menu of a card and answers what it asks for; then the menu's button has the focus again. */
  async choose(step: StepCard, item: string, said: Said, then: Sent): Promise<void> {
    await this.goTo(step);
    const more = step.card.getByRole("button", { name: `More for step ${step.number}` });
    await this.#chooseAndSay(more, item, said, then.sentBy);
    await this.#hasCome(step, then);
    await this.keys.sees(this.keys.focusIn(step.card));
  }

  /** The same from the menu of the run; of one that is over the page itself has the focus. */
  async chooseOfRun(item: string, said: Said, over = false): Promise<void> {
    const more = this.head.getByRole("button", { name: /^More for run/ });
    await this.#chooseAndSay(more, item, said);
    await this.keys.sees(over ? this.page.getByRole("main") : more);
  }

  async #chooseAndSay(menu: Locator, item: string, said: Said, send = item): Promise<void> {
    await this.keys.choose(menu, `${item}…`);
    await this.keys.say(said, send);
    await expect(this.dialog).toBeHidden();
  }

  async #hasCome({ card }: StepCard, { state, says }: Outcome): Promise<void> {
    if (state) await expect(card).toHaveAttribute("data-state", state);
    if (says) await expect(card).toContainText(says);
  }

  /** From the head of the page to the card itself, which Enter folds and opens. */
  async isLedTo({ card, head, number }: StepCard): Promise<void> {
    await this.keys.tabTo(this.page.getByRole("link", { name: `Decide step ${number}` }), "Shift+Tab");
    await this.keys.press("Enter");
    await this.keys.sees(card);
    for (const expanded of ["false", "true"]) {
      await this.keys.press("Enter");
      await expect(head).toHaveAttribute("aria-expanded", expanded);
      await this.keys.sees(card);
    }
  }

  /** The focus has not left the card. */
  async staysIn(step: StepCard): Promise<void> {
    await this.keys.sees(this.keys.focusIn(step.card));
  }
}

/** Of the page: in which card the focus is, and whether at its head. */
function placeOfFocus(): { at: string | undefined; head: boolean } {
  const { activeElement: here } = document;
  return {
    at: here?.closest<HTMLElement>("[data-step]")?.dataset.step,
    head: here?.matches("h3 > button") ?? false,
  };
}

/** The step that has the focus, or something in it. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step ?? null);

/** The first press among the steps; the keys themselves come with the first sign of a person. */
export async function enterSteps(page: Page): Promise<void> {
  await page.keyboard.press("j");
  await expect.poll(() => focused(page)).not.toBeNull();
}
