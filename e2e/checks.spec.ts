import type { CheckRound } from "#lib/contract/checks.ts";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { newMark } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { RunPage } from "./run-page.ts";
import { lookAt } from "./screens.ts";
import { sshSites } from "./ssh.ts";

const lacking = {
  title: "Stop the replication",
  roles: ["source"],
  precheck: { that: { look: "command", argv: ["/bin/test", "-d", "/"] }, timeoutSeconds: 5 },
  action: { argv: ["/no/such/program"] },
} satisfies StepDraft;

test("before a run, the page says what is not ready: a program that is not there, a fact that nobody knows", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [lacking, { condition: when("firewalls", "yes") }]);
  const run = new RunPage(page);
  await run.open(started);
  const panel = page.getByRole("region", { name: "Ready to run?" });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByRole("listitem").filter({ hasText: "there is no program /no/such/program" })).toContainText(
    "Failed",
  );
  await expect(panel.getByRole("listitem").filter({ hasText: "A worker answers" }).first()).toContainText("Passed");
  await expect(panel.getByRole("listitem").filter({ hasText: "Precheck" })).toContainText("Passed");
  await expect(panel.getByRole("listitem").filter({ hasText: "Not answered yet: firewalls" })).toContainText("Warning");
  await run.step("1").open();
  await run.step("1").card.getByRole("button", { name: "Check now, step 1" }).click();
  await expect(run.step("1").card).toContainText("exit code 0");
  // On a phone they stand behind a tab.
  await page.setViewportSize({ width: 360, height: 900 });
  await page.getByRole("contentinfo").getByRole("button", { name: "Notes" }).click();
  await lookAt(page, "run-checks", { axe, height: 1_600 });
  const after = await api("auditor").run(started.id);
  expect(after.seq).toBe(started.seq);
});

test.describe(() => {
  test.use({ role: "administrator" });
  test("the test of a site's connections shows the key that a host shows, to be compared and pinned", async ({
    page,
    api,
    accounts,
  }) => {
    const { sshd, sites, credential } = await sshSites(api("administrator"), accounts.dataFolder);
    try {
      const wrong = sshd.connection({ credential, hostKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAA"] });
      await api("administrator").call("PATCH", `/api/sites/${sites.source.id}`, {
        connections: { ssh: { main: wrong } },
      });
      await page.goto("/sites");
      const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: sites.source.name }) });
      await card.getByRole("button", { name: "Check now" }).click();
      await expect(card.locator("li[data-check=failed]")).toContainText(sshd.hostKey);
      await card.getByRole("link", { name: /^Edit/ }).click();
      await page.getByLabel("Pinned host keys, one on each line").fill(`${sshd.hostKey} compared by hand`);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page).toHaveURL(/\/sites#/);
      await card.getByRole("button", { name: "Check now" }).click();
      await expect(card.locator("li[data-check=passed]").filter({ hasText: "pinned host key" })).toBeVisible();
      await expect(card).toContainText("for every site");
    } finally {
      await sshd.stop();
    }
  });

  test("an http service of a site is named, refused where it is wrong, saved, and removed", async ({
    page,
    api,
    axe,
  }) => {
    const name = `Site ${newMark()}`;
    const key = name.toLowerCase().replace(" ", "-");
    await api("administrator").call("POST", "/api/sites", { key, name, place: "", parameters: {} });
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
    const service = page.getByRole("group", { name: /^http/ });
    const edit = async () => {
      await card.getByRole("link", { name: /^Edit/ }).click();
      await expect(page.getByRole("button", { name: "Add an http service" })).toBeVisible();
    };
    await page.goto("/sites");
    await edit();
    await page.getByRole("button", { name: "Add an http service" }).click();
    await service.getByLabel("Name").fill("api");
    await service.getByLabel("Address").fill("no address");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(service.getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
    await lookAt(page, "site-http-refused", { axe, height: 900 });
    await service.getByLabel("Address").fill("https://api.example.com/v1/");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(card).toContainText("http api: https://api.example.com/v1/");
    await edit();
    await page.getByRole("button", { name: "Remove http service api" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(card).not.toContainText("http api");
  });
});

test("a procedure is asked whether it could be run at two sites, and again every hour", async ({ page, api, axe }) => {
  const { id, key } = await api("commander").publish([lacking]);
  await page.clock.install();
  await page.goto(`/procedures/${id}`);
  const panel = page.getByRole("region", { name: "Ready to run?" });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByRole("listitem").filter({ hasText: "Program /no/such/program" })).toContainText("Failed");
  await lookAt(page, "procedure-checks", { axe });
  await panel.getByLabel("Asked").selectOption("every hour");
  const latest = () => api("auditor").call<{ rounds: CheckRound[] }>("GET", `/api/checks?procedure=${key}&limit=1`);
  await expect.poll(async () => (await latest()).rounds[0]?.askedBy).toBe("schedule");
  // The page looks every half minute.
  await page.clock.fastForward(30_000);
  await expect(panel.getByText(/, schedule$/)).toBeVisible();
  await panel.getByLabel("Asked").selectOption("only when asked");
});
