import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HttpAction, type HttpWork } from "#lib/domain/way/http.ts";
import type { Order } from "#lib/worker/executor.ts";
import { createHttpExecutor } from "#lib/worker/executors/http.ts";
import { hiddenOf, orderOf } from "#lib/worker/testing/orders.ts";

let server: Server;
let base = "";
let answerWith: RequestListener;
const seen: { request: IncomingMessage; body: string }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    seen.push({ request, body: await text(request) });
    answerWith(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  answerWith = json({ status: "done" });
});

const json =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const { expect: expected } = HttpAction.parse({ way: "http", service: "array" });
const work = (change: Partial<HttpWork> = {}): HttpWork => ({
  way: "http",
  base,
  method: "POST",
  url: `${base}/volumes`,
  headers: {},
  expect: expected,
  ...change,
});
const executor = createHttpExecutor();
const order = (given: HttpWork, change: Partial<Order<HttpWork>> = {}) =>
  orderOf(given, { hidden: hiddenOf({ token: "s3cret-token" }), ...change });
const run = (change: Partial<HttpWork> = {}, more: Partial<Order<HttpWork>> = {}) =>
  executor.run(order(work(change), more));

describe("a request", () => {
  it("is sent once, with its body, its attempt as a key, and what only the worker knows", async () => {
    const given = order(
      work({ headers: { "x-token": { credential: "token" } }, body: { name: "vol7", force: true, size: 3 } }),
    );
    expect(await executor.run(given)).toMatchObject({
      kind: "ended",
      ended: { kind: "answered", ok: true, status: 200 },
    });
    expect(seen).toHaveLength(1);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual({ name: "vol7", force: true, size: 3 });
    expect(seen[0]?.request.headers).toMatchObject({
      "x-token": "s3cret-token",
      "idempotency-key": `${given.id.runId}/1/1`,
    });
    expect(given.written.stdout).toContain(`POST ${base}/volumes\n200\n`);
    expect(given.written.stdout).not.toContain("s3cret-token");
  });

  it.each<[string, RequestListener, Partial<HttpWork>, RegExp]>([
    ["another status", json({}, 500), {}, /^expected 200/],
    [
      "another value",
      json({ status: "failed" }),
      { expect: { status: [200], json: [{ at: "/status", equals: "done" }] } },
      /\/status is "failed", expected "done"/,
    ],
    [
      "no JSON where some is expected",
      (_, response) => response.end("hello"),
      { expect: { status: [200], json: [{ at: "/a", equals: 1 }] } },
      /is not JSON/,
    ],
    [
      "a way to somewhere else, which is not followed",
      (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
      {},
      /It leads to http:\/\/169\.254\.169\.254\/; redirects are not followed/,
    ],
  ])("that is answered by %s has failed, and says why", async (_, listener, change, message) => {
    answerWith = listener;
    const outcome = await run(change);
    expect(outcome).toMatchObject({ ended: { kind: "answered", ok: false, message: expect.stringMatching(message) } });
    expect(seen).toHaveLength(1);
  });

  it("whose answer is larger than 1 MiB is read so far, with a mark", async () => {
    answerWith = (_, response) => response.end("x".repeat(3 * 1_048_576));
    const given = order(work());
    expect(await executor.run(given)).toMatchObject({ ended: { ok: true } });
    expect(given.written.stdout).toContain("[truncated: the answer is larger than 1 MiB]");
    expect(given.written.stdout.length).toBeLessThan(1.1 * 1_048_576);
  });
});

describe("nothing is sent", () => {
  it.each<[string, Partial<HttpWork>, RegExp]>([
    ["outside the address that the site allows", { url: "http://127.0.0.1:1/other" }, /does not lie under/],
    ["beside it", { url: "PLACE/apiary" }, /does not lie under/],
    ["out of it by a way back", { url: "PLACE/api/..%2Fadmin" }, /does not lie under/],
    ["without a credential that it needs", { headers: { a: { credential: "none" } } }, /has no "none"/],
  ])("%s", async (_, change, message) => {
    const url = change.url?.replace("PLACE", base.replace(/\/api$/, ""));
    const outcome = await run({ ...change, ...(url && { url }) });
    expect(outcome).toMatchObject({ ended: { kind: "not_run", message: expect.stringMatching(message) } });
    expect(seen).toEqual([]);
  });

  it.each(["127.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fe80::1", "0.0.0.0", "224.0.0.1"])(
    "to a name that leads to %s, though it also leads elsewhere",
    async (address) => {
      const spoofed = createHttpExecutor(async () => [
        { address: "192.0.2.1", family: 4 },
        { address, family: address.includes(":") ? 6 : 4 },
      ]);
      const outside = { base: "http://array.example/api", url: "http://array.example/api/x" };
      const outcome = await spoofed.run(order(work(outside)));
      expect(outcome).toMatchObject({ ended: { kind: "not_run", message: expect.stringContaining(address) } });
    },
  );

  it("where nothing listens", async () => {
    const closed = { base: "http://127.0.0.1:1/", url: "http://127.0.0.1:1/x" };
    expect(await run(closed)).toMatchObject({
      ended: { kind: "not_run", message: expect.stringContaining("nothing was sent") },
    });
  });
});

describe("a request that is not answered", () => {
  const silent: RequestListener = () => undefined;

  it.each<[string, HttpWork["method"], object]>([
    [
      "and may have changed something leaves its outcome unknown",
      "POST",
      { kind: "unknown", reason: expect.stringContaining("may have acted") },
    ],
    ["and only asks ran out of time", "GET", { kind: "ended", ended: { kind: "timed_out", gone: true } }],
  ])("%s", async (_, method, outcome) => {
    answerWith = silent;
    expect(await run({ method }, { timeoutSeconds: 1 })).toMatchObject(outcome);
  });

  it("because the connection broke leaves its outcome unknown", async () => {
    answerWith = (request) => request.socket.destroy();
    expect(await run()).toMatchObject({ kind: "unknown" });
  });

  it("and is canceled leaves its outcome unknown", async () => {
    const given = order(work());
    answerWith = () => given.cancel();
    expect(await executor.run(given)).toMatchObject({ kind: "unknown", reason: expect.stringContaining("canceled") });
  });
});

describe("a worker that is stopped", () => {
  it("before it has sent anything was not run", async () => {
    const given = order(work());
    given.leave();
    expect(await executor.run(given)).toMatchObject({ ended: { kind: "not_run" } });
    expect(seen).toEqual([]);
  });

  it.each([
    ["POST", { kind: "unknown", reason: expect.stringContaining("may have acted") }],
    ["GET", { kind: "ended", ended: { kind: "not_run", message: expect.stringContaining("no answer") } }],
  ] as const)("while it waits for the answer to a %s says what is known", async (method, outcome) => {
    const given = order(work({ method }));
    answerWith = () => given.leave();
    expect(await executor.run(given)).toMatchObject(outcome);
  });
});

describe("what a request began", () => {
  const poll = {
    url: "",
    everySeconds: 0.02,
    until: [{ at: "/status", equals: "done" }],
    fail: [{ at: "/status", equals: "failed" }],
  };
  const polled = (states: string[]): RequestListener => {
    const left = [...states];
    return (request, response) =>
      request.method === "POST"
        ? json({})(request, response)
        : json({ status: left.shift() ?? "running", folder: "/a" })(request, response);
  };
  const asking = (more: Partial<Order<HttpWork>> = {}) => run({ poll: { ...poll, url: `${base}/jobs/1` } }, more);

  it("is asked for until it is done", async () => {
    answerWith = polled(["running", "running", "done"]);
    expect(await asking()).toMatchObject({
      ended: { kind: "answered", ok: true },
      answer: expect.stringContaining("/a"),
    });
    expect(seen).toHaveLength(4);
  });

  it("has failed as soon as it says so", async () => {
    answerWith = polled(["running", "failed"]);
    expect(await asking()).toMatchObject({
      ended: { kind: "answered", ok: false, message: '/status is "failed", which means that it failed' },
    });
  });

  it("may go on when the time is up", async () => {
    answerWith = polled([]);
    expect(await asking({ timeoutSeconds: 1 })).toEqual({ kind: "ended", ended: { kind: "timed_out", gone: false } });
  });
});

describe("checking a service", () => {
  const check = (change: Partial<HttpWork> = {}) => {
    const given = order(work(change));
    return executor.check(given.work, given.hidden, given.canceled);
  };

  it("connects to it and sends nothing", async () => {
    // Its own: a request that was canceled before may still arrive at the other.
    const heard: unknown[] = [];
    const quiet = createServer((request) => heard.push(request)).listen(0, "127.0.0.1");
    await once(quiet, "listening");
    const url = `http://127.0.0.1:${(quiet.address() as AddressInfo).port}/`;
    expect(await check({ base: url, url })).toMatchObject([{ result: "passed" }]);
    quiet.close();
    await once(quiet, "close");
    expect(heard).toEqual([]);
    expect(await check({ base: url, url })).toMatchObject([{ result: "failed" }]);
  });
});
