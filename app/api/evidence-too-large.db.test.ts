import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { POST } from "#app/api/runs/[id]/steps/[number]/evidence/route.ts";
import { cookieOf } from "#lib/server/testing/requests.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

it("a file that is too large is given up before it is read whole", async () => {
  const commander = await person("commander");
  const { id } = await started(commander, chain(1));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1_024 * 1_024));
    },
  });
  const address = `http://127.0.0.1:3000/api/runs/${id}/steps/1/evidence?name=big&file=${randomUUID()}`;
  const headers = {
    cookie: await cookieOf(commander),
    "content-type": "application/octet-stream",
    host: "127.0.0.1:3000",
    origin: "http://127.0.0.1:3000",
  };
  const request = new Request(address, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  const answer = await POST(request, { params: Promise.resolve({ id, number: "1" }) });
  expect([answer.status, (await answer.json()).code]).toEqual([413, "too_large"]);
  expect(sent).toBeLessThan(20);
});
