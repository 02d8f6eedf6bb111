import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { callForFile } from "#lib/client/api.ts";
import { hearServerClock, offsetAfter, serverNowMs } from "#lib/client/server-clock.ts";

const HOUR = 3_600_000;
const NOON = Date.parse("2026-03-01T12:00:00Z");

describe("what is known of the server's clock", () => {
  it.each([
    ["stays where both clocks agree", 0, { server: 0, asked: -40, heard: 40 }, 0],
    ["stays where a difference that was known is still so", HOUR, { server: HOUR, asked: -40, heard: 40 }, HOUR],
    ["is corrected where this clock was put back", 0, { server: HOUR, asked: -40, heard: 0 }, HOUR],
    ["is corrected where this clock was put forward", 0, { server: -HOUR, asked: -40, heard: 0 }, -HOUR],
    ["is none once a wrong clock is set right", -HOUR, { server: 10, asked: -40, heard: 40 }, 0],
    ["stays where the answer was long on its way back", 0, { server: 0, asked: -100, heard: 15_000 }, 0],
    ["stays where the question was long on its way there", HOUR, { server: HOUR, asked: -15_000, heard: 100 }, HOUR],
    [
      "is corrected by what was long on its way and still cannot be so",
      0,
      { server: 60_000, asked: -9_000, heard: 0 },
      60_000,
    ],
  ])("%s", (_, known, { server, asked, heard }, expected) => {
    expect(offsetAfter(known, NOON + server, NOON + asked, NOON + heard)).toBe(expected);
  });
});

afterEach(() => {
  vi.useRealTimers();
  hearServerClock(Date.now());
});

/** How far the server's time, as this page tells it, is from this clock's. */
const aheadMs = () => serverNowMs() - Date.now();

describe("an answer", () => {
  async function answered(headers: Record<string, string>): Promise<void> {
    const server = createServer((_, answer) => void answer.writeHead(200, headers).end("{}")).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      await callForFile(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {});
    } finally {
      server.close();
    }
  }

  it.each([
    ["behind", -HOUR],
    ["ahead", HOUR],
  ])("that says a time that is %s corrects what every page tells", async (_, byMs) => {
    await answered({ "x-server-at": String(Date.now() + byMs) });
    expect(Math.abs(aheadMs() - byMs)).toBeLessThan(1_000);
  });

  it("that says none, such as one that was kept, corrects nothing", async () => {
    hearServerClock(Date.now() + HOUR);
    await answered({ date: new Date(Date.now() - HOUR).toUTCString() });
    expect(Math.abs(aheadMs() - HOUR)).toBeLessThan(1_000);
  });
});

describe("while the server is not heard, its time", () => {
  it("goes on where this clock is put back, and counts from where it was", () => {
    vi.useFakeTimers({ now: NOON });
    hearServerClock(NOON + 5_000);
    vi.advanceTimersByTime(10_000);
    vi.setSystemTime(NOON - HOUR);
    vi.advanceTimersByTime(20_000);
    expect(serverNowMs()).toBe(NOON + 35_000);
  });

  it("goes on by this clock where nothing counted, as in a machine that slept", () => {
    vi.useFakeTimers({ now: NOON });
    hearServerClock(NOON + 5_000);
    vi.setSystemTime(NOON + HOUR);
    expect(serverNowMs()).toBe(NOON + HOUR + 5_000);
  });

  it("is put back where the server itself says so", () => {
    vi.useFakeTimers({ now: NOON });
    hearServerClock(NOON + HOUR);
    vi.advanceTimersByTime(1_000);
    hearServerClock(NOON + 1_000);
    expect(serverNowMs()).toBe(NOON + 1_000);
  });
});
