import type { MenuItem } from "#components/ui/menu.tsx";
import { t } from "#lib/words/t.ts";

/** Leads to what a state means, beside the run, which stays as it is. */
export const meaningItem = (state: string, address: string): MenuItem => ({
  label: t("What “{state}” means", { state }),
  onSelect: () => window.open(address, "_blank", "noopener"),
});

/** Leads to what the buttons that stand here do, in front of the run. */
export const buttonsItem = (onSelect: () => void): MenuItem => ({ label: t("What these buttons do"), onSelect });
