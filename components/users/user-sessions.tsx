"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SessionTable } from "#components/account/session-table.tsx";
import { TokenTable } from "#components/account/token-table.tsx";
import { LoadState } from "#components/shell/load-state.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { call } from "#lib/client/api.ts";
import { sessionsOfQuery, tokensOfQuery } from "#lib/client/queries.ts";
import type { User } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

/** Neither: all of them. */
type Ended = { session?: string; token?: string };

/** Where a person is signed in and what their programs come in with, for an administrator who ends it. */
export function UserSessions({ user, onClose }: { user: User; onClose: () => void }) {
  const asked = useQuery(sessionsOfQuery(user.id));
  const askedTokens = useQuery(tokensOfQuery(user.id));
  const end = useEnd(user.id);
  const sessions = asked.data?.sessions ?? [];
  const tokens = askedTokens.data?.tokens ?? [];
  const isOwn = sessions.some(({ current }) => current);
  const ending = end.isPending ? end.variables : {};
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Sessions and API tokens of {name}", { name: user.name })}
      description={t(
        "An ended session is signed out at once; whoever knows the password can sign in again. A program whose API token is revoked is out for good.",
      )}
      back={t("Done")}
      wide
      footer={
        sessions.length + tokens.length > 1 &&
        !isOwn && (
          <Button
            look="danger"
            pending={end.isPending && !ending.session && !ending.token && t("Ending…")}
            onClick={() => end.mutate({})}
          >
            {tokens.length > 0 ? t("End all, and revoke all tokens") : t("End all")}
          </Button>
        )
      }
    >
      {end.error && <NotDone title={t("Not ended.")} error={end.error} />}
      <LoadState what={t("The sessions")} of={asked}>
        <Skeleton lines={2} label={t("Loading the sessions")} />
      </LoadState>
      {asked.data && sessions.length === 0 && (
        <p role="status">{t("{name} is not signed in anywhere.", { name: user.name })}</p>
      )}
      {sessions.length > 0 && (
        <SessionTable
          sessions={sessions}
          ending={ending.session ?? null}
          onEnd={(session) => end.mutate({ session })}
        />
      )}
      <LoadState what={t("The API tokens")} of={askedTokens} />
      {tokens.length > 0 && <h3 className="font-semibold">{t("API tokens")}</h3>}
      {askedTokens.data && tokens.length === 0 && <p>{t("{name} has no API tokens.", { name: user.name })}</p>}
      {tokens.length > 0 && (
        <TokenTable
          tokens={tokens}
          role={user.role}
          revoking={ending.token ?? null}
          onRevoke={(token) => end.mutate({ token })}
        />
      )}
    </Dialog>
  );
}

function useEnd(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ session, token }: Ended) =>
      token === undefined
        ? call("DELETE /api/users/{id}/sessions", { params: { id, session } })
        : call("DELETE /api/users/{id}/tokens", { params: { id, token } }),
    onSettled: () =>
      Promise.all(
        [sessionsOfQuery(id), tokensOfQuery(id)].map(({ queryKey }) => cache.invalidateQueries({ queryKey })),
      ),
  });
}
