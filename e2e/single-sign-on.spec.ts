import type { Page } from "@playwright/test";
import { newMark } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { lookAt } from "./screens.ts";

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

test("whoever is in no group that gets in is told so, and the password is still there", async ({
  page,
  accounts,
  axe,
}) => {
  await page.goto("/sign-in");
  await signInThere(page, `guest${newMark()}+visitors`);
  await expect(page.getByText("You are in none of the groups that this console lets in.")).toBeVisible();
  await lookAt(page, "sign-in-no-group", { axe, height: 900 });
  await page.getByLabel("E-mail").fill(accounts.auditor.email);
  await page.getByLabel("Password").fill(accounts.auditor.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
});
