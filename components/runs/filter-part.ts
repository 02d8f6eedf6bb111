import type { ComponentProps } from "react";
import type { StepFilters } from "#components/runs/step-filters.tsx";
import { later } from "#components/ui/later.ts";

/** The filters above the steps, which stand there as the server drew them until somebody can press them. */
export const filterPart = later<ComponentProps<typeof StepFilters>>(() =>
  import("#components/runs/later-parts.ts").then((part) => part.StepFilters),
);
