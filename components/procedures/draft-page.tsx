"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, Trash2, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AllNew, Changes } from "#components/procedures/changes.tsx";
import { DiscardDraft } from "#components/procedures/discard-draft.tsx";
import { PublishOver } from "#components/procedures/publish-over.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { Page } from "#components/shell/page.tsx";
import { Time } from "#components/shell/time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { addressOf, call } from "#lib/client/api.ts";
import type { DraftView } from "#lib/contract/drafts.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { changesBetween, undoneChanges } from "#lib/domain/procedure-diff.ts";
import { t } from "#lib/words/t.ts";

type DraftPageProps = {
  draft: DraftView;
  latest: Procedure | null;
  /** What it was begun from, where that is another version than the latest. */
  base: Procedure | null;
};

/** A draft beside the version it would follow: what changes, and then it is published or discarded. */
export function DraftPage({ draft, latest, base }: DraftPageProps) {
  const router = useRouter();
  const publish = useMutation({
    mutationFn: () =>
      call("POST /api/drafts/{key}/publication", {
        params: { key: draft.key },
        body: { seen: draft.revision, latest: draft.latest?.id ?? null },
      }),
    onSuccess: ({ id }) => router.push(`/procedures/${id}`),
    onError: () => {
      setOver(false);
      setRefused(draft);
      // Somebody may have changed it or published meanwhile: then other things differ.
      router.refresh();
    },
  });
  const [discarding, setDiscarding] = useState(false);
  const [over, setOver] = useState(false);
  /** As it was when it was last refused. */
  const [refused, setRefused] = useState<DraftView | null>(null);
  const undone = latest && base ? undoneChanges(base, latest, draft.document) : [];
  const changes = latest && changesBetween(latest, draft.document);
  const next = (draft.latest?.version ?? 0) + 1;
  return (
    <Page
      over={t("Procedure")}
      title={
        <>
          <span translate="no">{draft.title}</span> <Tag>{t("draft")}</Tag>
        </>
      }
      actions={
        <>
          <Button icon={<Trash2 aria-hidden />} onClick={() => setDiscarding(true)}>
            {t("Discard…")}
          </Button>
          <a
            href={addressOf("GET /api/drafts/{key}/document", { key: draft.key })}
            download={`${draft.key}-draft.yaml`}
            className={buttonClass({})}
          >
            <Download aria-hidden />
            {t("Download YAML")}
          </a>
          <span className="max-sm:basis-full max-sm:[&_button]:w-full">
            <Button
              look="primary"
              blocked={changes?.length === 0 ? t("Nothing differs from the published version.") : null}
              pending={publish.isPending && t("Publishing…")}
              onClick={() => (undone.length > 0 ? setOver(true) : publish.mutate())}
            >
              {undone.length > 0
                ? t("Publish v{version}…", { version: next })
                : t("Publish v{version}", { version: next })}
            </Button>
          </span>
        </>
      }
    >
      <p className="text-fg-2">
        <Sentences>
          <AboutDraft draft={draft} />
          {draft.latest && <PublishedNow of={draft.latest} />}
        </Sentences>
      </p>
      {publish.error && (
        <NotDone title={t("Not published.")} error={publish.error}>
          {base && draft.latest && whatItUndoes(draft.latest.version)}
        </NotDone>
      )}
      {publish.error && refused && refused.revision !== draft.revision && <ChangedSince before={refused} now={draft} />}
      {discarding && <DiscardDraft draft={draft} onClose={() => setDiscarding(false)} />}
      {over && latest && draft.latest && (
        <PublishOver
          version={draft.latest.version}
          undone={undone}
          between={[latest, draft.document]}
          pending={publish.isPending || publish.isSuccess}
          onPublish={() => publish.mutate()}
          onClose={() => setOver(false)}
        />
      )}
      {base && draft.latest && !publish.error && <Behind version={draft.latest.version} />}
      <Section
        title={t("What changes")}
        note={draft.latest ? t("against v{version}", { version: draft.latest.version }) : t("a new procedure")}
      >
        {latest && changes ? (
          <Changes changes={changes} between={[latest, draft.document]} />
        ) : (
          <AllNew procedure={draft.document} />
        )}
      </Section>
    </Page>
  );
}

/** Nobody publishes unseen what came between two presses. */
function ChangedSince({ before: { document: before }, now }: { before: DraftView; now: DraftView }) {
  return (
    <Section title={t("Changed by {name} since you opened it", { name: now.changedBy })}>
      <Changes changes={changesBetween(before, now.document)} between={[before, now.document]} />
    </Section>
  );
}

const PublishedNow = ({ of: { id, version } }: { of: NonNullable<DraftView["latest"]> }) => (
  <Words
    of="Published now is {version}."
    with={{
      version: (
        <Link href={`/procedures/${id}`} className="text-link underline">
          v{version}
        </Link>
      ),
    }}
  />
);

const whatItUndoes = (version: number): string =>
  t(
    "Publishing the draft would undo what v{version} changed, unless the draft has it too. The list below shows that as well.",
    { version },
  );

const Behind = ({ version }: { version: number }) => (
  <Alert tone="wait" icon={<TriangleAlert aria-hidden />} title={t("v{version} was published meanwhile.", { version })}>
    {whatItUndoes(version)}
  </Alert>
);

/** Who changed it last, what it began from, and how what a form does not change is changed. */
function AboutDraft({ draft }: { draft: DraftView }) {
  const upload = (
    <Link href="/procedures/new" className="text-link underline">
      {t("upload it")}
    </Link>
  );
  const said = { name: draft.changedBy, at: <Time at={draft.changedAt} show="dateTime" />, upload };
  return draft.base ? (
    <Words
      of="Changed by {name}, {at}, begun from v{version}. Steps are added, removed and reordered in the document: download it, change it, and {upload} as the next version."
      with={{ ...said, version: draft.base.version }}
    />
  ) : (
    <Words
      of="Changed by {name}, {at}. Steps are added, removed and reordered in the document: download it, change it, and {upload} as the next version."
      with={said}
    />
  );
}
