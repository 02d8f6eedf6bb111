"use client";

import { useId, useState } from "react";
import { useZone } from "#components/shell/zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { t } from "#lib/words/t.ts";

type ZoneFieldProps = { value: string; error: string | undefined; onChange: (zone: string) => void };

/** The zone in which messages tell times beside UTC: typed, found by its beginning, or that of this browser. */
export function ZoneField({ value, error, onChange }: ZoneFieldProps) {
  const here = useZone();
  const list = useId();
  const [known, setKnown] = useState<readonly string[]>([]);
  return (
    <div className="grid max-w-88 justify-items-start gap-2 [&>:first-child]:w-full">
      <TextField
        label={t("Time zone")}
        hint={t("Messages tell times in it beside UTC.")}
        value={value}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        list={list}
        error={error}
        onFocus={() => setKnown(Intl.supportedValuesOf("timeZone"))}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {value !== here && (
        <Button size="small" onClick={() => onChange(here)}>
          {t("Use this browser’s: {zone}", { zone: here })}
        </Button>
      )}
    </div>
  );
}
