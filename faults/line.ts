import { connect, createServer, type Socket } from "node:net";

/** A line to the database that can be spoilt. */
export type Line = { url: string; close: () => void };

type Spoil = {
  /** Cuts a connection when the database answers a commit, once for each time this is true. */
  cutsAtCommit?: () => boolean;
  /** Lets a connection hang that has begun to listen: it is neither closed nor heard of again. */
  hangsListeners?: () => boolean;
};

export async function spoiltLine(databaseUrl: string, { cutsAtCommit, hangsListeners }: Spoil): Promise<Line> {
  const to = new URL(databaseUrl);
  const server = createServer((ours: Socket) => {
    const theirs = connect(Number(to.port), to.hostname);
    let cut = false;
    let hangs = false;
    let listens = false;
    ours.on("data", (bytes) => {
      listens ||= bytes.includes("listen ");
      hangs ||= listens && (hangsListeners?.() ?? false);
      if (hangs) return;
      if (bytes.includes("commit\0") && cutsAtCommit?.()) cut = true;
      theirs.write(bytes);
    });
    theirs.on("data", (bytes) => {
      if (listens && hangsListeners?.()) hangs = true;
      if (hangs) return;
      if (cut) ours.destroy();
      else ours.write(bytes);
    });
    ours.on("error", () => theirs.destroy()).on("close", () => theirs.end());
    theirs.on("error", () => ours.destroy()).on("close", () => ours.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("no port");
  const url = new URL(databaseUrl);
  url.port = String(at.port);
  return { url: url.href, close: () => server.close() };
}
