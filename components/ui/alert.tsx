import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { gapAfter } from "#lib/words/t.ts";

type AlertTone = "neutral" | "wait" | "bad" | "drill" | "solid";

const looks: Record<AlertTone, { frame: string; sign: string; title: string }> = {
  neutral: { frame: "border-line-2 bg-hover text-fg", sign: "text-fg", title: "" },
  wait: { frame: "border-line-2 bg-wait-tint text-fg", sign: "text-wait", title: "text-wait" },
  bad: { frame: "border-line-2 bg-bad-tint text-fg", sign: "text-bad", title: "text-bad" },
  drill: { frame: "border-drill-solid bg-drill-solid text-drill-on", sign: "", title: "" },
  solid: { frame: "border-ink bg-ink text-on-ink", sign: "", title: "" },
};

type AlertProps = {
  tone?: AlertTone | undefined;
  icon: ReactNode;
  /** What happened, in a few words; the rest of the sentence is `children`. */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** `band` spans the page, `box` stands inside one. */
  shape?: "band" | "box" | undefined;
  /** `assertive` for what must be heard at once; default polite, `off` for what was there from the start. */
  live?: "polite" | "assertive" | "off" | undefined;
  /** On a phone title and action only, in one line. */
  brief?: boolean | undefined;
};

export function Alert(props: AlertProps) {
  const { tone = "neutral", icon, title, children, action, shape = "box", live = "polite", brief } = props;
  const look = looks[tone];
  return (
    <div
      role={live === "off" ? undefined : live === "assertive" ? "alert" : "status"}
      className={classNames(
        "flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2",
        shape === "box" ? "rounded border" : "border-b",
        look.frame,
      )}
    >
      <div className={classNames("flex min-w-0 flex-1 items-start gap-3", !brief && "basis-64")}>
        <span className={classNames("mt-px flex-none [&>svg]:size-4.5", look.sign)}>{icon}</span>
        <p className="min-w-0 flex-1">
          <b className={look.title}>{title}</b>
          <span className={brief ? "max-md:hidden" : undefined}>
            {gapAfter(title)}
            {children}
          </span>
        </p>
      </div>
      {action}
    </div>
  );
}
