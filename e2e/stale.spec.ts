import type { Page } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { type Looking, lookAt } from "./testing/screens.ts";

/** Every page but the one of a run, which states.spec.ts cuts off; and those that say all the time how old they are. */
async function pages(api: (role: Role) => Api) {
  const { source } = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
    { title: "Close the lines" },
  ]);
  const procedure = await api("commander").call<{ id: string; key: string; document: Document }>(
    "GET",
    `/api/procedures/${run.procedureId}`,
  );
  const { key, id } = procedure;
  const step = { ...procedure.document.phases[0].steps[0], title: "Tell everybody" };
  await api("commander").call("PUT", `/api/drafts/${key}/steps/1`, { step, seen: { version: id } });
  const ofRun = `/runs/${runLabel(run.number)}`;
  const ofProcedure = ["", "/changes", "/steps/1"].map((part) => `/procedures/${id}${part}`);
  return {
    "what goes on": ["/", "/history", "/sites", "/messages", `${ofRun}/afterwards`],
    procedures: ["/procedures", "/procedures/new", ...ofProcedure, `/drafts/${key}`],
    "what was done": [`${ofRun}/report`, `${ofRun}/record`, "/history/compare"],
    "what is set up": ["/users", `/sites/${source.id}`, "/sites/new", "/help", "/account"],
  };
}
type Document = { phases: [{ steps: [object] }] };

const stale = (page: Page) => page.getByRole("alert").filter({ hasText: "Stale. The server does not answer" });
const back = (page: Page) => page.getByRole("status").filter({ hasText: "The server answers again." });

async function cutOff(page: Page): Promise<void> {
  // What says it is in its place before: then it could not be fetched.
  await expect(page.locator("main + div > div > [role=status]")).toBeAttached();
  // Where asking fails, no answer is on its way that would make the page live again.
  let failed = false;
  const asked = page.waitForEvent("requestfailed", (request) => new URL(request.url()).pathname === "/api/runs");
  void asked.then(() => {
    failed = true;
  });
  await page.context().setOffline(true);
  // Again, where an answer came so late that the time until the next asking began only after it.
  await expect(async () => {
    await page.clock.fastForward(10_000);
    expect(failed).toBe(true);
  }).toPass({ intervals: [250] });
  await page.clock.fastForward(31_000);
  await expect(stale(page)).toBeVisible();
}

async function reconnect(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.clock.fastForward(10_000);
}

const parts = ["what goes on", "procedures", "what was done", "what is set up"] as const;
for (const part of parts) {
  test(`each page of ${part} says once that the server does not answer, and how old it is; and that it answers again`, async ({
    openAs,
    api,
    axe,
  }) => {
    const page = await openAs("administrator");
    await page.clock.install();
    for (const at of (await pages(api))[part]) await goesAndComes(page, at, { live: part === "what goes on", axe });
  });
}

/** `live`: it says all the time how old it is. */
type Watched = Pick<Looking, "axe"> & { live: boolean };

async function goesAndComes(page: Page, at: string, { live, axe }: Watched): Promise<void> {
  const connection = page.locator("[data-connection]");
  await page.goto(at);
  if (live) await expect(connection, at).toHaveText("live");
  const answering = page.getByText(/^\d+ workers? answers?|^Answers$/);
  if (at === "/sites") await expect(answering.first()).toBeVisible();
  await cutOff(page);
  await expect(stale(page), at).toHaveText(/, last update .* ago\. .* what you send now may not arrive\.$/);
  // An answer of what the page alone asks for may have come after what every page asks for had failed.
  if (live)
    await expect(async () => {
      await page.clock.fastForward(31_000);
      await expect(connection, at).toHaveText(/^stale, \d[\w\s]* old$/, { timeout: 2_000 });
    }).toPass();
  if (at === "/sites") {
    await expect(page.getByText("Not known").first()).toBeVisible();
    await expect(answering, "nothing is said to answer").toHaveCount(0);
    await lookAt(page, "sites-stale", { axe, height: 900 });
  }
  await reconnect(page);
  await expect(back(page), at).toBeVisible();
  await expect(stale(page), at).toHaveCount(0);
  if (live) await expect(connection, at).toHaveText("live");
}

test("what somebody types in stays in sight above what is said at the foot of the window", async ({ openAs, api }) => {
  await api("administrator").practiceSites();
  const page = await openAs("commander");
  await page.clock.install();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/new-run");
  const field = page.getByLabel("Recovery time objective");
  await field.fill("1 h 23 min");
  const foot = page.locator("main + div");
  const above = async () =>
    ((await foot.boundingBox())?.y ?? 0) - ((await field.boundingBox().then((box) => box && box.y + box.height)) ?? 0);
  await expect(page.locator("main + div > div > [role=status]")).toBeAttached();
  const room = await above();
  await page.evaluate((px) => window.scrollBy(0, -px), room - 4);
  expect(await above(), "as near as can be").toBeCloseTo(4, 0);
  await cutOff(page);
  await expect.poll(above, "the server is away").toBeGreaterThanOrEqual(0);
  await reconnect(page);
  await expect(back(page)).toBeVisible();
  await expect.poll(above, "it answers again").toBeGreaterThanOrEqual(0);
  await expect(field).toBeFocused();
});

test("what is written stays while the server is away and where it is, and after it", async ({ openAs, api, axe }) => {
  await api("administrator").practiceSites();
  const page = await openAs("commander");
  await page.clock.install();
  await page.goto("/new-run");
  const field = page.getByLabel("Recovery time objective");
  await field.fill("1 h 23 min");
  const before = await field.boundingBox();
  await cutOff(page);
  // What a browser does when somebody comes back to its window.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  expect(await field.boundingBox()).toEqual(before);
  const notes = page.getByRole("list", { name: "Worth knowing" });
  await expect(notes).toContainText("It is not known whether another run is active at");
  await expect(notes, "nothing that was so").not.toContainText(/No other run|A worker answers/);
  await lookAt(page, "stale-new-run", { axe, height: 900 });
  const asked = page.waitForRequest("**/api/people*");
  await reconnect(page);
  await asked;
  await expect(back(page)).toBeVisible();
  await lookAt(page, "answers-again", { axe, height: 900 });
  await expect(field).toHaveValue("1 h 23 min");

  await page.goto("/procedures/new");
  await page.getByRole("textbox").fill("title: Something to keep");
  await page.context().clearCookies();
  await page.clock.fastForward(10_000);
  const alert = page.getByRole("alert").filter({ hasText: "You are signed out." });
  const signIn = alert.getByRole("link", { name: "Sign in" });
  await expect(signIn).toHaveAttribute("href", "/sign-in?return=%2Fprocedures%2Fnew");
  await lookAt(page, "signed-out-page", { axe, height: 900 });
  await expect(page.getByRole("textbox")).toHaveValue("title: Something to keep");
});

test("the overview knows how long a step goes on and somebody is waited for only as long as the server is heard", async ({
  page,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
    { title: "Close the lines", dependsOn: [] },
  ]);
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  await page.clock.install();
  await page.goto("/");
  const card = page.getByRole("article").filter({ hasText: runLabel(started.number) });
  await expect(card).toContainText(/1 Tell the users, (\d+\ss|1\smin)/);
  await cutOff(page);
  await page.clock.fastForward(60 * 60_000);
  await expect(card, "time itself goes on").toContainText(/1\sh\s0\d\smin since declared|Since declared1\sh\s0\d\smin/);
  await expect(card).toContainText(/1 Tell the users, (\d+\ss|[1-5]\smin)/);
  await expect(card).not.toContainText(/1\sh\s0\d\smin An operator/);
});
