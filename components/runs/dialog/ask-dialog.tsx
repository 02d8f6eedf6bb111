"use client";

import { OctagonAlert } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { ChooseField } from "#components/runs/dialog/choose-field.tsx";
import { MentionField } from "#components/runs/dialog/mention-field.tsx";
import { SignInElsewhere, useSignedOut } from "#components/runs/dialog/sign-in-elsewhere.tsx";
import { ValueFields, valuesMissing } from "#components/runs/dialog/value-fields.tsx";
import { WhatItIsAbout } from "#components/runs/dialog/what-it-is-about.tsx";
import { WhichOfTwo } from "#components/runs/dialog/which-of-two.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { Words } from "#components/ui/words.tsx";
import { fromLocalInput, localZoneName } from "#lib/client/local-time.ts";
import { consequenceWords } from "#lib/client/offers/consequence-words.ts";
import { askingWhy } from "#lib/client/offers/in-its-turn.ts";
import { type Offer, whyNot } from "#lib/client/offers/offer.ts";
import { type Said as SaidWords, withSaid } from "#lib/client/offers/said.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import { isLink } from "#lib/domain/evidence-limits.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

export type Asked = { offer: Offer; step: Step | null };

type Said = Omit<SaidWords, "happenedAt"> & { confirmation: string; happenedAtLocal: string; later: boolean };

const nothingSaid: Said = {
  ...{ reason: "", note: "", evidence: "", confirmation: "", values: {} },
  ...{ happenedAtLocal: "", later: false, doneBy: "", url: "", person: "", deputy: "", mentions: [] },
};

/** Only for what cannot be undone, or needs a reason. Stays open until the server has answered. */
export function AskDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { step } = asked;
  const desk = useRunDesk();
  const { run, readOnly } = desk;
  const sender = useCommand(run.id, { onDone: onClose });
  const signedOut = useSignedOut(run.id);
  const formId = useId();
  const reasonId = useId();
  const [said, setSaid] = useState(nothingSaid);
  const say = (part: Partial<Said>) => setSaid({ ...said, ...part });
  const offer = askingWhy(desk, asked.offer, fromLocalInput(said.happenedAtLocal, said.later));
  const missing = whatIsMissing(offer, said);
  // As the run stands now, not as it stood when this was opened.
  const refused = readOnly ?? whyNot(desk, offer.command);
  // What it has done itself, and is shown before the answer comes, is no reason against it.
  const blocked = sender.pending ? null : (refused ?? missing);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (blocked || sender.pending) return;
    await sender.send(withSaid(offer, trimmed(said)));
  };
  const bare = offer.label.replace(/…$/, "");
  const consequence = offer.consequence ?? consequenceWords(offer.command, run, step);
  const dangerous = offer.look === "danger" || offer.asks.confirmation !== undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={
        <Words
          of="{run}: {what}"
          with={{
            run: <ModeWord mode={run.mode} text={runLabel(run.number)} />,
            what: step ? titleOf(bare, step) : bare,
          }}
        />
      }
      returnTo={step ? `step-${step.number}` : undefined}
      description={dangerous && consequence ? <Danger>{consequence}</Danger> : consequence}
      alert={dangerous}
      // What is said of the page stands under the dialog, and is pressed upon in vain.
      kept={readOnly !== null || signedOut}
      footer={
        <>
          <Reason id={reasonId} signedOutOf={signedOut ? run.number : null}>
            {blocked}
          </Reason>
          <Button
            type="submit"
            form={formId}
            look={dangerous ? "danger" : "primary"}
            blocked={blocked}
            reasonAt={reasonId}
            pending={sender.pending !== null && t("Sending…")}
          >
            {offer.command.type === "help.ask" ? t("Ask for help") : bare}
          </Button>
        </>
      }
    >
      <WhatItIsAbout offer={offer} step={step} values={said.values} />
      <form id={formId} className="grid gap-3 empty:hidden" onSubmit={(event) => void submit(event)}>
        <Fields offer={offer} said={said} say={say} />
      </form>
      <CommandRefusal sender={sender} />
    </Dialog>
  );
}

/** What follows of what cannot be taken back. */
function Danger({ children }: { children: string }) {
  return (
    <span className="flex items-start gap-2 font-medium text-fg">
      <OctagonAlert aria-hidden className="mt-px size-4.5 flex-none text-bad" />
      {children}
    </span>
  );
}

type ReasonProps = { id: string; signedOutOf: number | null; children: string | null };

/** Why it cannot be sent yet. Has its line also when nothing is missing, so that no button moves under a finger. */
function Reason({ id, signedOutOf, children }: ReasonProps) {
  return (
    <div id={id} className="min-h-lh w-full text-fg-2">
      {signedOutOf === null && children}
      <span role="status">{signedOutOf !== null && <SignInElsewhere run={signedOutOf} />}</span>
    </div>
  );
}

/** "Skip step 1: Stopping ...", "Done by hand, step 1: Stopping ...". */
function titleOf(label: string, { number, title }: Step): string {
  if (label.includes(t("step {step}", { step: number }))) return `${label}: ${title}`;
  const told = { action: label, step: number };
  return `${label.includes(" ") ? t("{action}, step {step}", told) : t("{action} step {step}", told)}: ${title}`;
}

type FieldsProps = { offer: Offer; said: Said; say: (part: Partial<Said>) => void };

