import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** A real OpenID provider on loopback. Whoever signs in there as "mei+dr-commanders" is in that group. */
export type OpenIdProvider = { issuer: string; clientId: string; clientSecret: string; stop: () => Promise<void> };

export async function startOpenIdProvider(redirectUri: string, port = 0): Promise<OpenIdProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["switchover-console", "a secret for tests alone"];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], profile: ["name", "groups"], email: ["email"] },
    pkce: { required: () => true },
    cookies: { keys: ["a key for tests alone"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsFor(id) }),
  });
  server.on("request", provider.callback());
  return { issuer, clientId, clientSecret, stop: () => close(server) };
}

/** "mei+dr-commanders": a name, and the groups after it. "nobody" has no e-mail address. */
function claimsFor(id: string) {
  const [name = "", ...groups] = id.split("+");
  return { sub: id, name, groups, ...(name !== "nobody" && { email: `${name}@sso.example.com` }) };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Follows an address to the provider as a browser does, signs in there, agrees, and gives where it leads back to. */
export async function passThrough(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const visit = async (at: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, {
      redirect: "manual",
      headers: { cookie },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const home = new URL(address).origin;
  let at = address;
  for (let steps = 0; steps < 12 && at.startsWith(home); steps++) {
    const answer = await visit(at);
    const location = answer.headers.get("location");
    if (location) {
      at = new URL(location, at).href;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`The provider answered ${answer.status}: ${page.slice(0, 500)}`);
    const prompt = page.includes('value="login"') ? "login" : "consent";
    const sent = await visit(new URL(action, at).href, {
      prompt,
      ...(prompt === "login" && { login, password: "any" }),
    });
    at = new URL(sent.headers.get("location") ?? "", at).href;
  }
  return at;
}
