import type { ProcessWork, SshWork } from "#lib/domain/way/command.ts";
import type { HttpWork } from "#lib/domain/way/http.ts";
import type { ProbeWork } from "#lib/domain/way/probe.ts";
import type { Work } from "#lib/domain/work.ts";
import type { Executor } from "#lib/worker/executor.ts";

/** Every way to act, each a module behind the one interface. A next way is one line here. */
export type Ways = {
  process: Executor<ProcessWork>;
  ssh: Executor<SshWork>;
  http: Executor<HttpWork>;
  probe: Executor<ProbeWork>;
};

/** The executor for this work. Runs from before there were other ways name none, and ran on the worker's machine. */
export const executorFor = (ways: Ways, work: Work): Executor<Work> =>
  ways[work.way ?? "process"] as unknown as Executor<Work>;
