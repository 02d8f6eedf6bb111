import { expect, test } from "./fixtures.ts";

for (const [name, address] of [
  ["Sites", "/sites"],
  ["Messages", "/messages"],
  ["History", "/history"],
] as const) {
  test(`${name} says how old it is when the server does not answer, and that it is live again`, async ({
    openAs,
    api,
  }) => {
    await api("administrator").practiceSites();
    const page = await openAs("administrator");
    await page.clock.install();
    await page.goto(address);
    const connection = page.locator("[data-connection]");
    await expect(connection).toHaveText("live");
    const answering = page.getByText(/^\d+ workers? answers?|^Answers$/);
    if (name === "Sites") await expect(answering.first()).toBeVisible();
    await page.context().setOffline(true);
    await page.clock.fastForward(31_000);
    await expect(connection).toHaveText(/^stale, last update/);
    if (name === "Sites") {
      await expect(page.getByText("Not known").first()).toBeVisible();
      await expect(answering, "nothing is said to answer").toHaveCount(0);
    }
    await page.context().setOffline(false);
    await page.clock.fastForward(10_000);
    await expect(connection).toHaveText("live");
  });
}
