"use client";

import { useEffect, useState } from "react";
import { addressOf, readerOf } from "#lib/client/api.ts";
import { OutputBuffer } from "#lib/client/output/output-buffer.ts";
import { openStream } from "#lib/client/run/event-stream.ts";
import type { OwnLines } from "#lib/client/run/own-lines.ts";
import type { OutputPiece } from "#lib/contract/runs.ts";

export type OutputOf = { runId: string; step: string; attempt: number };

/** A new object whenever the buffer has grown, so that whoever shows it is drawn anew. */
export type FollowedOutput = {
  buffer: OutputBuffer;
  count: number;
  state: "loading" | "open" | "interrupted" | "ended";
};

const nothing = (): FollowedOutput => ({ buffer: new OutputBuffer(), count: 0, state: "loading" });

const paramsOf = ({ runId, step, attempt }: OutputOf) => ({ id: runId, number: step, attempt });

export const outputAddress = (of: OutputOf): string =>
  addressOf("GET /api/runs/{id}/steps/{number}/attempts/{attempt}/output", paramsOf(of));

/** What the work of an attempt writes, as it writes it. `null` follows nothing. */
export function useOutput(of: OutputOf | null, own: OwnLines): FollowedOutput {
  const [followed, setFollowed] = useState(nothing);
  const { runId, step, attempt } = of ?? {};
  useEffect(() => {
    setFollowed(nothing());
    if (runId === undefined || step === undefined || attempt === undefined) return;
    return follow({ runId, step, attempt }, new OutputBuffer(own), setFollowed);
  }, [runId, step, attempt, own]);
  return followed;
}

/** A talkative program must leave the page most of each frame. */
const WORK_MS = 8;

function follow(of: OutputOf, buffer: OutputBuffer, tell: (followed: FollowedOutput) => void): () => void {
  let waiting: string[] = [];
  let state: FollowedOutput["state"] = "loading";
  let frame = 0;
  const show = () => {
    frame = 0;
    const until = performance.now() + WORK_MS;
    let taken = 0;
    while (taken < waiting.length && performance.now() < until) {
      buffer.append(JSON.parse(waiting[taken] ?? "") as OutputPiece);
      taken += 1;
    }
    waiting = waiting.slice(taken);
    if (waiting.length > 0) soon();
    // What has ended has ended when all of it is shown.
    tell({ buffer, count: buffer.count, state: state === "ended" && waiting.length > 0 ? "open" : state });
  };
  const soon = () => {
    frame ||= requestAnimationFrame(show);
  };
  const into = (next: FollowedOutput["state"]) => () => {
    if (state === "ended") return;
    state = next;
    soon();
  };
  const stream = openStream({
    address: () =>
      addressOf("GET /api/runs/{id}/steps/{number}/attempts/{attempt}/output/events", {
        ...paramsOf(of),
        after: buffer.lastPiece,
        reader: readerOf(),
      }),
    onOpen: into("open"),
    onDown: into("interrupted"),
    onMessage: (data) => {
      // Many come in one task of the browser: read when there is time for it, they hold up nobody.
      waiting.push(data);
      soon();
    },
    onEvent: {
      end: () => {
        into("ended")();
        stream.close();
      },
    },
  });
  return () => {
    cancelAnimationFrame(frame);
    stream.close();
  };
}
