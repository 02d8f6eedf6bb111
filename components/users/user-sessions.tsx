"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SessionTable } from "#components/account/session-table.tsx";
import { LoadState } from "#components/shell/load-state.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Refusal } from "#components/ui/refusal.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { sessionsOfQuery } from "#lib/client/queries.ts";
import type { User } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

type Ended = { session?: string };

/** Where a person is signed in, for an administrator who ends it. */
export function UserSessions({ user, onClose }: { user: User; onClose: () => void }) {
  const cache = useQueryClient();
  const query = sessionsOfQuery(user.id);
  const asked = useQuery(query);
  const { data } = asked;
  const end = useMutation({
    mutationFn: ({ session }: Ended) => call("DELETE /api/users/{id}/sessions", { params: { id: user.id, session } }),
    onSettled: () => cache.invalidateQueries({ queryKey: query.queryKey }),
  });
  const sessions = data?.sessions ?? [];
  const others = sessions.filter(({ current }) => !current);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Sessions of {name}", { name: user.name })}
      description={t("An ended session is signed out at once; whoever knows the password can sign in again.")}
      back={t("Done")}
      wide
      footer={
        others.length > 1 &&
        others.length === sessions.length && (
          <Button
            look="danger"
            pending={end.isPending && !end.variables.session && t("Ending…")}
            onClick={() => end.mutate({})}
          >
            {t("End all")}
          </Button>
        )
      }
    >
      {end.error && <Refusal title={t("Not ended.")}>{errorWords(end.error).sentence}</Refusal>}
      <LoadState what={t("The sessions")} of={asked}>
        <Skeleton lines={2} label={t("Loading the sessions")} />
      </LoadState>
      {data && sessions.length === 0 && (
        <p role="status">{t("{name} is not signed in anywhere.", { name: user.name })}</p>
      )}
      {sessions.length > 0 && (
        <SessionTable
          sessions={sessions}
          ending={end.isPending ? (end.variables.session ?? null) : null}
          onEnd={(session) => end.mutate({ session })}
        />
      )}
    </Dialog>
  );
}
