import { expect, type Locator, type Page } from "@playwright/test";
import type { Answer } from "#lib/domain/condition.ts";
import type { Role } from "#lib/domain/roles.ts";
import type { Api, Sites } from "./api.ts";

/** The page that starts a run. */
export class NewRunPage {
  readonly page: Page;
  readonly preview: Locator;

  constructor(page: Page) {
    this.page = page;
    this.preview = page.getByRole("region", { name: "Preview of the steps" });
  }

  /** With a procedure of its own and these sites: what is left is to start it. */
  static async ready(page: Page, api: (role: Role) => Api, sites: Sites): Promise<NewRunPage> {
    const newRun = new NewRunPage(page);
    await newRun.open((await api("commander").ownProcedure()).id);
    await newRun.chooseSites(sites);
    return newRun;
  }

  async open(procedureId?: string): Promise<void> {
    await this.page.goto(procedureId === undefined ? "/new-run" : `/new-run?procedure=${procedureId}`);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async chooseSites({ source, destination }: Sites): Promise<void> {
    await this.field("Switchover source site").selectOption(source.id);
    await this.field("Switchover destination site").selectOption(destination.id);
    await this.field("Site for which the replication definitions have been created").selectOption(source.id);
  }

  async preset(title: string): Promise<void> {
    const button = this.page.getByRole("button", { name: title });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }

  async answer(question: string | RegExp, answer: Answer): Promise<void> {
    await this.page
      .getByRole("radiogroup", { name: question })
      .getByRole("radio", { name: answer, exact: true })
      .check();
  }

  /** The line of a step in the preview: whether it will apply, and why. */
  line(title: string): Locator {
    return this.preview.getByRole("listitem").filter({ hasText: title });
  }

  /** Starts it; the run's own page follows. Resolves with the run's number. */
  async start(button: "Start LIVE run" | "Start DRILL"): Promise<number> {
    await this.page.getByRole("button", { name: button }).click();
    await this.page.waitForURL(/\/runs\/R-\d+$/);
    return Number(/R-(\d+)$/.exec(this.page.url())?.[1]);
  }
}
