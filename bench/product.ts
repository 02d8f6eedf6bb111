import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

const ROOT = path.resolve(import.meta.dirname, "..");
const PASSWORD = "a long password for the bench";

/** The product as `npm start` runs it, with an administrator signed in. */
export type Product = {
  baseUrl: string;
  cookie: string;
  /** From the start of the launcher to the first page, in milliseconds. */
  startMilliseconds: number;
  /** Resident memory of web and worker, in MiB. */
  memory: () => number;
  stop: () => Promise<void>;
};

/** Who looks at a page, and who else works on the run meanwhile. */
export type People = { product: Product; colleague: Product };

export type Place = { dataFolder: string; databaseUrl: string; port: number };

/** Starts it; makes the administrator when this data folder has none yet. */
export async function startProduct({ dataFolder, databaseUrl, port }: Place): Promise<Product> {
  const baseUrl = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const env = {
    ...process.env,
    DATA_DIR: dataFolder,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    LOG_LEVEL: "warn",
  };
  const launcher = spawn(process.execPath, ["scripts/start.js"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  // A bench that is broken off takes the product with it.
  const end = () => launcher.kill("SIGTERM");
  process.once("exit", end);
  const token = await setUpToken(launcher);
  await fetch(`${baseUrl}/sign-in`).then((page) => page.text());
  const startMilliseconds = performance.now() - began;
  if (token) {
    await post(`${baseUrl}/api/set-up`, { token, name: "Bench", email: "bench@example.com", password: PASSWORD });
  }
  const cookie = await signIn(baseUrl, "bench@example.com");
  return {
    baseUrl,
    cookie,
    startMilliseconds,
    memory: () => residentMiB(launcher.pid ?? 0),
    stop: async () => {
      const ended = once(launcher, "exit");
      end();
      await ended;
      process.off("exit", end);
    },
  };
}

/** Reads what the launcher says until it is up. Null when there is an administrator already. */
async function setUpToken(launcher: ChildProcess): Promise<string | null> {
  if (!launcher.stdout) throw new Error("The launcher says nothing.");
  let token: string | null = null;
  for await (const line of createInterface({ input: launcher.stdout })) {
    console.log(`  ${line.replace(/token=\S+/, "token=...")}`);
    token = /token=(\S+)/.exec(line)?.[1] ?? token;
    if (line.includes("Ctrl-C")) return token;
  }
  throw new Error("The product did not start.");
}

/** The same product, for somebody else. */
export async function asColleague(product: Product): Promise<Product> {
  const email = "colleague@example.com";
  const person = { name: "Colleague", email, role: "operator", password: PASSWORD };
  await post(`${product.baseUrl}/api/users`, person, product.cookie);
  return { ...product, cookie: await signIn(product.baseUrl, email) };
}

async function signIn(baseUrl: string, email: string): Promise<string> {
  const answer = await post(`${baseUrl}/api/session`, { email, password: PASSWORD });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function post(url: string, body: unknown, cookie = ""): Promise<Response> {
  const headers = { "content-type": "application/json", cookie };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** The launcher's own children without PostgreSQL: the web process and the worker. */
function residentMiB(launcher: number): number {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const children = processes.filter((pid) => status(pid, "PPid") === launcher && !command(pid).includes("postgres"));
  return children.reduce((sum, pid) => sum + (status(pid, "VmRSS") ?? 0), 0) / 1024;
}

function status(pid: string, field: string): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
  } catch {
    return null; // it ended between the listing and the reading
  }
}

const command = (pid: string): string => readFileSync(`/proc/${pid}/cmdline`, "utf8");
