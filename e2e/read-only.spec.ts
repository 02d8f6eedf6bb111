import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

/** Whatever a person could press or write into, but what opens, folds, filters and leads elsewhere. */
const pressable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("button, input, select, textarea, [role=menuitem]");
    const ways =
      "nav *, search *, [aria-expanded], [aria-haspopup], [aria-pressed], [aria-current], [tabindex='-1'].sr-only";
    return [...all]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(ways))
      .filter((one) => !one.matches(":disabled, [aria-disabled=true]"))
      .map(
        (one) => one.getAttribute("aria-label") ?? ((one as HTMLInputElement).labels?.[0] ?? one).textContent.trim(),
      );
  });

const STEPS = ["1", "2", "3", "4", "5", "6", "7"];
const FILE = Buffer.from("It runs.");

/** What only shows or saves, or is written and not sent. */
const HARMLESS =
  /^(Go to|Open output of .*|Save the run pack|Contacts…|Close|Whole|\d+ (h|min)|Add a note to this run|For somebody in particular|What .*)$/;

async function offersNothing(run: RunPage): Promise<void> {
  const { page } = run;
  const left = async () => (await pressable(page)).filter((name) => !HARMLESS.test(name));
  expect(await left()).toEqual([]);
  for (const menu of [run.head, run.step("1").card]) {
    await menu.getByRole("button", { name: /^More for/ }).click();
    await expect(page.getByRole("menuitem").first()).toBeVisible();
    expect(await left()).toEqual([]);
    await page.keyboard.press("Escape");
  }
}

async function busy(commander: Api, operator: Api, administrator: Api) {
  const beside = { dependsOn: [] };
  const { id: procedureId } = await commander.publish([
    { title: "Tell the users", subSteps: [{ number: "1.1", title: "By mail" }], position: "lead", ...beside },
    { title: "Stop the array", action: { argv: ["/bin/false"] }, ...beside },
    { title: "Cut over", gate: { kind: "poll", of: ["lead"] }, ...beside },
    { title: "Move the address", gate: { kind: "approval" }, ...beside },
    { title: "Count the users", outputs: [{ name: "users", label: "Users", type: "integer" }], ...beside },
    { title: "Close the lines", condition: { all: [{ fact: "firewalls", is: "yes" }] }, ...beside },
    { title: "Open the lines", action: { argv: ["/bin/true"] }, expected: { confirm: "They are open." }, ...beside },
  ]);
  const sites = await administrator.practiceSites();
  const lead = { person: await commander.idOf("Jun Kato") };
  const started = await commander.smallRun(sites, [{}], { procedureId, positions: { lead } });
  await commander.send(started.id, { type: "run.automate", on: true });
  await operator.send(started.id, { type: "step.start", step: "1" });
  await operator.send(started.id, { type: "step.start", step: "5" });
  return started;
}

test("a run that is stale, and then signed out, lets nothing be done, by button, menu, file or key", async ({
  page,
  api,
}) => {
  const started = await busy(api("commander"), api("operator"), api("administrator"));
  await page.clock.install();
  const afterwards = await page.context().newPage();
  await afterwards.goto(`/runs/${runLabel(started.number)}/afterwards`);
  const save = afterwards.getByRole("button", { name: /^Save/ });
  await expect(save).toHaveAccessibleDescription("Nothing is left to save.");
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await run.step("2").is("Failed");
  for (const number of STEPS) await run.step(number).open();
  await run.side.getByLabel("Add a note to this run").fill("To be sent later");
  expect((await pressable(page)).length, "while it is live").toBeGreaterThan(40);

  const sent: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
  await page.context().setOffline(true);
  await page.clock.fastForward(31_000);
  await expect(page.getByText("Stale. The server does not answer")).toBeVisible();
  await offersNothing(run);
  await run.step("1").head.focus();
  await page.keyboard.press("c");
  await expect(page.getByText("Read only: the server does not answer.").last()).toBeInViewport();
  await page.getByLabel("Files for step 1").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: FILE });
  await expect(save).toHaveAccessibleDescription("Not now: the server does not answer.");

  await page.context().clearCookies();
  await page.context().setOffline(false);
  await page.clock.fastForward(31_000);
  await expect(page.getByText("You are signed out.", { exact: true })).toBeVisible();
  await offersNothing(run);
  await run.step("1").head.focus();
  await page.keyboard.press("c");
  await expect(page.getByText("Read only: you are signed out.").last()).toBeInViewport();
  await expect(save).toHaveAccessibleDescription("Not now: you are signed out.");
  expect(sent).toEqual([]);
});
