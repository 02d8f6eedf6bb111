"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, type RefObject, useId, useRef, useState } from "react";
import { IssueList } from "#components/procedures/issue-list.tsx";
import { NotPublished } from "#components/procedures/not-published.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { Page } from "#components/shell/page.tsx";
import { useUnsaved } from "#components/shell/use-unsaved.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { controlClass, Field, fieldIds } from "#components/ui/field.tsx";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { proceduresQuery } from "#lib/client/queries.ts";
import { procedureQuery } from "#lib/client/run/run-queries.ts";
import { t } from "#lib/words/t.ts";

const LARGEST_BYTES = 1_048_576;

function usePublish() {
  const router = useRouter();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { document: string; over?: number }) => call("POST /api/procedures", { body }),
    onSuccess: (view) => {
      cache.setQueryData(procedureQuery(view.id).queryKey, view);
      void cache.invalidateQueries({ queryKey: [proceduresQuery().queryKey[0]] });
      router.push(`/procedures/${view.id}`);
    },
  });
}

/** Null where it is in another encoding: what could not be read would be published so for ever. */
function asText(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function UploadForm() {
  const [text, setText] = useState("");
  const [unread, setUnread] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  // It stays while it is tried again: what was pressed stands in it.
  const [error, setError] = useState<Error | null>(null);
  const { mutate, isPending, isSuccess, variables } = usePublish();
  useUnsaved(text.trim() !== "" && !isSuccess);
  const issues = error instanceof ApiError ? (error.problem.issues ?? []) : [];
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    setError(null);
    setUnread(file.size > LARGEST_BYTES ? t("{file} is larger than 1 MiB.", { file: file.name }) : null);
    if (file.size > LARGEST_BYTES) return;
    const read = asText(await file.arrayBuffer());
    if (read === null)
      setUnread(t("{file} is not text in UTF-8: save it as that, and choose it again.", { file: file.name }));
    else setText(read);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && text.trim() !== "") publish();
  };
  const publish = (over?: number) => {
    setUnread(null);
    mutate({ document: text, ...(over !== undefined && { over }) }, { onError: setError });
  };
  return (
    <Page over={t("Procedures")} title={t("Upload a procedure")}>
      <form onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p className="max-w-[80ch] text-fg-2">
          {t(
            "A document in YAML or JSON, at most 1 MiB, 24 levels deep, 500 steps in a phase. It is checked as a whole and published as the next version of its key; nothing is half-saved. A document known already is not published again. A published version never changes.",
          )}
        </p>
        {unread && <NotDone title={t("Not published.")}>{unread}</NotDone>}
        {!unread && error && (
          <NotPublished
            error={error}
            text={variables?.document === text ? text : ""}
            pending={isPending}
            onOver={publish}
          />
        )}
        <IssueList issues={issues} text={text} area={area} />
        <DocumentField text={text} area={area} onText={setText} />
        <Actions end={<ButtonLink href="/procedures">{t("Back")}</ButtonLink>}>
          <Button
            type="submit"
            look="primary"
            pending={(isPending || isSuccess) && t("Checking…")}
            blocked={text.trim() === "" ? t("Paste a document or choose a file first.") : null}
          >
            {t("Check and publish")}
          </Button>
          <FilePicker onTake={(event) => void take(event)} />
        </Actions>
      </form>
    </Page>
  );
}

type DocumentFieldProps = {
  text: string;
  area: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
};

/** Keeps its height: a document may have thousands of lines. */
function DocumentField({ text, area, onText }: DocumentFieldProps) {
  const id = useId();
  const words = {
    label: t("Document"),
    hint: t("Paste it here, or choose a file. To change one that is published, download it first."),
  };
  return (
    <Field id={id} {...words}>
      <textarea
        ref={area}
        {...fieldIds(id, words)}
        value={text}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        className={classNames(controlClass, "h-[45vh] min-h-60 resize-y font-mono")}
      />
    </Field>
  );
}

function FilePicker({ onTake }: { onTake: (event: ChangeEvent<HTMLInputElement>) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json,application/yaml,application/json"
        onChange={onTake}
        aria-label={t("Procedure file")}
        tabIndex={-1}
        className="sr-only"
      />
      <Button icon={<FileUp aria-hidden />} onClick={() => input.current?.click()}>
        {t("Choose a file")}
      </Button>
    </>
  );
}
