import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { untilHealthy } from "./health.js";

test("waits for a web process that reaches its database", async () => {
  const answers = ["not yet", '{ "database": { "ok": false } }', '{ "database": { "ok": true } }'];
  let asked = 0;
  const server = createServer((_, response) => response.end(answers[asked++])).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await untilHealthy(`http://127.0.0.1:${port}`, AbortSignal.timeout(30_000));
  expect(asked).toBe(3);
});
