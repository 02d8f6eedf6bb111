"use client";

import { SelectField } from "#components/ui/select-field.tsx";
import { instantsOf, localZoneName } from "#lib/client/local-time.ts";
import { t } from "#lib/words/t.ts";

type WhichOfTwoProps = {
  /** As the field holds it. */
  of: string;
  later: boolean;
  disabled?: boolean;
  onChange: (later: boolean) => void;
};

/** In the hour that comes twice as the clock is put back, a time alone does not say when it was. */
export function WhichOfTwo({ of, later, disabled = false, onChange }: WhichOfTwoProps) {
  const [first, second] = instantsOf(of);
  if (first === undefined || second === undefined) return null;
  return (
    <SelectField
      label={t("The clock shows this time twice")}
      value={later ? "later" : ""}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value === "later")}
    >
      <option value="">{t("the first time, {zone}", { zone: localZoneName(first) })}</option>
      <option value="later">{t("the second time, {zone}", { zone: localZoneName(second) })}</option>
    </SelectField>
  );
}
