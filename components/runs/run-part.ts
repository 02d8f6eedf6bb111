import type { ComponentProps, ComponentType } from "react";
import type * as Parts from "#components/runs/later-parts.ts";
import { type Later, later } from "#components/ui/later.ts";

type Part = keyof typeof Parts;

/** A part of the page of a run, which comes with the others. */
export const runPart = <Name extends Part>(name: Name): Later<ComponentProps<(typeof Parts)[Name]>> =>
  later(() =>
    import("#components/runs/later-parts.ts").then(
      (parts) => parts[name] as ComponentType<ComponentProps<(typeof Parts)[Name]>>,
    ),
  );
