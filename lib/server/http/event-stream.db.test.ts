import { afterEach, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { endStreams, eventStream } from "#lib/server/http/event-stream.ts";
import { cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

async function openStream(viewer: Person): Promise<{ closed: AbortSignal; text: Promise<string> }> {
  const request = new Request("http://127.0.0.1/", { headers: { cookie: await cookieOf(viewer) } });
  const serving = Promise.withResolvers<AbortSignal>();
  const answer = eventStream(request, ({ closed }) => serving.resolve(closed));
  return { closed: await serving.promise, text: answer.text() };
}

afterEach(() => {
  endStreams();
  vi.useRealTimers();
});

it("an event stream ends for whoever was signed out meanwhile, and for nobody else", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const [stays, leaves] = await Promise.all([person("operator"), person("operator")]);
  const [first, second] = [await openStream(stays), await openStream(leaves)];
  await db().user.update({ where: { id: leaves.id }, data: { disabledAt: new Date() } });
  vi.advanceTimersByTime(10_000);
  expect(await second.text).toMatch(/event: bye/);
  expect(second.closed.aborted).toBe(true);
  expect(first.closed.aborted).toBe(false);
});

it("an event stream is closed from the beginning for who left before it began", async () => {
  const serving = Promise.withResolvers<AbortSignal>();
  eventStream(new Request("http://127.0.0.1/", { signal: AbortSignal.abort() }), ({ closed }) =>
    serving.resolve(closed),
  );
  expect((await serving.promise).aborted).toBe(true);
});
