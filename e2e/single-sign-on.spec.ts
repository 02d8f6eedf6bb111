import type { Page } from "@playwright/test";
import { newMark } from "./testing/api.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: null });

/** Through the provider's own pages. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByRole("link", { name: "Sign in with the company" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a person signs in at the provider of the company and is led to where they wanted to go", async ({
  page,
  axe,
}) => {
  const name = `mei${newMark()}`;
  await page.goto("/sites");
  await expect(page).toHaveURL(/sign-in/);
  expect(await axe(page)).toEqual([]);
  const filled = page.getByRole("main").locator("a, button").and(page.locator(".bg-act"));
  await expect(filled, "one comes first").toHaveText(["Sign in with the company"]);
  await signInThere(page, `${name}+dr-commanders`);
  await expect(page).toHaveURL(/\/sites$/);
  await page.goto("/account");
  await expect(page.getByText(`${name}@sso.example.com`, { exact: true })).toBeVisible();
  await expect(page.getByText("Commander: starts and commands runs")).toBeVisible();
  await expect(page.getByRole("heading", { name: "One-time codes" })).toBeHidden();
  await expect(page.getByText("You have no password in this console: you sign in with the company.")).toBeVisible();
  await expect(page.getByLabel("Current password")).toHaveCount(0);
  await lookAt(page, "account-single-sign-on", { axe });
});

test("an administrator is told that name and role of who comes so are the provider's", async ({
  page,
  openAs,
  axe,
}) => {
  const name = `kei${newMark()}`;
  await page.goto("/sign-in");
  await signInThere(page, `${name}+dr-commanders`);
  await expect(page).toHaveURL(/\/$/);
  const administrator = await openAs("administrator");
  await administrator.goto("/users");
  const row = administrator.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("signs in with the company");
  await row.getByRole("button", { name: `Change ${name}` }).click();
  await expect(administrator.getByRole("menuitem", { name: "New password…" })).toContainText("They have none");
  await administrator.getByRole("menuitem", { name: /^Name, / }).click();
  await expect(administrator.getByRole("dialog")).toContainText("lasts until then");
  await lookAt(administrator, "user-single-sign-on", { axe, height: 900 });
});

test("who had a password before joins the company's sign-in under their account", async ({ page, api, axe }) => {
  const name = `nao${newMark()}`;
  const person = { email: `${name}@sso.example.com`, password: "correct horse battery" };
  await api("administrator").call("POST", "/api/users", { name, role: "operator", ...person });
  await page.goto("/sign-in");
  await signInThere(page, `${name}+dr-commanders`);
  await expect(page.getByRole("main")).toContainText("let the two be joined under “Your account”");
  await signInByForm(page, person);
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/account");
  const section = page.getByRole("region", { name: "Single sign-on" });
  await expect(section).toContainText("not with the company");
  await section.getByRole("button", { name: "Join it" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in with the company too" });
  await dialog.getByLabel("Password").fill(person.password);
  await lookAt(page, "join-single-sign-on", { axe, height: 900 });
  await dialog.getByRole("button", { name: "Continue" }).click();
  // The provider still knows who signed in there in this browser.
  await expect(page).toHaveURL(/\/account$/);
  await expect(section).toContainText("You sign in with the company or with your password.");
  await expect(page.getByText("Commander: starts and commands runs")).toBeVisible();
});

test("whoever is in no group that gets in is told so, and the password is still there", async ({
  page,
  accounts,
  axe,
}) => {
  await page.goto("/sign-in");
  await signInThere(page, `guest${newMark()}+visitors`);
  await expect(page.getByText("You are in none of the groups that this console lets in.")).toBeVisible();
  await lookAt(page, "sign-in-no-group", { axe, height: 900 });
  await signInByForm(page, accounts.auditor);
  await expect(page).toHaveURL(/\/$/);
});
