import type { Page } from "@playwright/test";
import { procedureDraft } from "#lib/domain/testing/procedures.ts";
import { LOCALE_COOKIE } from "#lib/words/language.ts";
import { type EmptyConsole, emptyConsole } from "./testing/empty-console.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { latinWords } from "./testing/latin-words.ts";
import { type Looking, lookAt } from "./testing/screens.ts";
import { silentWorker } from "./testing/silent-worker.ts";

async function fillIn(page: Page, person: { name: string; email: string; password: string }): Promise<void> {
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
}

/** As whoever started the console does first, at the address it has printed, while another has it open too. */
async function setUpAt(page: Page, other: Page, address: string, axe: Looking["axe"]): Promise<void> {
  await page.goto(new URL("/sign-in", address).href);
  await expect(page.getByRole("main")).toContainText("There is no administrator yet. Open the whole set-up address");
  await expect(page.getByRole("main")).not.toContainText("An administrator of this console can help");
  await page.goto(address);
  await other.context().addCookies([{ name: LOCALE_COOKIE, value: "ja", url: address }]);
  await other.goto(address);
  await expect(other.locator("html")).toHaveAttribute("lang", "ja");
  expect(await latinWords(other, [])).toEqual([]);
  await other.context().clearCookies({ name: LOCALE_COOKIE });
  await other.goto(address);
  await fillIn(page, { name: "Mei Mori", email: "first@example.com", password: "too short" });
  await page.getByRole("button", { name: "Create the administrator" }).click();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/At least 12 characters/);
  await lookAt(page, "set-up-too-short", { axe, height: 900 });
  await page.getByLabel("Password").fill("a sentence that is good");
  await expect(page.getByLabel("Password")).not.toHaveAccessibleDescription(/At least/);
  await lookAt(page, "set-up-filled", { axe, height: 900 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" })).toBeVisible();
  await fillIn(other, { name: "Ken Ito", email: "late@example.com", password: "another good sentence" });
  await other.keyboard.press("Enter");
  await expect(other.getByRole("main").getByRole("alert")).toContainText("Nothing was created.");
  await expect(other.getByRole("main").locator(":focus"), "the form had the focus, and is gone").toContainText(
    "Nothing was created.",
  );
  await expect(other.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(other.getByRole("textbox"), "what was used up asks for nothing any more").toHaveCount(0);
  await lookAt(other, "set-up-refused", { axe, height: 900 });
}

/** At a console that nobody else signs in to: whoever comes from the same address is kept out. */
async function tryTooOften(page: Page, url: string): Promise<void> {
  const guess = { email: "nobody@example.com", password: "a guess of many" };
  await Promise.all(Array.from({ length: 20 }, () => page.request.post(`${url}/api/session`, { data: guess })));
  await page.goto(`${url}/sign-in`);
  await signInByForm(page, guess);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    /Too many failed attempts. Try again in \d min\./,
  );
}

/** Of a console of which no worker has announced a key, and none is heard. */
async function withoutWorkers(page: Page, { url, sql }: EmptyConsole, axe: Looking["axe"]): Promise<void> {
  await page.goto(`${url}/users`);
  await expect(page.getByText("There is none: records are not signed.")).toBeVisible();
  await lookAt(page, "users-without-key", { axe });
  const added = async (key: string, name: string): Promise<string> => {
    const data = { key, name, place: "", parameters: {} };
    const answer = await page.request.post(`${url}/api/sites`, { data });
    const { id } = (await answer.json()) as { id: string };
    return id;
  };
  const nara = await added("nara", "Nara");
  await added("uji", "Uji");
  await sql(silentWorker(nara, "nara-1", "4 minutes"));
  await sql(silentWorker(nara, "nara-2", "50 minutes"));
  await page.goto(`${url}/sites`);
  const card = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(card("Nara")).toContainText(/No worker answers\s*last heard 4\smin ago/);
  await expect(
    card("Nara")
      .getByRole("listitem")
      .filter({ hasText: /^Silent\s*nara-\d\s*on nara-\d/ }),
  ).toHaveCount(2);
  await expect(card("Uji").getByText("No worker answers")).toBeVisible();
  await expect(card("Uji").getByText("Start one on a machine that reaches the site:")).toBeVisible();
  await lookAt(page, "sites-silent", { axe });
}

test("the first administrator is made at the printed address; each page says what it is for and what to do first", async ({
  openAs,
  accounts,
  axe,
}) => {
  const empty = await emptyConsole(accounts);
  const { url, setUp, stop } = empty;
  try {
    const page = await openAs(null);
    await setUpAt(page, await openAs(null), setUp, axe);
    for (const [name, [at, words, next]] of Object.entries({
      overview: ["/", "No procedure yet", "Upload a procedure"],
      procedures: ["/procedures", "No procedure yet", "Upload a procedure"],
      "new-run": ["/new-run", "There is no procedure to run", "Upload a procedure"],
      sites: ["/sites", "No site yet", "Add a site"],
      history: ["/history", "No run yet", "Upload a procedure"],
    } as const)) {
      await page.goto(url + at);
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: next })).toBeVisible();
      await expect(page.getByRole("link", { name: next }), "in one place").toHaveCount(1);
      await expect(page.getByRole("link", { name: /^(New run|Start a drill|Every run as CSV)$/ })).toHaveCount(0);
      await lookAt(page, `empty-${name}`, { axe, height: 1_000 });
    }
    await page.goto(`${url}/messages`);
    await expect(page.getByText("There are no channels")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add a channel" })).toBeVisible();
    await lookAt(page, "empty-messages", { axe, height: 900 });
    await page.goto(`${url}/account`);
    await expect(page.getByText("No mail server is configured.")).toBeVisible();
    await lookAt(page, "account-without-mail", { axe, height: 900 });
    const document = JSON.stringify(procedureDraft([{ title: "Tell the users" }]));
    const answer = await page.request.post(`${url}/api/procedures`, { data: { document } });
    expect(answer.ok()).toBe(true);
    await page.goto(`${url}/new-run`);
    await expect(page.getByText("A run needs two sites")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Go to the sites" })).toBeVisible();
    await lookAt(page, "empty-new-run-sites", { axe, height: 600 });
    await withoutWorkers(page, empty, axe);
    const another = await openAs(null);
    await tryTooOften(another, url);
    await lookAt(another, "sign-in-too-often", { axe, height: 900 });
  } finally {
    await stop();
  }
});
