import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";

// That no page breaks its policy, every other test asserts: see `watch` in fixtures.ts.
test("every page comes with a policy of its own and says nothing to strangers", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
  const at = `/runs/${runLabel(run.number)}`;
  const pages = [
    "/",
    "/new-run",
    at,
    `${at}/report`,
    `${at}/afterwards`,
    `${at}/record`,
    "/history",
    "/procedures",
    "/sites",
    "/account",
    "/nowhere",
  ];
  const nonces = new Set<string>();
  for (const address of pages) {
    const headers = (await page.request.get(address)).headers();
    const policy = headers["content-security-policy"] ?? "";
    const directives = new Map(policy.split("; ").map((each) => [each.split(" ")[0], each]));
    const nonce = /'nonce-([^']+)'/.exec(directives.get("script-src") ?? "")?.[1] ?? "";
    expect(nonce, address).not.toBe("");
    nonces.add(nonce);
    expect(directives.get("script-src"), address).toBe(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(directives.get("default-src"), address).toBe("default-src 'self'");
    for (const closed of ["object-src", "base-uri", "frame-ancestors"]) {
      expect(directives.get(closed), address).toBe(`${closed} 'none'`);
    }
    expect(directives.get("form-action"), address).toBe("form-action 'self'");
    expect(headers, address).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(headers["x-powered-by"], address).toBeUndefined();
  }
  expect(nonces.size).toBe(pages.length);
});

test("the session is in a cookie that no script and no other site has", async ({ page, context, accounts }) => {
  await context.clearCookies();
  await page.goto("/sign-in");
  await signInByForm(page, accounts.operator);
  await expect(page).toHaveURL(/\/$/);
  const cookies = (await context.cookies()).filter(({ name }) => name === "session" || name === "device");
  expect(cookies.map(({ name, httpOnly, sameSite, path }) => ({ name, httpOnly, sameSite, path }))).toEqual(
    expect.arrayContaining([
      { name: "session", httpOnly: true, sameSite: "Lax", path: "/" },
      { name: "device", httpOnly: true, sameSite: "Lax", path: "/" },
    ]),
  );
  expect(await page.evaluate(() => document.cookie)).not.toContain("session");
});
