import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A real HTTP server on this machine that messages are posted to. */

type Posted = { path: string; headers: IncomingHttpHeaders; body: string };

export type Receiver = {
  address: string;
  posts: Posted[];
  /** The status it answers from now on; "never": it does not answer, "endless": 200, and what follows does not end. */
  answers: number | "never" | "endless";
  /** Answers what "never" was answered so far. */
  answerNow: (status: number) => void;
  stop: () => Promise<void>;
};

export async function startReceiver(port = 0): Promise<Receiver> {
  const open: ServerResponse[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { url = "", headers } = request;
    state.posts.push({ path: url, headers, body: Buffer.concat(pieces).toString("utf8") });
    if (state.answers === "never") return void open.push(response);
    if (state.answers === "endless") return void response.writeHead(200).write("and so on");
    if (state.answers >= 300 && state.answers < 400) response.setHeader("location", "/elsewhere");
    response.writeHead(state.answers).end("a secret of the receiver");
  });
  const answerNow = (status: number) => {
    for (const response of open.splice(0)) response.writeHead(status).end();
  };
  const state: Receiver = { address: "", posts: [], answers: 204, answerNow, stop };
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return state;
}
