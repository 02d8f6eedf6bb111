import { BASE_URL } from "./testing/addresses.ts";
import { expect, test } from "./testing/fixtures.ts";

test("a path of the API called with a method it has not says so as a problem", async ({ api }) => {
  const refused = await api("administrator").ask("PUT", "/api/health");
  expect(refused.status).toBe(405);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(refused.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect(await refused.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
  const asked = await fetch(`${BASE_URL}/api/runs`, { method: "OPTIONS" });
  expect([asked.status, asked.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS, POST"]);
});

test("an address of a page that holds NUL is refused, and not an error of ours", async ({ page }) => {
  for (const address of ["/history?text=%00", "/new-run?procedure=%00", "/procedures/x/steps/%00"]) {
    const answer = await page.request.get(address);
    expect([address, answer.status(), await answer.text()]).toEqual([address, 400, expect.stringContaining("NUL")]);
  }
});
