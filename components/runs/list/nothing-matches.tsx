"use client";

import { Search } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { t } from "#lib/words/t.ts";

/** In place of the steps, where the filter lets none of them through. */
export function NothingMatches({ total, onClear }: { total: number; onClear: () => void }) {
  return (
    <EmptyState
      icon={<Search aria-hidden />}
      title={t("No step matches")}
      action={
        <Button data-shortcut="show-all" onClick={onClear}>
          {t("Show all {count} steps", { count: total })}
        </Button>
      }
    >
      <p>{t("The filter hides all {count} steps.", { count: total })}</p>
    </EmptyState>
  );
}
