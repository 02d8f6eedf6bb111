"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { RefreshCw, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useAskedAgain } from "#components/shell/use-asked-again.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { whyUnread } from "#lib/client/error-words.ts";
import { t } from "#lib/words/t.ts";

type AskedFor = Pick<UseQueryResult, "data" | "error" | "isFetching" | "errorUpdateCount" | "refetch">;

/** It could not be read yet, also while it is being asked for again. */
export const isUnread = ({ data, error, isFetching, errorUpdateCount }: AskedFor): boolean =>
  data === undefined && (error !== null || (isFetching && errorUpdateCount > 0));

type LoadStateProps = {
  /** What is read: "The history". */
  what: string;
  of: AskedFor;
  /** Somebody waits for just this: told at once that it could not be read. */
  aloud?: boolean;
  /** What stands there while it is awaited for the first time. */
  children?: ReactNode;
};

/** In the place of what a part of the page asks for by itself, until it is there; nothing from then on. */
export function LoadState({ what, of, aloud = false, children }: LoadStateProps) {
  const { data, error } = of;
  const [last, setLast] = useState(error);
  if (error !== null && error !== last) setLast(error);
  const told = error ?? (isUnread(of) ? last : null);
  if (told !== null) {
    const title = t("{what} could not be read", { what });
    return (
      <LoadFailure
        // Not all of it: the seconds until the next try would be told one by one.
        title={aloud ? <span role="alert">{title}</span> : title}
        error={told}
        asking={of.isFetching}
        ask={of.refetch}
      />
    );
  }
  return data === undefined ? children : null;
}

type LoadFailureProps = { title: ReactNode; error: unknown; asking: boolean; ask: () => unknown };

/** Stays while it is asked for again, so that nothing flickers and the button keeps the focus. */
function LoadFailure({ title, error, asking, ask }: LoadFailureProps) {
  const seconds = useAskedAgain({ error, asking, ask });
  return (
    <EmptyState
      icon={<TriangleAlert aria-hidden />}
      title={title}
      action={
        <>
          <Button icon={<RefreshCw aria-hidden />} onClick={() => !asking && ask()}>
            {t("Try again")}
          </Button>
          <span className="text-fg-2 tabular-nums">
            {asking ? t("Trying again…") : seconds !== null && t("Trying again by itself in {seconds} s", { seconds })}
          </span>
        </>
      }
    >
      <p>{whyUnread(error)}</p>
    </EmptyState>
  );
}
