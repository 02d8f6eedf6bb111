import { expect, type Locator, type Page } from "@playwright/test";
import type { Answer } from "#lib/domain/condition.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";

/**
 * Presses a button as a person does. A button that has just come is deaf for a moment, so that the second press of a
 * double click does not hit it: whoever sees that nothing happened presses again.
 */
export async function press(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    await expect(button).toBeHidden({ timeout: 150 });
  }).toPass({ intervals: [50] });
}

/** The same at what opens a dialog, which may come late of the press before, and then covers the opener or takes its place. */
export async function openDialog(opener: Locator, dialog: Locator): Promise<void> {
  await expect(async () => {
    if ((await dialog.isHidden()) && (await opener.isVisible())) await opener.click({ timeout: 1_000 });
    await expect(dialog).toBeVisible({ timeout: 400 });
  }).toPass({ intervals: [50] });
}

/** The run page, read and pressed by what stands on it. */
export class RunPage {
  readonly page: Page;
  readonly head: Locator;
  readonly dialog: Locator;
  readonly drawer: Locator;
  /** "live", or since when the page is not. */
  readonly connection: Locator;
  /** Timeline, facts, notes and events. */
  readonly side: Locator;

  constructor(page: Page) {
    this.page = page;
    this.head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
    this.connection = this.head.locator("[data-connection]").filter({ visible: true });
    this.dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
    this.side = page.getByRole("complementary", { name: "Timeline, facts, notes and events" });
    this.drawer = page.getByRole("region", { name: /^Output, step/i });
  }

  async open(run: { number: number }): Promise<void> {
    await this.page.goto(`/runs/${runLabel(run.number)}`);
    await expect(this.head).toContainText(runLabel(run.number));
  }

  /** Until then what the server drew stands in the place of parts, and comes up to date when they do. */
  async hasAllParts(): Promise<void> {
    await expect(this.page.locator("[inert]")).toHaveCount(0);
  }

  step(number: string): StepCard {
    return new StepCard(this, number);
  }

  /** What the open dialog asks for, and the button that sends it. */
  async say(said: Record<string, string>, button: string): Promise<void> {
    for (const [label, words] of Object.entries(said)) await this.dialog.getByLabel(label).fill(words);
    await this.dialog.getByRole("button", { name: button, exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Gives another answer to a fact of the run; `look` sees the form first. */
  async answerAgain(fact: string, answer: Answer, look = async () => {}): Promise<void> {
    await this.side.getByRole("button", { name: `${fact}:` }).click();
    await this.side.getByRole("radio", { name: answer, exact: true }).check();
    await look();
    await this.side.getByRole("button", { name: `Answer “${answer}”` }).click();
    await expect(this.side.getByRole("button", { name: `${fact}: ${answer}.` })).toBeVisible();
  }
}

/** One step of the list. It is opened before anything in it is read or pressed. */
export class StepCard {
  readonly run: RunPage;
  readonly number: string;
  readonly card: Locator;
  /** Number, title and state: the row of a folded card. */
  readonly head: Locator;

  constructor(run: RunPage, number: string) {
    this.run = run;
    this.number = number;
    this.card = run.page.locator(`[data-step="${number}"]`);
    this.head = this.card.getByRole("heading").getByRole("button");
  }

  /** Opens the phase, where one line stands in place of its steps. */
  async #unfold(): Promise<void> {
    const { page } = this.run;
    const folded = page.getByRole("heading", { level: 2 }).getByRole("button", { expanded: false });
    const phase = folded.filter({ has: page.getByText(this.number, { exact: true }) });
    await expect(this.card.or(phase).first()).toBeVisible();
    if (await phase.isVisible()) await phase.click();
  }

  async open(): Promise<StepCard> {
    await this.#unfold();
    await expect(async () => {
      if ((await this.head.getAttribute("aria-expanded")) === "false") await this.head.click({ timeout: 1_000 });
      await expect(this.head).toHaveAttribute("aria-expanded", "true", { timeout: 300 });
    }).toPass();
    return this;
  }

  /** A button of this step by the words it begins with: "Start step 1", "Skip, step 3". */
  button(name: string): Locator {
    return this.card.getByRole("button", { name: new RegExp(`^${name}(:|$)`) });
  }

  async press(name: string): Promise<void> {
    await this.open();
    await press(this.button(name));
  }

  /** Its state, or whatever else stands on its row. */
  async is(words: string): Promise<void> {
    await this.#unfold();
    await expect(this.head).toContainText(words);
  }

  async tick(...lines: string[]): Promise<void> {
    for (const line of lines) {
      const box = this.card.getByRole("checkbox", { name: `${line} ` });
      await box.click();
      await expect(box).toBeChecked();
    }
  }

  /** Starts a step that people do, ticks its lines and completes it. */
  async doByHand(...lines: string[]): Promise<void> {
    await this.press(`(Start|Simulate) step ${this.number}`);
    await this.tick(...lines);
    await this.press(`Complete step ${this.number}`);
    await this.is("Completed");
  }

  /** Lets the machine do it; the lines left for people are ticked and the result confirmed. */
  async runCommand(...lines: string[]): Promise<void> {
    await this.press(`Run step ${this.number}`);
    if (lines.length > 0) await this.confirm(...lines);
    await this.is("Completed");
  }

  async confirm(...lines: string[]): Promise<void> {
    await this.is("Confirm result");
    await this.tick(...lines);
    await this.press(`Confirm step ${this.number}`);
  }

  async openOutput(attempt: number): Promise<Locator> {
    await this.open();
    await this.card.getByRole("button", { name: `Open output of step ${this.number}, attempt ${attempt}` }).click();
    return this.run.drawer;
  }
}
