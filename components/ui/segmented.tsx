"use client";

import { useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { t } from "#lib/words/t.ts";

export type SegmentedOption<Value extends string> = {
  value: Value;
  label: string;
  /** `wait` turns amber when chosen: the answer is still owed. */
  tone?: "ink" | "wait" | undefined;
};

type SegmentedProps<Value extends string> = {
  /** What is asked; read out before the options. */
  label: string;
  options: readonly SegmentedOption<Value>[];
  value?: Value | null | undefined;
  defaultValue?: Value | undefined;
  onChange?: ((value: Value) => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
};

/** A few exclusive answers side by side: yes, no, unknown. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, defaultValue, onChange, disabled } = props;
  const id = useId();
  const held = value !== undefined;
  return (
    <span
      role="radiogroup"
      aria-label={label}
      className="inline-flex max-w-full flex-none tight:grid rounded border border-control bg-surface"
    >
      {options.map((option) => (
        <label
          key={option.value}
          // As wide as when chosen, so that the options of many rows stand in line.
          data-label={option.label}
          className={classNames(
            "after:invisible after:h-0 after:overflow-hidden after:font-semibold after:content-[attr(data-label)]",
            "relative grid min-h-7.5 min-w-13 flex-[1_0_auto] content-center place-items-center border-l tight:border-l-0 border-line-2 px-3 text-fg-2 first:rounded-l-inner first:border-l-0 last:rounded-r-inner has-checked:font-semibold forced-colors:has-checked:underline has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus touch:min-h-11",
            option.tone === "wait"
              ? "has-checked:bg-wait-solid has-checked:text-wait-on"
              : "has-checked:bg-act has-checked:text-on-act",
            disabled && "cursor-not-allowed opacity-70",
          )}
        >
          <input
            type="radio"
            name={props.name ?? id}
            value={option.value}
            disabled={disabled}
            className="absolute inset-0 m-0 size-full cursor-[inherit] opacity-0"
            {...(held ? { checked: value === option.value } : { defaultChecked: defaultValue === option.value })}
            onChange={() => onChange?.(option.value)}
          />
          {option.label}
        </label>
      ))}
    </span>
  );
}

export const yesNoUnknown = [
  {
    value: "yes",
    get label() {
      return t("yes");
    },
  },
  {
    value: "no",
    get label() {
      return t("no");
    },
  },
  {
    value: "unknown",
    get label() {
      return t("unknown");
    },
    tone: "wait",
  },
] as const satisfies readonly SegmentedOption<string>[];
