import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as contract from "#lib/contract/runs.ts";
import { route } from "#lib/server/http/route.ts";
import { answerInLanguage } from "#lib/server/language.ts";
import { sendCommand } from "#lib/server/runs/send-command.ts";
import { bearerOf } from "#lib/server/testing/requests.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

const post = route(contract.sendCommand, ({ actor, params, body }) => sendCommand(actor, params.id, body));

let server: Server;

beforeAll(async () => {
  answerInLanguage();
  server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const asked = new Request(`http://${request.headers.host}${request.url}`, { method: "POST", headers, body });
    const answer = await post(asked, { params: Promise.resolve({ id: request.url?.slice(1) ?? "" }) });
    response.statusCode = answer.status;
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

test("Commands that are refused at once are each refused in the language of who sent them", async () => {
  const commander = await person("commander", "Chie");
  const run = await started(commander, chain(2));
  const signedIn = await bearerOf(commander);
  const { port } = server.address() as AddressInfo;
  const ask = async (language: string, command: unknown): Promise<[number, string, string]> => {
    const answer = await fetch(`http://127.0.0.1:${port}/${run.id}`, {
      method: "POST",
      headers: { ...signedIn, "content-type": "application/json", "accept-language": language },
      body: JSON.stringify({ command }),
    });
    const { title, detail } = (await answer.json()) as { title: string; detail: string };
    return [answer.status, title, detail];
  };
  const second = { type: "step.start", step: "2", role: "source" };
  const asked = Array.from({ length: 4 }, () => [ask("ja", second), ask("en", second)]).flat();
  const refused = await Promise.all([...asked, ask("ja", { type: "run.pause", reason: "" })]);
  expect(refused).toEqual([
    ...Array.from({ length: 4 }, () => [
      [409, "切替実行は現在これを受け付けません", "ステップ 2 はステップ 1 を待っています。"],
      [409, "The run does not allow this now", "Step 2 waits for step 1."],
    ]).flat(),
    [400, "要求の形式が不正です", "command.reason: 理由を書いてください。"],
  ]);
});
