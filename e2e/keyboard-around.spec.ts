import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { Keyboard } from "./testing/keyboard.ts";
import { untilPressesAreHeard } from "./testing/presses-heard.ts";

// What is around the runs, without a mouse: one page for each person, who goes on by its links and by the palette.

const PASSWORD = "heron at dawn";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** After a press that has loaded the whole page. */
async function hasLoaded(page: Page, words: string): Promise<void> {
  await expect(title(page)).toHaveText(words);
  await untilPressesAreHeard(page);
}

/** A page that was gone to, or one that has lost what had the focus, has it itself. */
const hasFocus = (keys: Keyboard) => keys.sees(keys.page.getByRole("main"));

test.describe(() => {
  test.use({ role: null });
  test("somebody signs in, sets up their account and signs out by keyboard alone", async ({ page, api }) => {
    const email = `${newMark()}@example.com`;
    const person = { name: "Aki Abe", email, role: "commander", password: PASSWORD };
    await api("administrator").call("POST", "/api/users", person);
    const keys = await Keyboard.alone(page);
    await page.goto("/account");
    await keys.type(page.getByLabel("E-mail"), email);
    await keys.type(page.getByLabel("Password"), PASSWORD);
    await keys.press("Enter");
    await hasLoaded(page, "Your account");
    await test.step("theme and language", () => chooseLooks(keys));
    await test.step("e-mail, this browser and password", () => setUp(keys));
    await test.step("a token", () => makeToken(keys));
    await keys.tabTo(button(page, /^Aki/));
    await keys.press("Enter");
    await keys.tabTo(keys.dialog.getByRole("button", { name: "Sign out" }));
    await keys.press("Enter");
    await expect(title(page)).toHaveText("Sign in");
    await keys.sees(page.getByLabel("E-mail"));
  });
});

async function chooseLooks(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const you = button(page, /^Aki/);
  const theme = page.getByRole("radiogroup", { name: "Theme" });
  await keys.tabTo(you);
  await keys.press("Enter");
  await keys.sees(theme.getByRole("radio", { name: "System" }));
  await keys.press("ArrowRight", "ArrowRight");
  await keys.sees(theme.getByRole("radio", { name: "Dark" }));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await keys.press("Escape");
  await keys.sees(you);
  await keys.press("Enter");
  await keys.tabTo(page.getByRole("radio", { name: "English" }));
  await keys.press("ArrowRight");
  await hasLoaded(page, "アカウント");
  await keys.tabTo(you);
  await keys.press("Enter");
  await keys.tabTo(page.getByRole("radio", { name: "日本語" }));
  await keys.press("ArrowLeft");
  await hasLoaded(page, "Your account");
}

async function setUp(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await keys.tick(page.getByRole("checkbox", { name: "A step is ready for me" }), false);
  await keys.tabTo(button(page, "Save"));
  await keys.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await keys.sees(button(page, "Save"));
  await keys.tick(page.getByRole("checkbox", { name: "Use single letters as keys" }), false);
  await keys.type(field("Current password"), PASSWORD);
  await keys.type(field("New password"), `${PASSWORD}2`);
  await keys.type(field("New password again"), `${PASSWORD}2`);
  await keys.press("Enter");
  await expect(page.getByText("Every other session of yours has ended.")).toBeVisible();
  await keys.sees(field("New password again"));
}

async function makeToken(keys: Keyboard): Promise<void> {
  const { page, dialog } = keys;
  const make = button(page, "New token");
  await keys.ask(make);
  await keys.type(dialog.getByLabel("Name"), "nightly");
  await keys.tick(dialog.getByRole("checkbox", { name: "write notes in a run" }), true);
  await keys.say({}, "Create token");
  await expect(dialog.getByRole("code").filter({ hasText: "swc_" })).toBeVisible();
  await keys.say({}, "Done");
  await expect(dialog).toBeHidden();
  await keys.sees(make);
  await keys.tabTo(button(page, "Revoke nightly"));
  await keys.press("Enter");
  await expect(page.getByText("You have no tokens.")).toBeVisible();
  await keys.sees(page.getByRole("region", { name: "API tokens" }));
}

test.describe(() => {
  test.use({ role: "administrator" });
  test("people, channels and sites are kept by keyboard alone", async ({ page }) => {
    // Lists go by names.
    const name = `Abashiri ${newMark()}`;
    const keys = await Keyboard.alone(page);
    await page.goto("/users");
    await test.step("a person", () => keepPerson(keys, name));
    await keys.jump(/^Messages/, "messages");
    await hasFocus(keys);
    await test.step("a channel", () => keepChannel(keys, name));
    await keys.jump(/^Sites/, "sites");
    await hasFocus(keys);
    await test.step("a site", () => keepSite(keys, name));
  });
});

async function keepPerson(keys: Keyboard, name: string): Promise<void> {
  const { page, dialog } = keys;
  const add = button(page, "Add a person");
  await keys.ask(add);
  await keys.type(dialog.getByLabel("Name"), name);
  await keys.type(dialog.getByLabel("E-mail"), `${name.slice(-6)}@example.com`);
  await keys.select(dialog.getByLabel("Role"), "Auditor");
  await keys.say({}, "Add");
  await expect(dialog.getByRole("code")).toBeVisible();
  await keys.say({}, "Done");
  await expect(dialog).toBeHidden();
  await keys.sees(add);
  const change = button(page, `Change ${name}`);
  await keys.choose(change, "Name, e-mail, telephone, role, groups");
  await keys.select(dialog.getByLabel("Role"), "Commander");
  await keys.say({}, "Save");
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Commander");
  await keys.sees(change);
}

