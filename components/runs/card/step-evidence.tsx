"use client";

import { FileText, Link2, Paperclip } from "lucide-react";
import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { addressOf } from "#lib/client/api.ts";
import { formatBytes } from "#lib/client/format-bytes.ts";
import { useAttachFile } from "#lib/client/run/use-attach-file.ts";
import { can } from "#lib/domain/grants.ts";
import type { Attached } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** Files and links that prove something about the step: who attached them, when, and the digest that the log keeps. */
export function StepEvidence({ step, state, shown }: StepPartProps) {
  const { person } = useRunDesk();
  const mayAttach = can(person.role, "run.note") && shown !== "not_applicable" && shown !== "not_started";
  if (state.attached.length === 0 && !mayAttach) return null;
  return (
    <Row label={t("Evidence")}>
      {state.attached.length > 0 && (
        <ul className="grid gap-1" aria-label={t("Evidence of step {step}", { step: step.number })}>
          {state.attached.map((one) => (
            <AttachedLine key={one.id} attached={one} />
          ))}
        </ul>
      )}
      {mayAttach && <AttachFile step={step.number} />}
    </Row>
  );
}

function AttachedLine({ attached }: { attached: Attached }) {
  const { run } = useRunDesk();
  const file = attached.kind === "file";
  const href = file ? addressOf("GET /api/runs/{id}/evidence/{file}", { id: run.id, file: attached.id }) : attached.url;
  const Sign = file ? FileText : Link2;
  return (
    <li className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      <Sign aria-hidden className="size-4 flex-none self-center text-fg-3" />
      <a href={href} target="_blank" rel="noreferrer noopener" className="wrap-anywhere">
        {attached.name}
      </a>
      <span className="text-fg-2">
        {file && `${formatBytes(attached.bytes)}, `}
        <Words of="{person}, {time}" with={{ person: attached.by.name, time: <Time at={attached.at} /> }} />
      </span>
      {file && <code className="text-xs text-fg-3">SHA-256 {attached.sha256.slice(0, 16)}…</code>}
    </li>
  );
}

/** By button, by dropping it here, or by pasting a picture of the screen. A phone offers its camera. */
function AttachFile({ step }: { step: string }) {
  const { run, readOnly } = useRunDesk();
  const { attach, pending, failure } = useAttachFile(run.id, step);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    if (readOnly === null && files) for (const file of files) void attach(file);
  };
  const onPaste = (event: ClipboardEvent) => take(event.clipboardData.files);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are short ways; the button does the same
    <div
      className={classNames(
        "mt-1 flex flex-wrap md:first:-mt-0.5 items-center gap-2 rounded print:hidden",
        readOnly === null && "-ml-2.5",
        over && "ring-2 ring-focus",
      )}
      onPaste={onPaste}
      onDrop={onDrop}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label={t("Files for step {step}", { step })}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <Button
        size="small"
        look="plain"
        icon={<Paperclip aria-hidden />}
        blocked={readOnly}
        pending={pending && t("Attaching…")}
        aria-label={t("Attach a file to step {step}", { step })}
        onClick={() => input.current?.click()}
      >
        {t("Attach a file")}
      </Button>
      {failure && (
        <span role="alert" className="text-bad">
          {failure}
        </span>
      )}
    </div>
  );
}
