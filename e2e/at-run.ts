import { expect, type Page } from "@playwright/test";
import { Keyboard } from "./keyboard.ts";
import { RunPage, type StepCard } from "./run-page.ts";

/** What a card shows then: its state, or words. */
type Outcome = { state?: string; says?: string };

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
  async answer(step: StepCard, button: string, said: Record<string, string>, then: Outcome): Promise<void> {
    await this.goTo(step);
    await this.keys.ask(step.button(button));
    await this.keys.say(said, button.replace(`, step ${step.number}`, ""));
    await expect(this.dialog).toBeHidden();
    if (then.state) await expect(step.card).toHaveAttribute("data-state", then.state);
    if (then.says) await expect(step.card).toContainText(then.says);
    await this.staysIn(step);
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
