import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: null });

test("whoever is not signed in is asked to, and then led to where they wanted to go", async ({
  page,
  accounts,
  axe,
}) => {
  const { email, password, name } = accounts.operator;
  await page.goto("/history?mode=drill");
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await expect(page.getByText("Demo accounts:")).toBeVisible();

  await signInByForm(page, { email, password: "not the password" });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The e-mail address or the password is wrong.");
  await lookAt(page, "sign-in-refused", { axe, height: 900 });
  await expect(page.getByLabel("Password")).toBeFocused();
  // What is typed takes the place of what was wrong.
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/history?mode=drill");

  await page.getByRole("button", { name: `${name.split(" ")[0]}` }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/procedures");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("whose browser throws the session away is told so, and can try again", async ({ page, accounts, axe }) => {
  await page.goto("/sign-in");
  await page.route("**/api/session", async (route) => {
    const response = await route.fetch();
    await page.context().clearCookies();
    const { "set-cookie": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await signInByForm(page, accounts.auditor);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("this browser does not keep the session");
  await lookAt(page, "sign-in-not-kept", { axe, height: 900 });
  await page.unroute("**/api/session");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
});

test("an address of another site is no place to return to", async ({ page, accounts }) => {
  await page.goto("/sign-in?return=https%3A%2F%2Fexample.com%2F");
  await signInByForm(page, accounts.auditor);
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
