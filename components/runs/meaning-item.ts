import type { MenuItem } from "#components/ui/menu.tsx";
import { t } from "#lib/words/t.ts";

/** Leads to what a state means, beside the run, which stays as it is. */
export const meaningItem = (state: string, address: string): MenuItem => ({
  label: t("What “{state}” means", { state }),
  onSelect: () => window.open(address, "_blank", "noopener"),
});
