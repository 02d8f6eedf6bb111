import "server-only";
import { StreamPlace } from "#lib/contract/page.ts";
import { namedFrame } from "#lib/server/live/frame.ts";
import { authenticate } from "#lib/server/session.ts";

/** A viewer of an event stream. `closed` fires when they leave or we end it. */
export type Viewer = { send: (frame: Uint8Array) => void; end: () => void; closed: AbortSignal };

const CLOCK_MILLISECONDS = 5_000;
/** The viewer is looked up less often than they are told the time: each look asks the database. */
const LOOK_EVERY = 2;
/** A viewer that has not taken this many frames is dropped; it comes back and resumes. */
const MOST_UNREAD = 1_000;

const key = Symbol.for("switchover.streams");
const shared = globalThis as unknown as { [key]?: Set<() => void> };
shared[key] ??= new Set();
const open = shared[key];

/** Says goodbye to every viewer of this process; they come back to whoever answers then. */
export function endStreams(): void {
  for (const leave of [...open]) leave();
}

const ignore = () => {};

/**
 * Answers with an event stream. Every five seconds it says the server's time, which also keeps it alive, and every ten it
 * looks whether the viewer is still signed in.
 */
export function eventStream(request: Request, serve: (viewer: Viewer) => void): Response {
  const headers = {
    "content-type": "text/event-stream",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  const closed = new AbortController();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const put = (bytes: Uint8Array) => {
        if (!closed.signal.aborted) controller.enqueue(bytes);
      };
      const end = () => {
        if (closed.signal.aborted) return;
        closed.abort();
        controller.close();
      };
      const leave = () => {
        put(namedFrame("bye", {}));
        end();
      };
      const send = (bytes: Uint8Array) => ((controller.desiredSize ?? 0) < -MOST_UNREAD ? end() : put(bytes));
      const tick = () => send(namedFrame("clock", { serverAt: new Date().toISOString() }));
      let ticks = 0;
      const clock = setInterval(() => {
        tick();
        ticks += 1;
        if (ticks % LOOK_EVERY !== 0) return;
        // While the database does not answer, nobody is sent away.
        authenticate(request).then((person) => person ?? leave(), ignore);
      }, CLOCK_MILLISECONDS);
      open.add(leave);
      closed.signal.addEventListener("abort", () => {
        clearInterval(clock);
        open.delete(leave);
      });
      request.signal.addEventListener("abort", () => closed.abort(), { once: true });
      put(new TextEncoder().encode("retry: 500\n\n"));
      tick();
      serve({ send, end, closed: closed.signal });
      if (request.signal.aborted) closed.abort(); // they left before there was anything to leave
    },
    cancel() {
      closed.abort();
    },
  });
  return new Response(stream, { headers });
}

/** Where a viewer resumes: what it saw last, or what it asks for. */
export function resumeAfter(request: Request, after: number | undefined): number {
  const last = StreamPlace.safeParse(request.headers.get("last-event-id"));
  return last.data || (after ?? 0);
}
