import type { Account } from "./accounts.ts";

/** What makes people known to a console, before any test can speak as one of them. */

export async function send(url: string, at: string, body: unknown, cookie?: Account["cookie"]): Promise<Response> {
  const headers = { "content-type": "application/json", ...(cookie && { cookie: `${cookie.name}=${cookie.value}` }) };
  const answer = await fetch(url + at, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${at} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

export async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Account["cookie"]> {
  const answer = await send(url, "/api/session", { email, password });
  const [name, value] = answer.headers.getSetCookie()[0]?.split(";")[0]?.split(/=(.*)/s) ?? [];
  if (!name || !value) throw new Error("Signing in set no cookie.");
  return { name, value };
}
