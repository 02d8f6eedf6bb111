"use client";

import Link from "next/link";
import { KeyCaps } from "#components/palette/key-caps.tsx";
import { choose, useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { CheckField } from "#components/ui/check-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { keyLabels, keys } from "#lib/client/keys.ts";
import { t } from "#lib/words/t.ts";

const places = [
  { where: "run", title: "On the page of a run" },
  { where: "everywhere", title: "On every page" },
] as const;

/** All keys, from the list that hears them. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { singleKeys } = useBrowserChoices();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Keys" back="Close">
      {places.map(({ where, title }) => (
        <section key={where}>
          <h3 className="mb-1 font-semibold text-fg-2">{title}</h3>
          <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
            {keys
              .filter((entry) => entry.where === where)
              .map((entry) => (
                <div key={entry.act} className="contents">
                  <dt className="self-start">
                    <KeyCaps labels={keyLabels(entry)} />
                  </dt>
                  <dd>{t(entry.words)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <CheckField
        label="Use single letters as keys in this browser"
        hint="Off, only Ctrl K, Tab, Enter and Escape do something. For dictation and for whoever presses keys by accident."
        checked={singleKeys}
        onChange={(event) => choose({ singleKeys: event.target.checked })}
      />
      <p className="text-fg-2">
        Keys are not heard while you type.{" "}
        <Link href="/help" className="text-link underline" onClick={onClose}>
          What states and buttons mean
        </Link>
      </p>
    </Dialog>
  );
}
