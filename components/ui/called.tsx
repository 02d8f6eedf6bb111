"use client";

import { type ComponentType, type ReactNode, Suspense, use, useReducer } from "react";
import { Button } from "#components/ui/button.tsx";
import { type Fetched, type Later, useLater } from "#components/ui/later.ts";
import { t } from "#lib/words/t.ts";

type CalledProps<Props> = {
  part: Later<Props>;
  onClose: () => void;
  children: (Part: ComponentType<Props>) => ReactNode;
};

/** What was called by a press and stands in front of the page, or why it does not. */
export function Called<Props>({ part, onClose, children }: CalledProps<Props>) {
  const fetched = useLater(part, "now");
  return isThere(fetched) ? (
    children(fetched.Part)
  ) : (
    <Awaited failed={fetched === "failed"} onAgain={part.fetch} onClose={onClose} />
  );
}

export const isThere = <Props,>(fetched: Fetched<Props>): fetched is { Part: ComponentType<Props> } =>
  fetched !== null && fetched !== "failed";

type AwaitedProps = { failed: boolean; onAgain: () => void; onClose: () => void };

/** At the foot of the window, where it moves nothing; only seen where the fetching takes its time. */
export function Awaited({ failed, onAgain, onClose }: AwaitedProps) {
  return (
    <div
      role={failed ? "alert" : "status"}
      className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-160 items-center gap-3 rounded border border-line-2 bg-surface px-4 py-2 opacity-100 transition-opacity delay-300 duration-0 print:hidden starting:opacity-0"
    >
      <span className="flex-1">
        {failed ? t("This could not be fetched: the server does not answer. The page itself goes on.") : t("Fetching…")}
      </span>
      {failed && (
        <Button size="small" onClick={onAgain}>
          {t("Try again")}
        </Button>
      )}
      <Button size="small" look="plain" onClick={onClose}>
        {t("Close")}
      </Button>
    </div>
  );
}

type DrawnProps<Props> = {
  part: Later<Props>;
  fallback?: ReactNode;
  children: (Part: ComponentType<Props>) => ReactNode;
};

/** A part that stands in the page. The server draws it; the browser takes it over when it is there. */
export function Drawn<Props>({ part, fallback = null, children }: DrawnProps<Props>) {
  return (
    <Suspense fallback={fallback}>
      <Arrived part={part}>{children}</Arrived>
    </Suspense>
  );
}

function Arrived<Props>({ part, children }: Omit<DrawnProps<Props>, "fallback">) {
  const fetched = use(part.arrival());
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  if (isThere(fetched)) return children(fetched.Part);
  return (
    <p role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-fg-2">
      {t("This part could not be fetched.")}
      <Button
        size="small"
        onClick={() => {
          part.fetch();
          drawAgain();
        }}
      >
        {t("Try again")}
      </Button>
    </p>
  );
}
