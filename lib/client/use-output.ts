"use client";

import { useEffect, useState } from "react";
import { addressOf } from "#lib/client/api.ts";
import { openStream } from "#lib/client/event-stream.ts";
import { appendPieces, noOutput, type OutputLines } from "#lib/client/output-lines.ts";
import { getOutput, type OutputPiece, outputEvents } from "#lib/contract/runs.ts";

export type OutputOf = { runId: string; step: string; attempt: number };

export type FollowedOutput = OutputLines & { state: "loading" | "open" | "interrupted" | "ended" };

const loading: FollowedOutput = { ...noOutput, state: "loading" };

const paramsOf = ({ runId, step, attempt }: OutputOf) => ({ id: runId, number: step, attempt });

export const outputAddress = (of: OutputOf): string => addressOf(getOutput.path, paramsOf(of));

/** What the command of an attempt writes, as it writes it. `null` follows nothing. */
export function useOutput(of: OutputOf | null): FollowedOutput {
  const [followed, setFollowed] = useState(loading);
  const { runId, step, attempt } = of ?? {};
  useEffect(() => {
    setFollowed(loading);
    if (runId === undefined || step === undefined || attempt === undefined) return;
    return follow({ runId, step, attempt }, setFollowed);
  }, [runId, step, attempt]);
  return followed;
}

function follow(of: OutputOf, tell: (followed: FollowedOutput) => void): () => void {
  let output: OutputLines = noOutput;
  let waiting: OutputPiece[] = [];
  let state: FollowedOutput["state"] = "loading";
  let frame = 0;
  const show = () => {
    frame = 0;
    output = appendPieces(output, waiting);
    waiting = [];
    tell({ ...output, state });
  };
  const soon = () => {
    // A talkative program must not make the page draw more often than the screen.
    frame ||= requestAnimationFrame(show);
  };
  const into = (next: FollowedOutput["state"]) => () => {
    if (state === "ended") return;
    state = next;
    soon();
  };
  const stream = openStream({
    address: () => addressOf(outputEvents.path, { ...paramsOf(of), after: output.lastPiece }),
    onOpen: into("open"),
    onDown: into("interrupted"),
    onMessage: (data) => {
      waiting.push(JSON.parse(data) as OutputPiece);
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
