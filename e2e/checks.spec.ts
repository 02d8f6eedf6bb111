import type { CheckRound } from "#lib/contract/checks.ts";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";
import { sshSites } from "./testing/ssh.ts";

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
  const started = await api("commander").smallRun(sites, [
    lacking,
    { condition: when("firewalls", "yes") },
    { action: { argv: ["/nor/this/one"] } },
  ]);
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
  await expect(run.step("1").card, "in what is looked at").toContainText("answers for");
  await expect(run.step("1").card, "beside a precheck that passed").toContainText(
    "there is no program /no/such/program",
  );
  await run.step("3").open();
  await expect(run.step("3").card, "where a step has no precheck").toContainText("there is no program /nor/this/one");
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
  const { id, key, document } = await api("commander").publish([lacking]);
  const sites = await api("administrator").practiceSites();
  await page.clock.install();
  await page.goto(`/procedures/${id}`);
  const panel = page.getByRole("region", { name: "Ready to run?" });
  // Of all that other tests have left.
  await panel.getByLabel("Source").selectOption(sites.source.id);
  await panel.getByLabel("Destination").selectOption(sites.destination.id);
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
  await expect(panel).toContainText(`at ${sites.source.name} and ${sites.destination.name}`);

  const next = { ...document, description: "As it is today" };
  const { id: unseen } = await api("commander").call<{ id: string }>("POST", "/api/procedures", {
    document: JSON.stringify(next),
  });
  await page.goto(`/procedures/${unseen}`);
  await expect(panel, "what was found of v1 says nothing of v2").toContainText("never checked");
});

test("a schedule is put at other sites by choosing the same interval anew", async ({ page, api }) => {
  const { id } = await api("commander").publish([{}]);
  const { destination: other } = await api("administrator").practiceSites();
  await page.goto(`/procedures/${id}`);
  const panel = page.getByRole("region", { name: "Ready to run?" });
  const often = panel.getByLabel("How often asked");
  const destination = panel.getByLabel("Destination");
  await often.selectOption("every week");
  await expect(often).toHaveValue("604800");
  await destination.selectOption(other.id);
  await expect(often, "not at this site").toHaveValue("");
  await expect(panel.getByText("Choose anew how often it is asked at these sites.")).toBeVisible();
  await often.selectOption("every week");
  await expect(often).toHaveValue("604800");
  await page.reload();
  await expect(destination).toHaveValue(other.id);
  await expect(often).toHaveValue("604800");
  await often.selectOption("only when asked");
  await expect(often).toHaveValue("0");
});
