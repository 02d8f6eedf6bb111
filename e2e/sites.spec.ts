import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Page } from "@playwright/test";
import type { SiteRounds } from "#lib/contract/sites.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { ownerUrl, sql } from "./testing/owner-sql.ts";
import { lookAt } from "./testing/screens.ts";
import { silentWorker } from "./testing/silent-worker.ts";

test.use({ role: "administrator" });

const HOST_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==";

test("each site says whether a run could act there now, those with a problem first", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const { source, destination } = await api("administrator").practiceSites();
  await sql(await ownerUrl(accounts.dataFolder), silentWorker(source.id, "zama-1", "4 minutes"));
  const run = await api("commander").smallRun({ source, destination }, [{}]);
  // Several at one place, whose links stand in lines on a phone.
  for (let drills = 0; drills < 4; drills++)
    await api("commander").smallRun({ source, destination }, [{}], { mode: "drill" });
  const main = { host: "127.0.0.1", port: 1, user: "console", hostKeys: [HOST_KEY], credential: "nobody-has-it" };
  const wish = { key: `shut-${newMark()}`, name: `Zama ${newMark()}`, connections: { ssh: { main } } };
  const shut = await api("administrator").call<{ id: string; name: string }>("POST", "/api/sites", wish);
  for (const { id } of [source, shut]) await api("operator").call("POST", "/api/checks", { siteId: id });

  const card = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto("/sites");
  await expect(card(source.name)).toContainText(/The last check passed\s*\d+\ss ago, Jun Kato/);
  await expect(card(source.name)).toContainText(/1 worker answers, last heard \d+\ss ago/);
  await expect(card(source.name).getByText("Passed", { exact: true }), "only of what was found").toHaveCount(1);
  await expect(card(source.name).getByRole("listitem").filter({ hasText: "zama-1" })).toContainText(/^Silent/);
  await expect(card(source.name).getByRole("link", { name: runLabel(run.number) })).toBeVisible();
  await expect(card(destination.name)).toContainText("Never checked");
  await expect(card(shut.name)).toContainText("The last check failed");
  await expect(card(shut.name)).toContainText("no active run here");
  await expect(card(shut.name)).toContainText("ssh main: console@127.0.0.1:1, 1 pinned key");
  // Other tests leave many more here than a picture can hold.
  await page.evaluate(
    (kept) => {
      for (const one of document.querySelectorAll<HTMLElement>("[id^=site-]")) one.hidden = !kept.includes(one.id);
    },
    [source, destination, shut].map(({ id }) => `site-${id}`),
  );
  await lookAt(page, "sites-ready", { axe });

  await page.reload();
  const names = (await page.getByRole("heading", { level: 2 }).allTextContents()).map((name) => name.trim());
  const place = (name: string) => names.findIndex((each) => each.startsWith(name));
  expect(place(shut.name)).toBeLessThan(place(destination.name));
  expect(place(destination.name)).toBeLessThan(place(source.name));
  await card(destination.name).getByRole("button", { name: "Check now" }).click();
  await expect(card(destination.name).locator("[data-check=passed]").first()).toBeVisible();
  // Who comes back to the tab sees what is so now; a check that was answered at once is not looked at again for half a minute.
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    expect(requests, "of all sites at once").toContain("GET /api/sites/checks");
  }).toPass();
  expect(requests).not.toContain("GET /api/checks");
});

