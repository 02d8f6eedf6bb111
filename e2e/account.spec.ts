import type { Page } from "@playwright/test";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { BASE_URL } from "./testing/addresses.ts";
import { newMark } from "./testing/api.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { type Looking, lookAt } from "./testing/screens.ts";

test.use({ role: null });

async function refusePasswords(page: Page, axe: Looking["axe"]): Promise<void> {
  const [current, next, again] = ["Current password", "New password", "New password again"].map((label) =>
    page.getByLabel(label, { exact: true }),
  );
  const change = page.getByRole("button", { name: "Change password" });
  await current?.fill("not the password");
  await next?.fill("a quiet harbour at night");
  await again?.fill("a quiet harbour at noon");
  await change.click();
  await expect(page.getByText("This is not the new password typed above.")).toBeVisible();
  await lookAt(page, "account-password-differs", { axe, height: 2_400 });
  await again?.fill("a quiet harbour at night");
  await change.click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await expect(page.getByLabel("Current password", { exact: true })).toBeFocused();
  await lookAt(page, "account-password-refused", { axe, height: 2_400 });
}

test("whoever is signed in twice sees both sessions, and ends the other", async ({ openAs, api, axe }) => {
  const email = `${newMark()}@example.com`;
  const password = "quiet harbour at dawn";
  await api("administrator").call("POST", "/api/users", { name: "Aki Abe", email, role: "auditor", password });
  const signIn = async () => {
    const page = await openAs(null);
    await page.goto("/sign-in");
    await signInByForm(page, { email, password });
    await expect(page).toHaveURL("/");
    return page;
  };
  const elsewhere = await signIn();
  const here = await signIn();
  await here.goto("/account");
  const sessions = here.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByRole("row").filter({ hasText: "this one" })).toContainText("Chrome on Linux");
  await sessions.getByRole("button", { name: "End all others" }).click();
  await expect(sessions.getByRole("row")).toHaveCount(2);
  await expect(sessions.getByText("There are no others.")).toBeVisible();
  await refusePasswords(here, axe);
  await elsewhere.goto("/history");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await here.reload();
  await expect(here.getByRole("heading", { level: 1 })).toHaveText("Your account");
});

test("a program acts with a token until it is revoked, and the log names both", async ({
  openAs,
  api,
  request,
  axe,
}) => {
  const page = await openAs("commander");
  await page.goto("/account");
  const tokens = page.getByRole("region", { name: "API tokens" });
  await tokens.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  await expect(dialog.getByRole("button", { name: "Create token" })).toHaveAccessibleDescription("It needs a name.");
  await dialog.getByLabel("Name").fill("Nightly drill");
  await dialog.getByRole("button", { name: "Create token" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await lookAt(page, "token-refused", { axe, height: 900 });
  await dialog.getByLabel("Name").fill("nightly-drill");
  await dialog.getByLabel("write notes in a run").check();
  await dialog.getByRole("button", { name: "Create token" }).click();
  const secret = (await dialog.getByRole("code").filter({ hasText: "swc_" }).textContent()) ?? "";
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(tokens.getByRole("row").filter({ hasText: "nightly-drill" })).toContainText("never");
  await lookAt(page, "account-token", { axe });

  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const send = (command: object) =>
    request.post(`${BASE_URL}/api/runs/${run.id}/commands`, {
      headers: { authorization: `Bearer ${secret}` },
      data: { command },
    });
  expect((await send({ type: "note.add", text: "The night shift is here" })).status()).toBe(200);
  expect((await send({ type: "step.start", step: "1" })).status()).toBe(403);
  const { events } = await api("auditor").call<{ events: LoggedEvent[] }>("GET", `/api/runs/${run.id}/log`);
  expect(events.at(-1)).toMatchObject({
    at: expect.any(String),
    actor: { name: "Mei Mori", token: { name: "nightly-drill" }, from: expect.stringContaining("127.0.0.1") },
    event: { type: "note.added", text: "The night shift is here" },
  });
  await page.goto(`/runs/${run.id}`);
  await expect(page.getByText("Mei Mori, by token nightly-drill").first()).toBeVisible();

  await page.goto("/account");
  await tokens.getByRole("button", { name: "Revoke nightly-drill" }).click();
  await expect(tokens.getByText("You have no tokens.")).toBeVisible();
  expect((await send({ type: "note.add", text: "Still here" })).status()).toBe(401);
});
