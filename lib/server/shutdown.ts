import "server-only";
import diagnostics from "node:diagnostics_channel";
import { Server } from "node:http";
import { endStreams } from "#lib/server/http/event-stream.ts";

/** `next start` waits for open streams and idle connections before it exits, and would wait for ever: end both. */
export function drainOnSignal(): void {
  let server: Server | undefined;
  diagnostics.subscribe("http.server.request.start", (message) => {
    if (!server && typeof message === "object" && message && "server" in message && message.server instanceof Server) {
      server = message.server;
    }
  });
  const drain = () => {
    endStreams();
    setInterval(() => server?.closeIdleConnections(), 50);
  };
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
  // The launcher is gone: without it nothing restarts or ends this process.
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
