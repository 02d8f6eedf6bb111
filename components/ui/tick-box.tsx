import { Check, LoaderCircle, Minus } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";

export type TickState = "open" | "done" | "running" | "not_applicable";

const looks: Record<TickState, string> = {
  open: "border-control bg-surface",
  done: "border-done-solid bg-done-solid text-done-on",
  running: "rounded-full border-now-solid bg-now-solid text-now-on",
  not_applicable: "border-dashed border-control text-fg-3",
};

/** The box before a sub-step, as a picture; what is pressed is the button around it. */
export function TickBox({ state, big = false }: { state: TickState; big?: boolean }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "grid flex-none place-items-center border-[1.5px] [&>svg]:stroke-3",
        big ? "size-5.5 [&>svg]:size-4" : "size-4 [&>svg]:size-3",
        state !== "running" && "rounded-small",
        looks[state],
      )}
    >
      {state === "done" && <Check />}
      {state === "running" && <LoaderCircle />}
      {state === "not_applicable" && <Minus />}
    </span>
  );
}
