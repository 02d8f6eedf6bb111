import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { grantRights } from "./roles.js";

/** A database of one's own: three roles that are nothing but that, and tables of the first. */
let name: string;
let owner: pg.Client;

const urlOf = (role: string, password = "password") => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  return Object.assign(url, { username: `${name} ${role}`, password, pathname: `/${name}` }).href;
};

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

beforeEach(async () => {
  name = `own ${randomBytes(4).toString("hex")}`;
  const admin = await connected(process.env.DATABASE_URL ?? "");
  for (const role of ["owner", "web", "worker"]) {
    await admin.query(`create role "${name} ${role}" login password 'password'`);
  }
  await admin.query(`create database "${name}" owner "${name} owner"`);
  owner = await connected(urlOf("owner"));
  for (const table of ["place", "run_event", "run_seal", "mail_server"]) await made(table);
});

const made = (table: string) => owner.query(`create table ${table} (id int)`);
const grant = () => grantRights(urlOf("owner"), { web: urlOf("web"), worker: urlOf("worker") });

/** Which of these each role may: read, add, change and remove. */
async function allowed(role: string, table: string): Promise<string> {
  const { rows } = await owner.query(
    `select string_agg(verb, ' ' order by n) as verbs from unnest(array['select', 'insert', 'update', 'delete'])
       with ordinality verbs (verb, n) where has_table_privilege($1, $2, verb)`,
    [`${name} ${role}`, table],
  );
  return rows[0].verbs ?? "";
}

it("gives the named roles their rights, though the owner may make no roles", async () => {
  expect(await grant()).toEqual({ web: urlOf("web"), worker: urlOf("worker") });
  const web = await connected(urlOf("web"));
  await web.query("insert into place select count(*) from run_event");
  await expect(web.query("delete from run_event")).rejects.toMatchObject({ code: "42501" });
  expect(await allowed("web", "run_event")).toBe("select insert");
  expect(await allowed("web", "run_seal")).toBe("select");
  expect(await allowed("worker", "run_seal")).toBe("select insert");
  expect(await allowed("worker", "mail_server")).toBe("");
});

it("gives them what an update has added, and takes what they had beside", async () => {
  await grant();
  await made("added");
  await owner.query(`grant delete on run_event to "${name} web"`);
  expect(await allowed("web", "added")).toBe("");
  await grant();
  expect(await allowed("web", "added")).toBe("select insert update delete");
  expect(await allowed("web", "run_event")).toBe("select insert");
});

it("passes over what belongs to somebody else, as an extension's tables do", async () => {
  const admin = await connected(Object.assign(new URL(process.env.DATABASE_URL ?? ""), { pathname: `/${name}` }).href);
  await admin.query("create table foreign_one (id int)");
  await grant();
  expect(await allowed("web", "foreign_one")).toBe("");
  expect(await allowed("web", "place")).toBe("select insert update delete");
});

it("a role of both programs may what either of them may", async () => {
  await grantRights(urlOf("owner"), { web: urlOf("web"), worker: urlOf("web") });
  expect(await allowed("web", "run_seal")).toBe("select insert");
  expect(await allowed("web", "mail_server")).toBe("select insert update delete");
  expect(await allowed("web", "run_event")).toBe("select insert");
});

it("takes nothing from the owner, where a program connects as the owner", async () => {
  const given = await grantRights(urlOf("owner"), { web: urlOf("owner"), worker: undefined });
  expect(given).toEqual({ web: urlOf("owner"), worker: urlOf("owner") });
  expect(await allowed("owner", "run_event")).toBe("select insert update delete");
});

it("names the variable of an address that does not let in", async () => {
  const wrong = grantRights(urlOf("owner"), { web: undefined, worker: urlOf("worker", "guess") });
  await expect(wrong).rejects.toThrow(/refused the user or the password in WORKER_DATABASE_URL \(password auth/);
});
