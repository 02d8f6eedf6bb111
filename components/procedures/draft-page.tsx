"use client";

import { useMutation } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { Changes } from "#components/procedures/changes.tsx";
import { Page } from "#components/shell/page.tsx";
import { Time } from "#components/shell/time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { call } from "#lib/client/api.ts";
import type { DraftView } from "#lib/contract/drafts.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { changesBetween } from "#lib/domain/procedure-diff.ts";
import { t } from "#lib/words/t.ts";

/** A draft beside the version it would follow: what changes, and then it is published or discarded. */
export function DraftPage({ draft, latest }: { draft: DraftView; latest: Procedure | null }) {
  const router = useRouter();
  const publish = useMutation({
    mutationFn: () =>
      call("POST /api/drafts/{key}/publication", {
        params: { key: draft.key },
        body: { seen: draft.revision, latest: draft.latest?.id ?? null },
      }),
    onSuccess: ({ id }) => router.push(`/procedures/${id}`),
  });
  const discard = useMutation({
    mutationFn: () => call("DELETE /api/drafts/{key}", { params: { key: draft.key, seen: draft.revision } }),
    onSuccess: () => router.push(draft.latest ? `/procedures/${draft.latest.id}` : "/procedures"),
  });
  const changes = latest ? changesBetween(latest, draft.document) : [];
  const failure = publish.error ?? discard.error;
  return (
    <Page
      over={t("Draft")}
      title={
        <>
          <span translate="no">{draft.title}</span> <Tag>{t("draft")}</Tag>
        </>
      }
      actions={
        <>
          <Button pending={discard.isPending && t("Discarding…")} onClick={() => discard.mutate()}>
            {t("Discard the draft")}
          </Button>
          <Button
            look="primary"
            blocked={latest && changes.length === 0 ? t("Nothing differs from the published version.") : null}
            pending={publish.isPending && t("Publishing…")}
            onClick={() => publish.mutate()}
          >
            {t("Publish v{version}", { version: (draft.latest?.version ?? 0) + 1 })}
          </Button>
        </>
      }
    >
      <p className="text-fg-2">
        <Sentences>
          <ChangedBy draft={draft} />
          {draft.latest && (
            <Link href={`/procedures/${draft.latest.id}`} className="text-link underline">
              {t("The published version")}
            </Link>
          )}
        </Sentences>
      </p>
      {failure && (
        <Alert tone="bad" live="assertive" icon={<TriangleAlert aria-hidden />} title={t("Not done.")}>
          {failure.message}
        </Alert>
      )}
      {draft.base && draft.latest && draft.base.id !== draft.latest.id && (
        <Alert
          tone="wait"
          icon={<TriangleAlert aria-hidden />}
          title={t("v{version} was published meanwhile.", { version: draft.latest.version })}
        >
          {t("The list below says what publishing would change in it.")}
        </Alert>
      )}
      <Section
        title={t("What changes")}
        note={draft.latest ? t("against v{version}", { version: draft.latest.version }) : t("a new procedure")}
      >
        <Changes changes={changes} />
      </Section>
    </Page>
  );
}

function ChangedBy({ draft }: { draft: DraftView }) {
  const said = { name: draft.changedBy, at: <Time at={draft.changedAt} show="dateTime" /> };
  return draft.base ? (
    <Words
      of="Changed by {name}, {at}, begun from v{version}. Steps are added, removed and reordered in the document: download it, change it, upload it."
      with={{ ...said, version: draft.base.version }}
    />
  ) : (
    <Words
      of="Changed by {name}, {at}. Steps are added, removed and reordered in the document: download it, change it, upload it."
      with={said}
    />
  );
}
