import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { begunFrom } from "#lib/domain/begun-from.ts";
import { joined, t, tn } from "#lib/words/t.ts";

/** `text`: what was refused; empty where it has been changed since. */
type NotPublishedProps = { error: Error; text: string; pending: boolean; onOver: (version: number) => void };

/** Why a document was not published; over what somebody else published, only knowingly. */
export function NotPublished({ error, text, pending, onOver }: NotPublishedProps) {
  const { issues = [], latest, latestId } = error instanceof ApiError ? error.problem : {};
  const asDraft = useAsDraft(text);
  const differing = latestId ? `/procedures/${latestId}` : `/procedures/${begunFrom(text)}/changes`;
  return (
    <NotDone
      title={t("Not published.")}
      error={issues.length > 0 ? undefined : error}
      action={
        latest !== undefined &&
        text !== "" && (
          <>
            <ButtonLink href={differing} target="_blank">
              {latestId ? t("What v{version} says", { version: latest }) : t("What has changed since")}
            </ButtonLink>
            {latestId && (
              <Button
                pending={(asDraft.isPending || asDraft.isSuccess) && t("Making a draft…")}
                onClick={() => asDraft.isPending || asDraft.mutate()}
              >
                {t("Compare as a draft")}
              </Button>
            )}
            <Button look="danger" pending={pending && t("Publishing…")} onClick={() => pending || onOver(latest)}>
              {t("Publish v{next} over v{version}", { version: latest, next: latest + 1 })}
            </Button>
          </>
        )
      }
    >
      {joined(
        issues.length > 0 && tn("{count} problem.", "{count} problems.", issues.length),
        asDraft.error && t("No draft was made."),
        asDraft.error && errorWords(asDraft.error).sentence,
      )}
    </NotDone>
  );
}

/** What differs stands on the page of the draft, which is published from there, or discarded. */
function useAsDraft(document: string) {
  const router = useRouter();
  return useMutation({
    mutationFn: () => call("POST /api/drafts", { body: { document } }),
    onSuccess: ({ key }) => router.push(`/drafts/${key}`),
  });
}
