import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { addressOf, call, callForFile } from "#lib/client/api.ts";
import { ApiError, NoAnswerError } from "#lib/client/api-error.ts";

describe("the address of a call", () => {
  it.each([
    [addressOf("GET /api/sites", {}), "/api/sites"],
    [addressOf("GET /api/runs/{id}", { id: "R-0042" }), "/api/runs/R-0042"],
    [addressOf("GET /api/runs/{id}/events", { id: "R-0042", after: 7 }), "/api/runs/R-0042/events?after=7"],
    [addressOf("GET /api/runs/{id}/evidence/{file}", { id: "a/b", file: "12 a" }), "/api/runs/a%2Fb/evidence/12%20a"],
    [addressOf("GET /api/runs", { text: "a & b", mode: undefined, after: "" }), "/api/runs?text=a+%26+b"],
  ])("is %s", (address, expected) => {
    expect(address).toBe(expected);
  });
});

/** What `call` makes of what this server answers. */
async function askedOf(
  listener: RequestListener,
  ask: (origin: string) => Promise<unknown> = (origin) => callForFile(`${origin}/`, {}),
): Promise<unknown> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    return await ask(`http://127.0.0.1:${port}`).catch((error: unknown) => error);
  } finally {
    server.close();
  }
}

describe("an answer of a proxy", () => {
  it.each([502, 503, 504, 522])(
    "that the console does not answer (%d) leaves open whether it was done",
    async (status) => {
      const asked = await askedOf((_, answer) => void answer.writeHead(status).end("<h1>Bad gateway</h1>"));
      expect(asked).toBeInstanceOf(NoAnswerError);
    },
  );

  it.each([403, 413, 500])("that it lets nothing through (%d) is a problem", async (status) => {
    const asked = await askedOf((_, answer) => void answer.writeHead(status).end("<h1>No</h1>"));
    expect(asked).toBeInstanceOf(ApiError);
  });

  it("is told apart from the console's own", async () => {
    const problem = JSON.stringify({ code: "not_saved", detail: "The database did not confirm this." });
    const asked = await askedOf((_, answer) => void answer.writeHead(503, { "x-answered-by": "console" }).end(problem));
    expect(asked).toMatchObject({ problem: { code: "not_saved" } });
  });
});

describe("an answer that is cut off inside", () => {
  /** As in the browser, where addresses have no host. */
  const completed = (origin: string) => {
    const { fetch } = globalThis;
    vi.stubGlobal("fetch", (address: string, init: RequestInit) => fetch(new URL(address, origin), init));
    const command = { type: "step.complete", step: "1" } as const;
    return call("POST /api/runs/{id}/commands", { params: { id: "R-0042" }, body: { key: "once", command } }).finally(
      () => vi.unstubAllGlobals(),
    );
  };
  const cut: (status: number) => RequestListener = (status) => (_, answer) => {
    answer.writeHead(status, { "content-length": 90, "content-type": "application/json" }).write('{"seq":', () => {
      answer.destroy();
    });
  };

  it.each([200, 409, 503])("leaves open whether it was done (%d)", async (status) => {
    expect(await askedOf(cut(status), completed)).toBeInstanceOf(NoAnswerError);
  });

  it("is told apart from one that came whole", async () => {
    const whole = { seq: 7, events: [], repeated: false };
    expect(await askedOf((_, answer) => void answer.end(JSON.stringify(whole)), completed)).toEqual(whole);
  });
});
