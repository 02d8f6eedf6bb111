import { expect, it } from "vitest";
import { db } from "#lib/server/db.ts";
import { setUp } from "#lib/server/people/set-up.ts";
import { prepare, prepareWith } from "#lib/server/testing/prepare.ts";

it("installs what comes with the product, and says once how to get in", async () => {
  const first = await prepare("--demo");
  expect(first.setUpUrl).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\?token=[\w-]{43}$/);
  expect(first.accounts.map(({ role }: { role: string }) => role)).toEqual([
    "commander",
    "operator",
    "approver",
    "auditor",
  ]);
  const installed = { procedures: await db().procedureVersion.findMany(), sites: await db().site.findMany() };
  expect(installed.procedures).toMatchObject([{ version: 1, stepCount: 17, builtIn: true, publishedBy: "built in" }]);
  expect(installed.sites.map(({ practice }) => practice)).toEqual([true, true]);

  const second = await prepare("--demo");
  expect(second).toEqual({
    setUpUrl: expect.stringContaining("/set-up?token="),
    further: false,
    accounts: [],
    unpublished: [],
  });
  expect(second.setUpUrl).not.toBe(first.setUpUrl);
  expect(await db().procedureVersion.findMany()).toEqual(installed.procedures);

  const token = new URL(second.setUpUrl).searchParams.get("token") ?? "";
  await setUp({ token, name: "Ada", email: "ada@example.com", password: "correct horse battery" });
  expect(await prepare()).toEqual({ setUpUrl: null, further: false, accounts: [], unpublished: [] });
});

it.each([
  [
    { AUTH_SECRET: "fifteen letters" },
    "AUTH_SECRET is not set rightly: it needs 16 characters or more; where it is left out, DATA_DIR/auth.secret does.",
  ],
  [{ LOG_LEVEL: "loud" }, expect.stringMatching(/^LOG_LEVEL is not set rightly: Invalid option: .*"trace"/)],
  [{ SMTP_URL: "smtp://mail.example.com" }, "SMTP_URL is set, and so SMTP_FROM has to be, the sender of the messages."],
  [{ SMTP_URL: "mail.example.com" }, expect.stringMatching(/^SMTP_URL is not set rightly: /)],
  [{ OIDC_ISSUER: "https://id.example.com" }, "OIDC_ISSUER is set, and so OIDC_CLIENT_ID has to be."],
])("says in one sentence what is set wrongly, and lets nobody in: %j", async (wrong, sentence) => {
  const setUps = await db().setUpLink.findMany();
  expect(await prepareWith(wrong)).toEqual({ misconfigured: sentence });
  expect(await db().setUpLink.findMany()).toEqual(setUps);
});