function Fields({ offer: { asks }, said, say }: FieldsProps) {
  return (
    <>
      <ValueFields asks={asks} values={said.values} onChange={(values) => say({ values })} />
      {asks.choose && <ChooseFields choose={asks.choose} now={asks.now} said={said} say={say} />}
      {asks.recorded && <RecordedFields said={said} say={say} />}
      {asks.link && (
        <TextField
          label={t("Address")}
          type="url"
          placeholder="https://"
          maxLength={2_000}
          value={said.url}
          onChange={(event) => say({ url: event.target.value })}
        />
      )}
      {asks.reason === "needed" && (
        <TextArea
          label={asks.recorded ? t("Why before its turn") : t("Reason")}
          maxLength={2_000}
          rows={2}
          value={said.reason}
          onChange={(event) => say({ reason: event.target.value })}
        />
      )}
      {asks.evidence && (
        <TextArea
          label={t("Evidence")}
          hint={t("How anyone can verify it: a ticket, an output, who checked what.")}
          maxLength={2_000}
          rows={2}
          value={said.evidence}
          onChange={(event) => say({ evidence: event.target.value })}
        />
      )}
      {asks.note && (
        <TextArea
          label={asks.link ? t("Name") : asks.recorded ? t("What was done, and how one can see it") : t("Note")}
          rows={asks.link ? 1 : undefined}
          maxLength={asks.link ? 300 : 2_000}
          value={said.note}
          onChange={(event) => say({ note: event.target.value })}
        />
      )}
      {asks.mentions && <MentionField chosen={said.mentions} onChange={(mentions) => say({ mentions })} />}
      {asks.confirmation && (
        <TextField
          label={t("Type the run number, {run}", { run: asks.confirmation })}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={20}
          value={said.confirmation}
          onChange={(event) => say({ confirmation: event.target.value })}
        />
      )}
      {asks.reason === "optional" && (
        <TextField
          label={t("{field} (may be left empty)", { field: t("Reason") })}
          autoComplete="off"
          maxLength={2_000}
          value={said.reason}
          onChange={(event) => say({ reason: event.target.value })}
        />
      )}
    </>
  );
}

function ChooseFields({
  choose,
  now,
  said,
  say,
}: Omit<FieldsProps, "offer"> & { choose: NonNullable<Offer["asks"]["choose"]>; now: string | undefined }) {
  const person = { value: said.person, onChange: (value: string) => say({ person: value }) };
  switch (choose) {
    case "commander":
      return <ChooseField label={t("Offer to")} who="run.command" nobody={t("choose somebody")} {...person} />;
    case "assignee":
      return (
        <ChooseField
          label={t("Assign to")}
          who="run.operate"
          positions
          nobody={now === undefined ? t("choose somebody") : t("nobody in particular")}
          now={now}
          {...person}
        />
      );
    case "position":
      return (
        <>
          <ChooseField label={t("Person")} who="run.note" nobody={t("nobody")} {...person} />
          <ChooseField
            label={t("Deputy")}
            who="run.note"
            nobody={t("nobody")}
            value={said.deputy}
            onChange={(deputy) => say({ deputy })}
          />
        </>
      );
  }
}

/** Recorded afterwards: with its true time, and marked so everywhere. */
function RecordedFields({ said, say }: Omit<FieldsProps, "offer">) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        label={t("Done at, {zone}", { zone: localZoneName(fromLocalInput(said.happenedAtLocal, said.later)) })}
        type="datetime-local"
        step={1}
        value={said.happenedAtLocal}
        onChange={(event) => say({ happenedAtLocal: event.target.value, later: false })}
      />
      <WhichOfTwo of={said.happenedAtLocal} later={said.later} onChange={(later) => say({ later })} />
      <TextField
        label={t("Done by")}
        maxLength={300}
        value={said.doneBy}
        onChange={(event) => say({ doneBy: event.target.value })}
      />
    </div>
  );
}

const trimmed = ({ reason, note, evidence, happenedAtLocal, later, doneBy, url, ...said }: Said): SaidWords => ({
  values: said.values,
  person: said.person,
  deputy: said.deputy,
  mentions: said.mentions,
  happenedAt: fromLocalInput(happenedAtLocal, later) ?? "",
  doneBy: doneBy.trim(),
  url: url.trim(),
  reason: reason.trim(),
  note: note.trim(),
  evidence: evidence.trim(),
});

function whatIsMissing({ asks }: Offer, said: Said): string | null {
  const value = valuesMissing(asks, said.values);
  if (value !== null) return value;
  if (asks.choose === "commander" && said.person === "") return t("Choose somebody.");
  if (asks.somebody && said.person === "" && said.deputy === "") return t("Choose somebody.");
  if (asks.recorded && fromLocalInput(said.happenedAtLocal) === null) return t("When it was done is needed.");
  if (asks.recorded && said.doneBy.trim() === "") return t("Who did it is needed.");
  if (asks.link && !isLink(said.url.trim())) return t("An address with http:// or https:// is needed.");
  if (asks.reason === "needed" && said.reason.trim() === "") return t("A reason is needed.");
  if (asks.evidence && said.evidence.trim() === "") return t("Evidence is needed.");
  if (asks.note && said.note.trim() === "") return t("Write something.");
  if (asks.confirmation && said.confirmation.trim().toUpperCase() !== asks.confirmation) {
    return t("The run number is not complete.");
  }
  return null;
}
