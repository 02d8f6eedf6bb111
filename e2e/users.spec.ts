import type { Locator, Page } from "@playwright/test";
import type { SigningKeyInUse } from "#lib/contract/record.ts";
import { newMark } from "./testing/api.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: "administrator" });

/** Somebody new, added on the page of the users. */
class NewPerson {
  readonly name = `Aki ${newMark()}`;
  readonly email = `${this.name.replace(" ", ".").toLowerCase()}@example.com`;
  readonly page: Page;
  readonly row: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.row = page.getByRole("row").filter({ hasText: this.email });
    this.dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  }

  /** Resolves with the password that is shown once; `look` sees it. */
  async add(role: string, look = async () => {}): Promise<string> {
    await this.page.goto("/users");
    await this.page.getByRole("button", { name: "Add a person" }).click();
    await this.dialog.getByLabel("Name").fill(this.name);
    await this.dialog.getByLabel("E-mail").fill(this.email);
    await this.dialog.getByLabel("Role").selectOption({ label: role });
    await this.dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(this.dialog.getByRole("code")).toBeVisible();
    await look();
    return this.passwordShown();
  }

  async passwordShown(): Promise<string> {
    const password = (await this.dialog.getByRole("code").textContent()) ?? "";
    await this.dialog.getByRole("button", { name: "Done" }).click();
    await expect(this.dialog).toBeHidden();
    return password;
  }

  async choose(item: string): Promise<void> {
    await this.row.getByRole("button", { name: `Change ${this.name}` }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  async signInAt(page: Page, password: string): Promise<void> {
    await page.goto("/sign-in");
    await signInByForm(page, { email: this.email, password });
  }
}

test("an administrator adds a person, who signs in, and makes them a commander", async ({ page, openAs, axe }) => {
  const person = new NewPerson(page);
  const password = await person.add("Operator", () => lookAt(page, "user-added", { axe, height: 900 }));
  const theirs = await openAs(null);
  await person.signInAt(theirs, password);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await expect(theirs.getByRole("link", { name: "New run" })).toBeHidden();

  await person.choose("Name, e-mail, telephone, role, groups");
  await person.dialog.getByLabel("Role").selectOption({ label: "Commander" });
  await person.dialog.getByLabel("E-mail").fill(`new.${person.email}`);
  await person.dialog.getByLabel("Telephone").fill("call me");
  await person.dialog.getByRole("button", { name: "Save" }).click();
  await expect(person.dialog.getByText("must be a telephone number")).toBeVisible();
  await expect(person.dialog.getByLabel("Telephone"), "where it is to be mended").toBeFocused();
  await lookAt(page, "user-edit-refused", { axe, height: 900 });
  await person.dialog.getByLabel("Telephone").fill("03-1234-5678 ext. 12");
  await person.dialog.getByLabel("Groups").fill("Change board\n\n  Network on call ");
  await person.dialog.getByRole("button", { name: "Save" }).click();
  await expect(person.row).toContainText("Commander");
  await expect(person.row).toContainText("Change board, Network on call");
  await expect(person.row).toContainText(`new.${person.email}`);
  const dialled = person.row.getByRole("link", { name: "03-1234-5678 ext. 12" });
  await expect(dialled).toHaveAttribute("href", "tel:0312345678;ext=12");
  await theirs.reload();
  await expect(theirs.getByRole("link", { name: "New run" })).toBeVisible();
  await theirs.goto("/account");
  const own = theirs.getByRole("region", { name: "You" });
  await expect(own.getByLabel("Telephone")).toHaveValue("03-1234-5678 ext. 12");
  await own.getByLabel("Telephone").fill("+81 90-1234-5678");
  await own.getByLabel("Telephone").press("Enter");
  await expect(own.getByRole("status")).toHaveText("Saved.");
  await page.reload();
  await expect(person.row.getByRole("link", { name: "+81 90-1234-5678" })).toBeVisible();
});

test("whoever is deactivated can do nothing more on the page they have open", async ({ page, openAs, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  const person = new NewPerson(page);
  const password = await person.add("Operator");
  const theirs = new RunPage(await openAs(null));
  await person.signInAt(theirs.page, password);
  await expect(theirs.page).toHaveURL("/");
  await theirs.open(started);
  await theirs.step("1").press("Start step 1");
  await expect(theirs.step("1").head).toContainText("In progress");

  await person.choose("Deactivate");
  await person.dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(person.row).toContainText("Deactivated");
  await lookAt(page, "user-deactivated", { axe });

  // Until the page has heard of it by itself, the next press says it.
  const complete = theirs.step("1").button("Complete step 1");
  await expect(async () => {
    if (await complete.isEnabled()) await complete.click({ timeout: 500 });
    await expect(theirs.page.getByText(/Sign in first|You are signed out/).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await theirs.page.getByRole("link", { name: "History" }).click();
  await expect(theirs.page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  expect((await api("auditor").run(started.id)).steps[0]?.status).toBe("in_progress");
});

test("an administrator sees where a person is signed in, and ends it", async ({ page, openAs, axe }) => {
  const person = new NewPerson(page);
  const password = await person.add("Operator");
  const theirs = await openAs(null);
  await person.signInAt(theirs, password);
  await expect(theirs).toHaveURL("/");
  await person.choose("Sessions");
  await expect(person.dialog.getByRole("row")).toHaveCount(2);
  await expect(person.dialog).toContainText("127.0.0.1");
  await person.dialog.getByRole("button", { name: /^End the session/ }).click();
  await expect(person.dialog).toContainText("not signed in anywhere");
  await lookAt(page, "user-sessions-none", { axe, height: 900 });
  await theirs.goto("/history");
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("an administrator sees what the programs of a person come in with, and ends that too", async ({
  page,
  openAs,
  axe,
}) => {
  const person = new NewPerson(page);
  const password = await person.add("Commander");
  const theirs = await openAs(null);
  await person.signInAt(theirs, password);
  await expect(theirs).toHaveURL("/");
  const secret = await tokenOf(theirs, "pager");
  const status = async () => {
    const headers = { authorization: `Bearer ${secret}` };
    return (await page.request.get("/api/runs", { headers, params: { limit: "1" } })).status();
  };
  await tokenOf(theirs, "nightly");
  expect(await status()).toBe(200);
  await person.choose("Sessions");
  const tokens = person.dialog.getByRole("table", { name: "API tokens" });
  await expect(person.dialog.getByRole("heading", { name: /^Sessions and API tokens of / })).toBeVisible();
  await expect(tokens.getByRole("row")).toHaveCount(3);
  await expect(tokens.getByRole("row").filter({ hasText: "pager" })).toContainText("start and command runs");
  await lookAt(page, "user-tokens", { axe, height: 900 });
  await tokens.getByRole("button", { name: "Revoke nightly" }).click();
  await expect(tokens.getByRole("row")).toHaveCount(2);
  expect(await status()).toBe(200);
  await person.dialog.getByRole("button", { name: "End all, and revoke all tokens" }).click();
  await expect(person.dialog).toContainText("not signed in anywhere");
  await expect(person.dialog).toContainText("has no API tokens.");
  expect(await status()).toBe(401);
});

/** Makes a token of whoever is signed in there; its secret. */
async function tokenOf(page: Page, name: string): Promise<string> {
  const data = { name, permissions: ["run.view", "run.command"], days: 30 };
  const made = await page.request.post("/api/tokens", { data });
  return ((await made.json()) as { secret: string }).secret;
}

test("a password that is reset replaces the old one", async ({ page, openAs, axe }) => {
  const person = new NewPerson(page);
  const old = await person.add("Auditor");
  await person.choose("New password");
  await person.dialog.getByRole("button", { name: "Change password" }).click();
  await expect(person.dialog.getByRole("code")).toBeVisible();
  await lookAt(page, "user-password-once", { axe, height: 900 });
  const password = await person.passwordShown();
  const theirs = await openAs(null);
  await person.signInAt(theirs, old);
  await expect(theirs.getByRole("main").getByRole("alert")).toContainText("is wrong");
  await person.signInAt(theirs, password);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Overview");
});

test("an administrator reads by which key records are signed, and finds it on the last record", async ({
  page,
  api,
}) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}], { mode: "drill" });
  await api("commander").complete(run.id, "1");
  const read = () => api("administrator").call<{ keys: SigningKeyInUse[] }>("GET", "/api/signing-keys");
  await expect.poll(async () => (await read()).keys[0]?.last ?? null).not.toBeNull();
  const fingerprint = (await read()).keys[0]?.fingerprint ?? "none";
  await page.goto("/users");
  const keys = page.getByRole("region", { name: "Signing key" });
  await expect(keys.getByRole("code")).toHaveText(fingerprint);
  await expect(keys).toContainText("Now");
  await expect(keys).toContainText(/known since \d+ \w+ \d{4}.*, signed last (LIVE|DRILL) R-\d+, \d+ \w+ \d{4}/);
  await keys.getByRole("link", { name: /^(LIVE|DRILL) R-\d+$/ }).click();
  await expect(page.getByText("The record holds.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(fingerprint);
});
