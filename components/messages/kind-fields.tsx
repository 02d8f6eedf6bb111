import { CheckField } from "#components/ui/check-field.tsx";
import { noticeWords } from "#lib/client/people/notice-words.ts";
import { NoticeKind } from "#lib/domain/notify/message.ts";
import { t } from "#lib/words/t.ts";

type KindFieldsProps = {
  legend: string;
  /** Whose words: a person's own, or a channel's. */
  of: "mine" | "any";
  kinds: readonly NoticeKind[];
  drills: boolean;
  onChange: (choice: { kinds: NoticeKind[]; drills: boolean }) => void;
};

/** What one wants to hear of. */
export function KindFields({ legend, of, kinds, drills, onChange }: KindFieldsProps) {
  const tick = (kind: NoticeKind, on: boolean) =>
    onChange({ drills, kinds: NoticeKind.options.filter((each) => (each === kind ? on : kinds.includes(each))) });
  return (
    <div className="grid justify-items-start gap-3">
      <fieldset className="grid justify-items-start gap-1.5">
        <legend className="mb-1.5 font-medium">{legend}</legend>
        {NoticeKind.options.map((kind) => (
          <CheckField
            key={kind}
            label={t(noticeWords[kind][of])}
            hint={
              kind === "step_ready" &&
              of === "mine" &&
              t(
                "A step that names nobody is told to those with a part in the run, else to its commander: not to every operator.",
              )
            }
            checked={kinds.includes(kind)}
            onChange={({ target }) => tick(kind, target.checked)}
          />
        ))}
      </fieldset>
      <CheckField
        label={t("Drills too")}
        hint={t("Without this, only live runs count.")}
        checked={drills}
        onChange={({ target }) => onChange({ kinds: [...kinds], drills: target.checked })}
      />
    </div>
  );
}
