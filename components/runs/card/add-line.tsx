"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { cardOf } from "#components/runs/list/cards.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { isComposed } from "#components/ui/is-composed.ts";
import { TextField } from "#components/ui/text-field.tsx";
import { useCommand } from "#lib/client/run/use-command.ts";
import { t } from "#lib/words/t.ts";

/** What was begun and neither added nor discarded, by run and step: a card that folds does not take it along. */
const begun = new Map<string, string>();

/** The line that somebody writes; null while nobody does. */
export function useBegunLine(run: string, step: string) {
  const key = `${run} ${step}`;
  const [title, setTitle] = useState(begun.get(key) ?? null);
  const write = (now: string | null) => {
    if (now) begun.set(key, now);
    else begun.delete(key);
    setTitle(now);
  };
  /** Whether it is still what was sent. */
  const isStill = (sent: string) => (begun.get(key) ?? "").trim() === sent;
  return { title, write, isStill };
}

type AddLineProps = {
  step: string;
  line: ReturnType<typeof useBegunLine>;
  blocked: string | null;
  /** Id of the element that says why, where something beside it does. */
  reasonAt: string | undefined;
};

export function AddLine({ step, line: { title, write, isStill }, blocked, reasonAt }: AddLineProps) {
  const { run } = useRunDesk();
  const sender = useCommand(run.id, {
    onDone: (sent) => sent.type === "sub_step.add" && isStill(sent.title) && close(),
  });
  const asks = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const close = () => {
    const isHere = form.current?.contains(document.activeElement);
    const card = cardOf(form.current);
    flushSync(() => write(null));
    // Of a step that others have settled, nothing is left to be pressed.
    if (isHere) (asks.current ?? card)?.focus();
  };
  if (title === null) {
    return (
      // Its words begin where those above it do, and so does its edge where it has one.
      <span className={blocked === null ? "-ml-2.5" : undefined}>
        <Button
          ref={asks}
          size="small"
          look="plain"
          icon={<Plus aria-hidden />}
          blocked={blocked}
          reasonAt={reasonAt}
          onClick={() => write("")}
        >
          {t("Add a line")}
          <span className="sr-only"> {t("to step {step}", { step })}</span>
        </Button>
      </span>
    );
  }
  const add = async () => {
    if (title.trim() === "") close();
    else if (blocked === null) await sender.send({ type: "sub_step.add", step, title: title.trim() });
  };
  return (
    <form
      ref={form}
      className="mt-1 flex w-full flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="min-w-0 flex-1 basis-56">
        <TextField
          label={t("New line of step {step}", { step })}
          labelHidden
          // It was just asked for, unless something stands in it already.
          autoFocus={title === ""}
          maxLength={300}
          value={title}
          onChange={(event) => write(event.target.value)}
          onKeyDown={({ key, nativeEvent }) => key === "Escape" && !isComposed(nativeEvent) && close()}
          placeholder={t("One platform, one tenant, one thing to do")}
        />
      </div>
      <Button
        type="submit"
        pending={sender.pending?.type === "sub_step.add" && t("Adding…")}
        blocked={blocked}
        reasonAt={reasonAt}
      >
        {t("Add")}
      </Button>
      <Button look="plain" onClick={close}>
        {t("Back")}
      </Button>
      {sender.refusal && <CommandRefusal sender={sender} />}
    </form>
  );
}
