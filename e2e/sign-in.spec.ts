import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { lookAt } from "./screens.ts";

test.use({ role: null });

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("whoever is not signed in is asked to, and then led to where they wanted to go", async ({
  page,
  accounts,
  axe,
}) => {
  const { email, password, name } = accounts.operator;
  await page.goto("/history?mode=drill");
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await expect(page.getByText("Demo accounts:")).toBeVisible();

  await signIn(page, { email, password: "not the password" });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The e-mail address or the password is wrong.");
  await lookAt(page, "sign-in-refused", { axe, height: 900 });
  await signIn(page, { email, password });
  await expect(page).toHaveURL("/history?mode=drill");

  await page.getByRole("button", { name: `${name.split(" ")[0]}` }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/procedures");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("an address of another site is no place to return to", async ({ page, accounts }) => {
  await page.goto("/sign-in?return=https%3A%2F%2Fexample.com%2F");
  await signIn(page, accounts.auditor);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
});

test("a set-up address that has been used says so, and asks for nothing; so does one that is not whole", async ({
  page,
  accounts,
  axe,
}) => {
  await page.goto(`/set-up?token=${accounts.setUp}`);
  await expect(page.getByText("This address has been used")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.goto("/set-up");
  await expect(page.getByText("This address is not complete")).toBeVisible();
  await lookAt(page, "set-up-incomplete", { axe, height: 900 });
});
