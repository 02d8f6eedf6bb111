"use client";

import { ChevronDown, ChevronUp, Search } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "#components/ui/button.tsx";
import { isComposed } from "#components/ui/is-composed.ts";
import type { useSearch } from "#lib/client/output/use-search.ts";
import { t } from "#lib/words/t.ts";

type OutputSearchProps = { found: ReturnType<typeof useSearch>; field: RefObject<HTMLInputElement | null> };

/** Looks for words in all lines, also in those still to come. The drawer around it hears Enter. */
export function OutputSearch({ found, field }: OutputSearchProps) {
  const { words, matches, at, search, next, previous } = found;
  return (
    <search className="flex min-w-0 items-center gap-2 max-md:w-full">
      <Search aria-hidden className="size-4 text-fg-3" />
      <input
        ref={field}
        type="search"
        aria-label={t("Search in the output")}
        placeholder={t("Search")}
        value={words}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || words === "" || isComposed(event.nativeEvent)) return;
          event.preventDefault();
          search("");
        }}
        className="min-h-7 w-36 min-w-0 rounded max-md:flex-1 border border-control bg-surface px-2 text-s touch:min-h-11 touch:text-[1rem]"
      />
      {words !== "" && (
        <>
          <span role="status" className="flex-none text-fg-2 md:min-w-16">
            {matches === 0 ? t("nothing found") : t("{place} of {matches}", { place: at + 1, matches })}
          </span>
          <Button
            look="plain"
            size="small"
            square
            icon={<ChevronUp aria-hidden />}
            aria-label={t("Previous match")}
            onClick={previous}
          />
          <Button
            look="plain"
            size="small"
            square
            icon={<ChevronDown aria-hidden />}
            aria-label={t("Next match")}
            onClick={next}
          />
        </>
      )}
    </search>
  );
}
