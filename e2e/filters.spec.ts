import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test("each filter above the steps is a button that shows what it counts, says so in the address, and shows all again", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const beside = { dependsOn: [] };
  const { id: procedureId } = await api("commander").publish(
    [
      { title: "Stop the array", roles: ["source"] },
      { title: "Tell the users", position: "lead", dependsOn: ["1"] },
      { title: "Cut over", gate: { kind: "poll", of: ["lead", "network"] }, ...beside },
      { title: "Close the lines", dependsOn: ["2"] },
    ],
    {
      positions: [
        { key: "lead", title: "Lead" },
        { key: "network", title: "Network" },
      ],
    },
  );
  const me = { person: await api("commander").idOf("Mei Mori") };
  const positions = { lead: me, network: { person: await api("commander").idOf("Jun Kato") } };
  const started = await api("commander").smallRun(sites, [{}], { procedureId, positions });
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  await api("operator").send(started.id, { type: "step.fail", step: "1", reason: "It did not answer" });
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const steps = () => page.locator("[data-step]").evaluateAll((all) => all.map((one) => one.getAttribute("data-step")));
  const all = ["1", "2", "3", "4"];
  const filters = page.getByRole("search");
  for (const [name, address, shown] of [
    // Hers by position, waiting for her decision, and for her vote.
    ["Mine 3", "mine", ["1", "2", "3"]],
    ["Needs a person 2", "person", ["1", "3"]],
    ["Problems 1", "problems", ["1"]],
  ] as const) {
    const button = filters.getByRole("button", { name, exact: true });
    await expect(button).toBeVisible();
    await button.click();
    await expect.poll(steps, name).toEqual(shown);
    await expect(button).toHaveAttribute("aria-pressed", "true");
    await expect(page).toHaveURL(new RegExp(`\\?show=${address}$`));
    await button.click();
    await expect.poll(steps, `${name}, pressed again`).toEqual(all);
    await expect(page).toHaveURL(/\/runs\/R-\d+$/);
  }

  const place = page.getByLabel("Only steps of this place");
  await place.selectOption(`${sites.source.name} 1`);
  await expect.poll(steps).toEqual(["1"]);
  await expect(page).toHaveURL((address) => address.searchParams.get("site") === sites.source.name);
  await place.selectOption("All places");
  await expect.poll(steps).toEqual(all);
});
