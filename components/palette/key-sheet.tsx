"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { KeyCaps } from "#components/palette/key-caps.tsx";
import { choose, useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { mayLeave } from "#components/shell/use-unsaved.ts";
import { CheckField } from "#components/ui/check-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Link } from "#components/ui/link.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { keyWords } from "#lib/client/palette/key-words.ts";
import { keyLabels, keys } from "#lib/client/palette/keys.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const places = [
  { where: "run", title: "On the page of a run" },
  { where: "output", title: "In the output of a step" },
  { where: "overview", title: "On the overview" },
  { where: "new-run", title: "On the page of a new run" },
  { where: "lines", title: "In a field of several lines" },
  { where: "everywhere", title: "On every page" },
] as const satisfies readonly { where: (typeof keys)[number]["where"]; title: PlainSentence }[];

/** All keys, from the list that hears them. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { singleKeys } = useBrowserChoices();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("Keys")} back={t("Close")} toRead>
      {places.map(({ where, title }) => (
        <section key={where}>
          <h3 className="mb-1 font-semibold text-fg-2">{t(title)}</h3>
          <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1">
            {keys
              .filter((entry) => entry.where === where)
              .map((entry) => (
                <div key={keyLabels(entry).join(" ")} className="contents">
                  <dt className="self-start">
                    <KeyCaps labels={keyLabels(entry)} />
                  </dt>
                  <dd>{keyWords(entry)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <CheckField
        label={t("Use single letters as keys in this browser")}
        hint={t(
          "When off, letters and signs do nothing by themselves; Tab, Enter, Escape, the arrows, the space bar and what is pressed with Ctrl still do. For dictation, and for anyone who presses keys by accident.",
        )}
        checked={singleKeys}
        onChange={(event) => choose({ singleKeys: event.target.checked })}
      />
      <p className="text-fg-2">
        <Sentences>
          {t("While you type, letters and signs are text.")}
          <Link href="/help" className="text-link underline" onClick={onClose}>
            {t("What states and buttons mean")}
          </Link>
        </Sentences>
      </p>
      <FindInHelp onClose={onClose} />
    </Dialog>
  );
}

/** From any page to what the help says of a word. */
function FindInHelp({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("find"));
    onClose();
    if (mayLeave()) router.push(`/help?find=${encodeURIComponent(text)}`);
  };
  return (
    <form onSubmit={find}>
      <TextField type="search" name="find" label={t("Search the help")} required />
    </form>
  );
}
