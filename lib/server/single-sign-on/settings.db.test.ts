import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

async function settings(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules(); // the environment is read once
  return (await import("#lib/server/single-sign-on/settings.ts")).singleSignOnSettings();
}

const right = {
  BASE_URL: "https://console.example.com/",
  OIDC_ISSUER: "https://id.example.com",
  OIDC_CLIENT_ID: "console",
  OIDC_ROLES: "a=b=commander , staff=auditor",
};

describe("what is configured of single sign-on", () => {
  it("is nothing where no provider is named", async () => {
    expect(await settings({})).toBeNull();
  });

  it("is read with the roles of groups in their order", async () => {
    expect(await settings(right)).toMatchObject({
      scope: "openid profile email",
      groupsClaim: "groups",
      redirectUri: "https://console.example.com/api/sign-in/oidc/callback",
      roles: [
        { group: "a=b", role: "commander" },
        { group: "staff", role: "auditor" },
      ],
    });
  });

  it.each([
    [{ OIDC_ISSUER: "http://id.example.com" }, /OIDC_ISSUER has to begin with https/],
    [{ OIDC_ISSUER: "not an address" }, /OIDC_ISSUER/],
    [{ OIDC_CLIENT_ID: "" }, /OIDC_CLIENT_ID/],
    [{ OIDC_ROLES: " " }, /OIDC_ROLES has to say/],
    [{ OIDC_ROLES: "staff=boss" }, /"staff=boss" is not group=role/],
    [{ OIDC_ROLES: "=auditor" }, /"=auditor" is not group=role/],
  ])("is refused with a sentence where it is wrong: %j", async (wrong, sentence) => {
    await expect(settings({ ...right, ...wrong })).rejects.toThrow(sentence);
  });
});
