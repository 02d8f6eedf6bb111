import type { Actor } from "#lib/domain/actor.ts";
import { t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** How the log names them: a program by its token and whom it acts for. */
export const actorName = (actor: Actor): string =>
  actor.kind === "person" && actor.token
    ? t("{name}, by token {token},", { name: actor.name, token: actor.token.name })
    : actor.kind === "system"
      ? retell(actor.name)
      : actor.name;
