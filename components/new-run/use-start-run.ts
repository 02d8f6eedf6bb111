"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { call } from "#lib/client/api.ts";
import { newId } from "#lib/client/new-id.ts";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import type { NewRun } from "#lib/contract/runs.ts";

type Wish = { procedureId: string; plan: Plan; start: boolean };

/** Creates the run and goes to it. The same wish keeps its id, so pressing again after a lost answer makes no second run. */
export function useStartRun() {
  const router = useRouter();
  const asked = useRef({ wish: "", id: "" });
  return useMutation({
    mutationFn: (wish: Wish) => {
      const words = JSON.stringify(wish);
      if (asked.current.wish !== words) asked.current = { wish: words, id: newId() };
      return call("POST /api/runs", { body: bodyOf(wish, asked.current.id) });
    },
    onSuccess: ({ run }) => router.push(runAddress(run.number)),
  });
}

function bodyOf({ procedureId, plan, start }: Wish, id: string): NewRun {
  const { mode, type, sites, facts, rtoSeconds, declaredAt, withoutGates, positions, offerCommandTo } = plan;
  return {
    id,
    procedureId,
    mode,
    type,
    sites,
    facts,
    rtoSeconds,
    withoutGates: [...withoutGates],
    positions,
    start,
    ...(offerCommandTo !== null && { offerCommandTo }),
    ...(declaredAt && { declaredAt }),
  };
}
