"use client";

import { useEffect, useState } from "react";
import { ApiError } from "#lib/client/api-error.ts";

/** After so many seconds what failed is asked for again, each time later. */
const AGAIN_S = [5, 10, 20, 30] as const;
/** What the server says of a moment and not of what was asked. */
const PASSING = [408, 425, 429];

const isLasting = (error: unknown): boolean =>
  error instanceof ApiError &&
  error.problem.status >= 400 &&
  error.problem.status < 500 &&
  !PASSING.includes(error.problem.status);

type Failed = {
  error: unknown;
  /** It is being asked for. */
  asking: boolean;
  ask: () => unknown;
};

/**
 * Asks for what could not be read again by itself while somebody sees that it is not there. Answers the seconds until then;
 * null where the answer will stay the same, or while it is awaited.
 */
export function useAskedAgain({ error, asking, ask }: Failed): number | null {
  const [{ tries, left }, setWait] = useState({ tries: 0, left: waitAfter(0) });
  const lasting = isLasting(error);
  const stands = asking || lasting;
  useEffect(() => {
    if (stands) return;
    const timer = setInterval(() => {
      if (!document.hidden) setWait((wait) => ({ ...wait, left: wait.left - 1 }));
    }, 1_000);
    return () => clearInterval(timer);
  }, [stands]);
  const due = left <= 0;
  useEffect(() => {
    if (!due) return;
    setWait({ tries: tries + 1, left: waitAfter(tries + 1) });
    ask();
  }, [due, tries, ask]);
  return stands ? null : left;
}

const waitAfter = (tries: number): number => AGAIN_S[tries] ?? AGAIN_S[AGAIN_S.length - 1] ?? 30;
