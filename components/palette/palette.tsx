"use client";

import { Search, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { PaletteFoot } from "#components/palette/palette-foot.tsx";
import { PaletteList } from "#components/palette/palette-list.tsx";
import { useOwnItems } from "#components/palette/use-own-items.ts";
import { usePaletteItems } from "#components/palette/use-palette-items.ts";
import type { Person } from "#components/shell/destinations.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { keepWhileComposing } from "#components/ui/dialog.tsx";
import { isComposed } from "#components/ui/is-composed.ts";
import { acts, chosenPlace, findItems, type PaletteItem } from "#lib/client/palette/palette.ts";
import { t } from "#lib/words/t.ts";

type PaletteProps = {
  person: Person | null;
  /** What the page itself can go to and do. */
  offered: readonly PaletteItem[];
  onSignOut: () => void;
  onClose: () => void;
};

/** Goes to a step, a run, a procedure or a page, and does what may be done now, by its name. */
export function Palette({ person, offered, onSignOut, onClose }: PaletteProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [marked, setMarked] = useState<string | null>(null);
  const { items, visited, missing } = usePaletteItems(person, text);
  const own = useOwnItems(person !== null, onSignOut);
  const groups = findItems([...offered, ...items, ...own], text, visited);
  const flat = groups.flatMap((group) => group.items);
  // Before anything is typed nothing is marked: Enter alone must begin nothing.
  const at = chosenPlace(flat, marked, text);
  // What was seen as marked stays so, whatever an event puts before it.
  const seen = flat[at]?.id;
  if (marked === null && seen !== undefined) setMarked(seen);
  const chosen = useRef<PaletteItem | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const choose = (item: PaletteItem | undefined) => {
    if (!item || item.blocked !== undefined) return;
    chosen.current = item;
    onClose();
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposed(event.nativeEvent)) return;
    const last = flat.length - 1;
    const to = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, PageDown: last, PageUp: 0 }[
      event.key
    ];
    if (event.key === "Enter") choose(flat[at]);
    else if (to !== undefined) setMarked(flat[to]?.id ?? null);
    else if (event.key === "k" && (event.ctrlKey || event.metaKey)) onClose();
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-scrim print:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            cameFrom.current = document.activeElement;
          }}
          // What was chosen is done once the focus is back, so that a dialog it opens gives it back there as well.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const from = cameFrom.current?.isConnected ? cameFrom.current : document.getElementById("main");
            if (from instanceof HTMLElement) from.focus();
            chosen.current?.act();
          }}
          onEscapeKeyDown={keepWhileComposing}
          className="fixed top-[12dvh] left-1/2 z-30 flex max-h-[76dvh] w-[calc(100%-2rem)] max-w-160 -translate-x-1/2 flex-col rounded border border-line-2 bg-surface max-md:top-2 max-md:max-h-[calc(100dvh-1rem)] max-md:w-[calc(100%-1rem)] print:hidden"
        >
          <Dialog.Title className="sr-only">{t("Go to or do")}</Dialog.Title>
          <div className="flex flex-none items-center gap-2 border-b border-line-2 pr-1 pl-3 has-[input:focus-visible]:border-focus">
            <Search aria-hidden className="size-4 flex-none text-fg-3" />
            <input
              role="combobox"
              aria-label={t("Step, run, procedure, page or action")}
              aria-expanded={flat.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={flat[at] ? `${id}-${at}` : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              placeholder={t("Step, run, page or action")}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setMarked(null);
              }}
              onKeyDown={keys}
              className="min-h-12 min-w-0 flex-1 bg-transparent text-m outline-none touch:text-[1rem]"
            />
            <Dialog.Close aria-label={t("Close")} className={buttonClass({ look: "plain", square: true })}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <PaletteList id={id} groups={groups} at={at} onMark={setMarked} onChoose={choose} />
          <PaletteFoot count={flat.length} text={text.trim()} missing={missing} enter={enterWords(flat[at])} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function enterWords(item: PaletteItem | undefined): string | null {
  if (!item || item.blocked !== undefined) return null;
  return acts(item) || item.group === "Keys" ? t("does it") : t("goes there");
}
