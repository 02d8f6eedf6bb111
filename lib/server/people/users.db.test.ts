import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { testMessage } from "#lib/domain/notify/message.ts";
import { db } from "#lib/server/db.ts";
import { sendAgain } from "#lib/server/notify/deliveries.ts";
import { listPeople } from "#lib/server/people/active.ts";
import { addDemoAccounts, hasDemoAccounts } from "#lib/server/people/demo.ts";
import { signIn } from "#lib/server/people/sign-in.ts";
import { changeUser, createUser, listUsers } from "#lib/server/people/users.ts";
import { authenticate } from "#lib/server/session.ts";
import { cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const newcomer = {
  name: "Noor",
  email: "noor@example.com",
  role: "operator",
  password: "correct horse battery",
} as const;

const asks = (cookie: string) => authenticate(new Request("http://127.0.0.1:3000/", { headers: { cookie } }));

beforeEach(async () => {
  await db().$executeRaw`truncate app_user cascade`;
});

describe("users", () => {
  it("are added with a role, and listed by name", async () => {
    const admin = await person("administrator", "Zoe");
    const user = await createUser(admin, { ...newcomer, name: " Noor ", email: "Noor@Example.com" });
    expect(user).toMatchObject({ name: "Noor", email: "noor@example.com", role: "operator", disabledAt: null });
    expect((await listUsers()).users.map(({ name }) => name)).toEqual(["Noor", "Zoe"]);
  });

  it("have an address of their own, however it is written", async () => {
    const admin = await person("administrator");
    await createUser(admin, newcomer);
    const again = createUser(admin, { ...newcomer, email: "NOOR@example.com" });
    await expect(again).rejects.toMatchObject({
      code: "conflict",
      message: "There is already an account for noor@example.com.",
    });
  });

  it("change name and role; the role counts at once", async () => {
    const admin = await person("administrator");
    const operator = await person("operator");
    const cookie = await cookieOf(operator);
    const changed = await changeUser(admin, operator.id, { name: "New name", role: "auditor" });
    expect(changed).toMatchObject({ name: "New name", role: "auditor" });
    expect(await asks(cookie)).toEqual({ kind: "person", id: operator.id, name: "New name", role: "auditor" });
  });

  it("have a telephone number when it is given, and none again when it is taken away", async () => {
    const admin = await person("administrator");
    const operator = await person("operator");
    expect((await listUsers()).users.map(({ telephone }) => telephone)).toEqual([null, null]);
    await changeUser(admin, operator.id, { telephone: "+81 3-1234-5678" });
    const renamed = await changeUser(admin, operator.id, { name: "New name" });
    expect(renamed.telephone).toBe("+81 3-1234-5678");
    expect((await changeUser(admin, operator.id, { telephone: " " })).telephone).toBeNull();
  });

  it("are signed out at once when disabled, and have to sign in again when enabled", async () => {
    const admin = await person("administrator");
    const operator = await person("operator");
    const cookie = await cookieOf(operator);
    const disabled = await changeUser(admin, operator.id, { disabled: true });
    expect(disabled.disabledAt).not.toBeNull();
    expect(await asks(cookie)).toBeNull();
    const enabled = await changeUser(admin, operator.id, { disabled: false });
    expect(enabled.disabledAt).toBeNull();
    expect(await asks(cookie)).toBeNull();
  });

  it("keep the time at which they were disabled first", async () => {
    const admin = await person("administrator");
    const operator = await person("operator");
    const { disabledAt } = await changeUser(admin, operator.id, { disabled: true });
    expect(await changeUser(admin, operator.id, { disabled: true })).toMatchObject({ disabledAt });
  });

  it("keep what somebody else gave them since they were looked at", async () => {
    const admin = await person("administrator");
    const operator = await person("operator");
    const opened = (await listUsers()).users.find(({ id }) => id === operator.id);
    const seen = opened?.updatedAt;
    await changeUser(admin, operator.id, { role: "auditor", groups: ["Change board"], seen });
    const late = changeUser(admin, operator.id, { telephone: "112", role: "operator", groups: [], seen });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: "Somebody has changed this person since you opened it. Open it again.",
    });
    const { users } = await listUsers();
    const kept = { role: "auditor", groups: ["Change board"], telephone: null };
    expect(users.find(({ id }) => id === operator.id)).toMatchObject(kept);
  });

  it("that do not exist cannot be changed", async () => {
    const admin = await person("administrator");
    for (const change of [{ name: "x" }, { role: "auditor" }, { disabled: true }] as const) {
      await expect(changeUser(admin, randomUUID(), change)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("the e-mail address of a person", () => {
  it("is corrected: they sign in with it, and are sent there what waits to be sent", async () => {
    const admin = await person("administrator");
    const user = await createUser(admin, { ...newcomer, email: "noor@exmaple.com" });
    const waiting = {
      id: randomUUID(),
      userId: user.id,
      email: user.email,
      message: testMessage(new Date().toISOString(), "Zoe"),
    };
    const delivered = { ...waiting, id: randomUUID(), state: "delivered", endedAt: new Date() };
    await db().noticeDelivery.createMany({ data: [waiting, delivered] });
    const changed = await changeUser(admin, user.id, { email: " Noor@Example.com", seen: user.updatedAt });
    expect(changed.email).toBe("noor@example.com");
    const signedIn = (email: string) => signIn(new Request("http://127.0.0.1:3000/"), { ...newcomer, email });
    await expect(signedIn("noor@exmaple.com")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(signedIn("noor@example.com")).resolves.toMatchObject({ status: 204 });
    const sent = await db().noticeDelivery.findMany({
      orderBy: { state: "asc" },
      select: { state: true, email: true },
    });
    expect(sent).toEqual([
      { state: "delivered", email: "noor@exmaple.com" },
      { state: "waiting", email: "noor@example.com" },
    ]);
    const before = { ...waiting, id: randomUUID(), state: "given_up", endedAt: new Date() };
    await db().noticeDelivery.create({ data: before });
    await sendAgain(admin, before.id);
    expect(await db().noticeDelivery.findUnique({ where: { id: before.id } })).toMatchObject({ email: changed.email });
  });

  it("is nobody else's", async () => {
    const admin = await person("administrator");
    const user = await createUser(admin, newcomer);
    const { email, name } =
      (await listUsers()).users.find(({ id }) => id === admin.id) ?? expect.fail("no administrator");
    await expect(changeUser(admin, user.id, { name, email: email.toUpperCase() })).rejects.toMatchObject({
      code: "conflict",
      message: `There is already an account for ${email}.`,
    });
    expect((await listUsers()).users.map((one) => one.email)).toContain(newcomer.email);
  });
});

describe("people whom a run may name", () => {
  it("who share a name are told apart by their addresses where a run may name them, and nobody else's is told", async () => {
    const admin = await person("administrator", "Zoe");
    const one = await createUser(admin, newcomer);
    const other = await createUser(admin, { ...newcomer, email: "noor.b@example.com" });
    const listed = async () =>
      (await listPeople({ limit: 1 })).people.concat((await listPeople({ after: one.id, limit: 9 })).people);
    expect((await listed()).map(({ name, email }) => [name, email])).toEqual([
      ["Noor", "noor@example.com"],
      ["Noor", "noor.b@example.com"],
      ["Zoe", undefined],
    ]);
    await changeUser(admin, other.id, { disabled: true });
    expect((await listPeople({ limit: 9 })).people.map(({ name, email }) => [name, email])).toEqual([
      ["Noor", undefined],
      ["Zoe", undefined],
    ]);
  });
});

describe("the last active administrator", () => {
  it("can be neither disabled nor given another role, but renamed", async () => {
    const admin = await person("administrator");
    const gone = await person("administrator");
    await changeUser(admin, gone.id, { disabled: true });
    await expect(changeUser(admin, admin.id, { disabled: true })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeUser(admin, admin.id, { role: "operator" })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeUser(admin, admin.id, { name: "Same", role: "administrator" })).resolves.toBeDefined();
  });

  it("stays when all administrators remove each other at the same moment", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => person("administrator")));
    const results = await Promise.allSettled(
      all.map((admin, i) => changeUser(admin, admin.id, i % 2 ? { disabled: true } : { role: "auditor" })),
    );
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await db().user.count({ where: { role: "administrator", disabledAt: null } })).toBe(1);
  });
});

describe("demo accounts", () => {
  it("are one for each role but the administrator's, made once, with passwords told once", async () => {
    expect(await hasDemoAccounts()).toBe(false);
    const made = await addDemoAccounts();
    expect(made.map(({ role }) => role)).toEqual(["commander", "operator", "approver", "auditor"]);
    expect(new Set(made.map(({ password }) => password)).size).toBe(4);
    expect(await addDemoAccounts()).toEqual([]);
    expect(await hasDemoAccounts()).toBe(true);
  });

  it("count only while somebody can sign in with them", async () => {
    const admin = await person("administrator");
    await addDemoAccounts();
    const { users } = await listUsers();
    for (const { id } of users.filter(({ email }) => email.endsWith("@demo.invalid"))) {
      await changeUser(admin, id, { disabled: true });
    }
    expect(await hasDemoAccounts()).toBe(false);
  });
});