test("an administrator adds a site and changes what commands take from it", async ({ page, api }) => {
  for (let pairs = 0; pairs < 3; pairs++) await api("administrator").practiceSites();
  const name = `Zushi ${newMark()}`;
  await page.goto("/sites");
  await page.getByRole("link", { name: "Add a site" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Place").fill("Room 4, second floor");
  await page.getByRole("button", { name: "reflect_roles" }).first().click();
  await page.getByLabel("Arguments, one on each line").fill("/opt/product/roles\n--all");
  await page.getByRole("button", { name: "Add the site" }).click();

  const card = page.getByRole("listitem").filter({ hasText: name });
  await expect(card).toContainText("/opt/product/roles");
  await expect(card).toContainText(/Answers.+on .+, version \d+\.\d+\.\d+, for every site, last heard \d/);
  await card.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Arguments, one on each line").fill("/opt/product/roles\n--only mail");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/sites#/);
  await expect(card, "among many").toBeInViewport();
  await expect(card).toContainText("--only mail");

  const { sites } = await api("auditor").call<{ sites: { name: string; parameters: unknown }[] }>("GET", "/api/sites");
  const saved = sites.find((site) => site.name === name);
  expect(saved?.parameters).toEqual({ reflect_roles: ["/opt/product/roles", "--only mail"] });
});

test("whoever changes a site is told which runs go on with what it was", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const { id, number } = await api("commander").smallRun(sites, [{}]);
  const told = page.getByText("A change here is for runs created from now on.");
  await page.goto(`/sites/${sites.source.id}`);
  await expect(told, "before anything is written").toBeInViewport();
  await expect(page.getByRole("link", { name: `LIVE ${runLabel(number)}` })).toBeVisible();
  await lookAt(page, "site-in-use", { axe });
  await api("commander").send(id, { type: "run.abort", reason: "not needed" });
  await page.reload();
  await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(told).toHaveCount(0);
});

/** From now on the page is told of the workers as if each of them were bound to other sites. */
const bindElsewhere = (page: Page) =>
  page.route("**/api/workers", async (route) => {
    const response = await route.fetch();
    const { workers } = (await response.json()) as { workers: object[] };
    await route.fulfill({ response, json: { workers: workers.map((worker) => ({ ...worker, sites: [] })) } });
  });

test("a site for which no worker is there says so", async ({ page, api, axe }) => {
  const { source } = await api("administrator").practiceSites();
  await bindElsewhere(page);
  await page.clock.install();
  await page.goto("/sites");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: source.name }) });
  await expect(card).toContainText("for every site");
  await page.clock.fastForward(5_000);
  await expect(card).toContainText("Start one on a machine that reaches the site:npm run worker");
  await expect(card.getByText("No worker answers", { exact: true }), "the first that is said of it").toBeVisible();
  await expect(card).not.toContainText("for every site");
  await lookAt(page, "sites-no-worker", { axe, height: 900 });
});

test("what a worker has still to find is not said to be checked", async ({ page, api, axe }) => {
  const held = new Set<Socket>();
  // It says nothing, not even what TLS begins with.
  const silent = createServer((socket) => void held.add(socket)).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const main = { base: `https://127.0.0.1:${(silent.address() as AddressInfo).port}/` };
  const wish = { key: `mute-${newMark()}`, name: `Mute ${newMark()}`, connections: { http: { main } } };
  const { id } = await api("administrator").call<{ id: string }>("POST", "/api/sites", wish);
  await page.goto("/sites");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: wish.name }) });
  await card.getByRole("button", { name: "Check now" }).click();
  const round = card.locator("span[data-check]");
  await expect(round).toHaveAttribute("data-check", "open");
  await expect(round.locator("> span").last()).toHaveText(/^\d+\ss ago, /);
  await expect.poll(() => held.size).toBeGreaterThan(0);
  await expect(round).toContainText(`a worker is looking at ${wish.name}`);
  // The worker waits for some seconds only; the page is told for longer what it was told then.
  const checks = "**/api/sites/checks*";
  const json = (await (await page.request.get("/api/sites/checks")).json()) as SiteRounds;
  const known = json.sites.find(({ site }) => site === id)?.round;
  expect(known, "it is still open in what the page is told").toMatchObject({
    ...{ result: null, waitingFor: [wish.name], lookedAt: [wish.name] },
  });
  await page.route(checks, async (route) => route.fulfill({ response: await route.fetch(), json }));
  await expect(card.getByText("Being checked", { exact: true }), "the first that is said of it").toBeVisible();
  await expect(card).not.toContainText("Never checked");
  await lookAt(page, "sites-checking", { axe });
  await bindElsewhere(page);
  await expect(card.getByText("No worker answers", { exact: true })).toBeVisible();
  await expect(round, "whoever began to look is gone").toContainText("waits until a worker answers");
  await expect(card).not.toContainText("a worker is looking");
  // Not while one of them is on its way: it would be answered twice.
  await page.unrouteAll({ behavior: "wait" });
  for (const socket of held) socket.destroy();
  await expect(round).toHaveText(/^checked \d+\s(?:s|min) ago, /);
  silent.close();
});