async function keepChannel(keys: Keyboard, name: string): Promise<void> {
  const { page, dialog } = keys;
  const add = button(page, "Add a channel");
  await keys.tabTo(add, "Shift+Tab");
  await keys.ask(add);
  await keys.say({ Name: name, Address: "http://a.example" }, "Add");
  await expect(dialog.getByRole("code").filter({ hasText: "whsec_" })).toBeVisible();
  await keys.say({}, "Done");
  await expect(dialog).toBeHidden();
  await keys.sees(add);
  const change = button(page, `Change ${name}`);
  await keys.choose(change, "Switch off");
  await expect(page.getByRole("row").filter({ hasText: name }).getByText("Off", { exact: true })).toBeVisible();
  await keys.sees(change);
  await keys.choose(change, "Delete…");
  await keys.say({}, `Delete ${name}`);
  await expect(change).toHaveCount(0);
  await hasFocus(keys);
}

async function keepSite(keys: Keyboard, name: string): Promise<void> {
  const { page } = keys;
  await keys.tabTo(link(page, "Add a site"), "Shift+Tab");
  await keys.press("Enter");
  await hasFocus(keys);
  await keys.type(page.getByLabel("Name", { exact: true }), name);
  await keys.tabTo(button(page, "Add the site"));
  await keys.press("Enter");
  // Not by roles: in hundreds of cards it would be asked of each thing what it is called.
  const card = page.locator("main li[tabindex]").filter({ hasText: name });
  await keys.sees(card);
  const check = card.getByRole("button", { name: "Check now" });
  await keys.tabTo(check);
  await keys.press("Enter");
  await expect(card.getByRole("list", { name: "What was found" })).toContainText("A worker answers");
  await keys.sees(check);
}

test("history, comparison, report and procedure are worked with by keyboard alone", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const first = await api("commander").smallRun(sites, [{ title: "Tell the users" }], { mode: "drill" });
  const again = { mode: "drill", procedureId: first.procedureId } as const;
  const other = await api("commander").smallRun(sites, [{}], again);
  await api("commander").complete(first.id, "1");
  await api("commander").send(other.id, { type: "step.skip", step: "1", reason: "They know" });
  const [one, two] = [runLabel(first.number), runLabel(other.number)];
  const keys = await Keyboard.alone(page);
  await page.goto(`/history?site=${sites.source.id}`);
  await test.step("the history", () => filterHistory(keys));
  await test.step("a comparison", () => compare(keys, one, two));
  await keys.jump(new RegExp(two), two);
  await expect(page).toHaveURL(`/runs/${two}`);
  await test.step("a report", () => signOff(keys));
  await page.goto(`/procedures/${first.procedureId}`);
  await test.step("a procedure", () => publish(keys));
});

async function filterHistory(keys: Keyboard): Promise<void> {
  const { page, dialog } = keys;
  const deviations = page.getByLabel("Deviations");
  await keys.select(deviations, "Skipped");
  await expect(page.getByRole("table", { name: "Runs, the latest first" }).getByRole("row")).toHaveCount(2);
  await keys.sees(deviations);
  await keys.ask(button(page, "Save this filter"));
  await keys.say({ Name: "Odd ones" }, "Save it");
  const filters = page.getByRole("list", { name: "Your saved filters" });
  const saved = filters.getByRole("link", { name: "Odd ones" });
  await expect(saved).toHaveAttribute("aria-current", "page");
  await keys.sees(saved);
  await keys.choose(button(page, "More for Odd ones"), "Rename");
  await keys.say({ Name: " here" }, "Rename it");
  await expect(dialog).toBeHidden();
  await keys.sees(button(page, "More for Odd ones here"));
  await keys.choose(button(page, "More for Odd ones here"), "Delete");
  await expect(saved).toHaveCount(0);
  await hasFocus(keys);
  await keys.tabTo(button(page, "Clear"));
  await keys.press("Enter");
  await expect(page).toHaveURL("/history");
  await hasFocus(keys);
}

async function compare(keys: Keyboard, one: string, two: string): Promise<void> {
  const { page } = keys;
  await keys.tabTo(link(page, "Compare two runs"), "Shift+Tab");
  await keys.press("Enter");
  await expect(title(page)).toHaveText("Compare two runs");
  await hasFocus(keys);
  await keys.type(page.getByLabel("One run"), one);
  await keys.type(page.getByLabel("The other run"), two);
  await keys.press("Enter");
  await expect(page.getByRole("table", { name: "Step by step" })).toContainText("skipped");
  await expect(title(page)).toHaveText("Two runs compared");
  await untilPressesAreHeard(page);
}

async function signOff(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.tabTo(link(page, "Report").first());
  await keys.press("Enter");
  await expect(page).toHaveURL(/\/report$/);
  await hasFocus(keys);
  const as = page.getByRole("form", { name: "Sign off" }).getByLabel("You sign as");
  await keys.type(as, "Commander");
  await keys.press("Enter");
  await expect(page.getByRole("region", { name: "Sign-offs" })).toContainText("Commander");
  await keys.sees(as);
}

async function publish(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.tabTo(page.getByRole("link", { name: "Change step 1" }));
  await keys.press("Enter");
  await expect(title(page)).toContainText("Change step 1");
  await hasFocus(keys);
  await keys.tabTo(page.getByLabel("Title", { exact: true }));
  await keys.press("End");
  await page.keyboard.type(" twice");
  await keys.tabTo(button(page, "Keep in the draft"));
  await keys.press("Enter");
  await expect(page).toHaveURL(/\/drafts\//);
  await hasFocus(keys);
  await keys.tabTo(button(page, "Publish v2"), "Shift+Tab");
  await keys.press("Enter");
  await expect(title(page)).toContainText("v2");
  await expect(page.getByRole("main")).toContainText("Tell the users twice");
  await hasFocus(keys);
}
