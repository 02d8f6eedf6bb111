import { classNames } from "#components/ui/class-names.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

/** Above the first step that cannot be undone. */
export function FinalLine({
  step: { number, pointOfNoReturn },
  hiddenOnPhone,
}: {
  step: Step;
  hiddenOnPhone: boolean;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands in a piece of the list, where no li may
    <div
      role="listitem"
      className={classNames(
        "mt-3 mb-2 flex items-center gap-x-3 before:w-10 before:flex-none before:border-t-2 before:border-fg max-md:before:w-4 after:min-w-4 after:flex-1 after:border-t-2 after:border-fg",
        hiddenOnPhone && "max-md:hidden",
      )}
    >
      <span>
        <b>{pointOfNoReturn ? t("Point of no return") : t("Cannot be undone")}</b>{" "}
        <span className="text-fg-2">
          {pointOfNoReturn
            ? t("once step {step} begins, the way back is the switchback", { step: number })
            : t("step {step}", { step: number })}
        </span>
      </span>
    </div>
  );
}