test("what is wrong about a connection is said at its field, also of the host on the way", async ({ page, axe }) => {
  await page.goto("/sites/new");
  await page.getByLabel("Name", { exact: true }).fill(`Nara ${newMark()}`);
  await page.getByRole("button", { name: "Add an ssh host" }).click();
  const host = page.getByRole("group", { name: "ssh main" });
  await expect(host.getByLabel("Name", { exact: true })).toBeFocused();
  await host.getByLabel("Host", { exact: true }).fill("array.example");
  await host.getByLabel("Account", { exact: true }).fill("console");
  await host.getByLabel("Credential", { exact: true }).fill("array");
  await host.getByLabel("Pinned host keys, one on each line").fill("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==");
  await host.getByLabel("Jump host", { exact: true }).fill("jump.example");
  await host.getByLabel("Jump host’s account").fill("no account");
  await host.getByLabel("Jump host’s credential").fill("jump");
  await host.getByLabel("Pinned keys of the jump host").fill("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==");
  await page.getByRole("button", { name: "Add the site" }).click();
  await expect(host.getByRole("alert")).toContainText("An account name has letters");
  await expect(host.getByLabel("Jump host’s account")).toBeFocused();
  await lookAt(page, "site-refused", { axe });
  await expect(page).toHaveURL("/sites/new");
});

test("a name that is no name, and a second key that is no key, are marked", async ({ page }) => {
  await page.goto("/sites/new");
  await page.getByLabel("Name", { exact: true }).fill(`Nagano ${newMark()}`);
  await page.getByRole("button", { name: "Add an ssh host" }).click();
  const host = page.getByRole("group", { name: /^ssh / });
  await host.getByLabel("Name", { exact: true }).fill("Main ");
  await host.getByLabel("Host", { exact: true }).fill("array.example");
  await host.getByLabel("Account", { exact: true }).fill("console");
  await host.getByLabel("Credential", { exact: true }).fill("array");
  await host.getByLabel("Pinned host keys, one on each line").fill(`${HOST_KEY}\nno key`);
  await host.getByLabel("Jump host’s account").fill("hop");
  await page.getByRole("button", { name: "Add the site" }).click();
  await expect(host.getByLabel("Jump host", { exact: true })).toHaveAccessibleDescription(/Name the jump host/);
  await host.getByLabel("Jump host’s account").fill("");
  await page.getByRole("button", { name: "Add the site" }).click();
  const name = host.getByLabel("Name", { exact: true });
  await expect(name).toHaveAccessibleDescription(/Lower-case letters, digits/);
  await expect(name).toBeFocused();
  await name.fill("main ");
  await page.getByRole("button", { name: "Add the site" }).click();
  const keys = host.getByLabel("Pinned host keys, one on each line");
  await expect(keys).toHaveAccessibleDescription(/Key 2: a public host key/);
  await expect(keys).toBeFocused();
  await keys.fill(HOST_KEY);
  await page.getByRole("button", { name: "Add the site" }).click();
  await expect(page).toHaveURL(/\/sites#/);
});

test("a parameter that makes no sense is named, and nothing is saved", async ({ page }) => {
  await page.goto("/sites/new");
  await expect(page.getByText(/^Disaster recovery switchover, step 2 \(/)).toBeVisible();
  await expect(page.getByRole("button", { name: "export_configuration" })).toHaveCount(1);
  await page.getByLabel("Name", { exact: true }).fill(`Kobe ${newMark()}`);
  await page.getByRole("button", { name: "Add a parameter" }).click();
  await page.getByRole("listitem").getByLabel("Name").fill("Not A Name");
  await page.getByLabel("Arguments, one on each line").fill("/bin/true");
  await page.getByRole("button", { name: "Add the site" }).click();
  await expect(page.getByRole("listitem").getByRole("alert")).toContainText("lower-case letters");
  await expect(page).toHaveURL("/sites/new");
});
