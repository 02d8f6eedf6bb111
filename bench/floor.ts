import { createServer } from "node:http";
import pg from "pg";

// What any server of this kind must at least do: insert a row, tell by NOTIFY, write it to every stream. Run as a
// process of its own, as the product is; it prints its port.

const connectionString = process.env.DATABASE_URL;
const writer = new pg.Pool({ connectionString, max: 4 });
const listener = new pg.Client({ connectionString });
const streams = new Set<import("node:http").ServerResponse>();

await writer.query("create table if not exists bench_floor (id bigint generated always as identity, text text)");
await listener.connect();
await listener.query("listen bench_floor");
listener.on("notification", ({ payload }) => {
  for (const stream of streams) stream.write(`data: ${payload}\n\n`);
});

const server = createServer(async (request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(": hello\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
    return;
  }
  let text = "";
  for await (const chunk of request) text += chunk;
  await writer.query({ name: "insert", text: "insert into bench_floor (text) values ($1)", values: [text] });
  await writer.query({ name: "notify", text: "select pg_notify('bench_floor', $1)", values: [text] });
  response.end("{}");
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" && address ? address.port : "");
});
