import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Role } from "#lib/domain/roles.ts";
import { startOpenIdProvider } from "#lib/server/testing/open-id-provider.ts";
import { type Account, type Accounts, roles } from "./testing/accounts.ts";
import { ACCOUNTS_PORT, BASE_URL, MAIL_PORT, OPEN_ID_PORT, PRODUCT_PORT } from "./testing/addresses.ts";
import { dropKeptFiles } from "./testing/kept-files.ts";
import { send, signIn } from "./testing/signed-in.ts";

// Starts the whole product as `npm start` does, in a data folder of its own, makes the first administrator at the
// printed address and one person for each role, and then tells the tests who they are.

/** Names as people have them, so that screens and pictures look as they will. */
const NAMES: Record<Role, string> = {
  administrator: "Daichi Ueda",
  commander: "Mei Mori",
  operator: "Jun Kato",
  approver: "Ren Okada",
  auditor: "Emi Sasaki",
};

const provider = await startOpenIdProvider(`${BASE_URL}/api/sign-in/oidc/callback`, OPEN_ID_PORT);
// Not before it is known that no other server is there. Of two suites beside each other, one leaves the other's alone.
if (process.env.E2E_KEPT_FILES !== "stay") dropKeptFiles();
const dataFolder = mkdtempSync(path.join(tmpdir(), "switchover-e2e-"));
chmodSync(dataFolder, 0o755);
const product = spawn(process.execPath, ["scripts/start.js", "--demo"], {
  env: {
    ...process.env,
    DATA_DIR: dataFolder,
    PORT: PRODUCT_PORT,
    HOST: "127.0.0.1",
    LOG_LEVEL: "warn",
    DATABASE_URL: "",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_ROLES: "dr-commanders=commander, staff=auditor",
    OIDC_NAME: "the company",
    SMTP_URL: `smtp://127.0.0.1:${MAIL_PORT}`,
    SMTP_FROM: "Switchover console <console@example.com>",
  },
  stdio: ["ignore", "pipe", "inherit"],
});
process.once("SIGTERM", () => product.kill("SIGTERM"));
product.once("exit", (code) => {
  rmSync(dataFolder, { recursive: true, force: true });
  process.exit(code ?? 1);
});

const said = await untilUp();
const setUp = /token=(\S+)/.exec(said)?.[1];
if (!setUp) throw new Error(`The launcher printed no set-up address:\n${said}`);
const accounts = await makeAccounts(setUp);
createServer((_, response) => response.end(JSON.stringify(accounts))).listen(ACCOUNTS_PORT, "127.0.0.1");

async function untilUp(): Promise<string> {
  let text = "";
  for await (const line of createInterface({ input: product.stdout })) {
    console.log(line);
    text += `${line}\n`;
    if (line.includes("Ctrl-C")) return text;
  }
  await once(product, "exit");
  throw new Error("The product did not start.");
}

async function makeAccounts(token: string): Promise<Accounts> {
  const people = roles.map((role) => ({
    role,
    name: NAMES[role],
    email: `${role}@example.com`,
    password: randomBytes(12).toString("base64url"),
  }));
  const administrator = people.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("There is no administrator.");
  const { role: _, ...first } = administrator;
  await send(BASE_URL, "/api/set-up", { token, ...first });
  const cookie = await signIn(BASE_URL, administrator);
  for (const person of people) if (person !== administrator) await send(BASE_URL, "/api/users", person, cookie);
  const signedIn: [Role, Account][] = [];
  for (const person of people) signedIn.push([person.role, { ...person, cookie: await signIn(BASE_URL, person) }]);
  return {
    ...(Object.fromEntries(signedIn) as Record<Role, Account>),
    dataFolder,
    setUp: token,
    launcher: product.pid ?? 0,
  };
}
