import { randomBytes } from "node:crypto";
import { TOTP } from "otpauth";
import { BASE_URL } from "./testing/addresses.ts";
import { newMark } from "./testing/api.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { ownerUrl, sql } from "./testing/owner-sql.ts";
import { lookAt } from "./testing/screens.ts";
import { signIn } from "./testing/signed-in.ts";

test("an operator adds one-time codes, and an administrator takes them away again", async ({ api, openAs, axe }) => {
  const email = `codes-${newMark()}@example.com`;
  const password = randomBytes(12).toString("base64url");
  const name = `Kenji ${newMark()}`;
  await api("administrator").call("POST", "/api/users", { name, email, role: "operator", password });

  const page = await openAs(null);
  const enter = async (code?: string) => {
    await page.goto("/sign-in");
    await signInByForm(page, { email, password });
    if (code === undefined) return;
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await enter();
  await expect(page).toHaveURL(/\/$/);

  await page.goto("/account");
  await page.getByRole("button", { name: "Turn on codes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password").fill(password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: /picture for an authenticator/ })).toBeVisible();
  await expect(dialog.getByLabel("Code")).toBeFocused();
  const secret = (await dialog.locator("code").textContent()) ?? "";
  const codeOf = (stepsFromNow: number) =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + stepsFromNow * 30_000 });
  await lookAt(page, "codes-new", { axe, height: 900 });
  // Not earlier: the code of the time before is good for seconds only.
  await dialog.getByLabel("Code").fill(codeOf(-1));
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Copy" })).toBeFocused();
  const [recovery = ""] = ((await dialog.locator("code").textContent()) ?? "").split(" ");
  await lookAt(page, "codes-once", { axe, height: 900 });
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 of 10 recovery codes left")).toBeVisible();
  await expect(page.getByRole("button", { name: "Turn off" }), "where the first of the three was opened").toBeFocused();
  await lookAt(page, "account-codes-on", { axe });

  await page.context().clearCookies();
  await enter("000000");
  await expect(page.getByRole("alert").filter({ hasText: "This code is not right" })).toBeVisible();
  await lookAt(page, "sign-in-code-refused", { axe, height: 900 });
  await page.locator("[name=code]:focus").pressSequentially(`${recovery}\n`);
  await expect(page).toHaveURL(/\/$/);

  const administrator = await openAs("administrator");
  await administrator.goto("/users");
  const row = administrator.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("with one-time codes");
  const change = row.getByRole("button", { name: `Change ${name}` });
  await change.click();
  await administrator.getByRole("menuitem", { name: "One-time codes…" }).click();
  await lookAt(administrator, "user-codes", { axe, height: 900 });
  await administrator.getByRole("button", { name: "Turn off one-time codes" }).click();
  await expect(administrator.getByRole("alertdialog")).toBeHidden();
  await expect(row).not.toContainText("with one-time codes");
  await change.click();
  await expect(administrator.getByRole("menuitem", { name: "One-time codes…" })).toContainText("They are not on.");
  await administrator.keyboard.press("Escape");
  await page.goto("/");
  await expect(page).toHaveURL(/sign-in/);
  await enter();
  await expect(page).toHaveURL(/\/$/);
});

test("who has one-time codes turns them off with the password, and signs in with that alone", async ({
  api,
  accounts,
  axe,
  openAs,
}) => {
  const person = { email: `off-${newMark()}@example.com`, password: randomBytes(12).toString("base64url") };
  await api("administrator").call("POST", "/api/users", { name: "Saki Abe", role: "operator", ...person });
  const page = await openAs(null);
  const codes = `${BASE_URL}/api/session/second-factor`;
  await page.context().addCookies([{ ...(await signIn(BASE_URL, person)), url: BASE_URL }]);
  const begun = await page.request.post(codes, { data: { password: person.password } });
  const { secret } = (await begun.json()) as { secret: string };
  const code = new TOTP({ secret }).generate({ timestamp: Date.now() - 30_000 });
  expect((await page.request.put(codes, { data: { code } })).status()).toBe(200);

  const few = `update second_factor set recovery = recovery[1:2] where user_id = (select id from app_user where email = '${person.email}')`;
  await sql(await ownerUrl(accounts.dataFolder), few);
  await page.goto("/account");
  const own = page.getByRole("region", { name: "One-time codes" });
  await expect(page.getByText("Few recovery codes left: 2 of 10."), "in the first screen").toBeInViewport();
  await lookAt(page, "account-codes-few", { axe });
  await page.getByRole("link", { name: "One-time codes" }).click();
  await expect(own).toBeInViewport();
  await expect(own).toContainText("2 of 10 recovery codes left");
  const lost = `update second_factor set secret = 'sealed elsewhere' where user_id = (select id from app_user where email = '${person.email}')`;
  await sql(await ownerUrl(accounts.dataFolder), lost);
  await page.goto("/account");
  await expect(page.getByText("Codes of your authenticator are not taken.")).toBeInViewport();
  await lookAt(page, "account-codes-lost", { axe });
  const other = await openAs(null);
  await other.goto("/sign-in");
  await signInByForm(other, person);
  await expect(other.getByLabel("Code")).toHaveAccessibleDescription(/Use one of your recovery codes/);
  await other.getByLabel("Code").fill("123456");
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByLabel("Code")).toHaveAccessibleDescription(/none of your recovery codes/);
  await lookAt(other, "sign-in-code-lost", { axe, height: 900 });
  await own.getByRole("button", { name: "Turn off" }).click();
  const dialog = page.getByRole("dialog", { name: "Turn off one-time codes" });
  await expect(dialog).toContainText("Your sign-in then asks for the password alone.");
  await dialog.getByLabel("Password").fill("not the password");
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(dialog.getByLabel("Password")).toHaveAccessibleDescription(/\S/);
  await lookAt(page, "own-codes-off", { axe, height: 900 });
  expect(await (await page.request.get(codes)).json()).toMatchObject({ recoveryCodes: 2 });
  await dialog.getByLabel("Password").fill(person.password);
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(dialog).toBeHidden();
  await expect(own).toContainText("Your sign-in asks for the password alone.");
  expect((await signIn(BASE_URL, person)).value).not.toBe("");
});
