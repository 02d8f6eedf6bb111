import type { Actor } from "#lib/domain/actor.ts";

/** How the log names them: a program by its token and whom it acts for. */
export const actorName = (actor: Actor): string =>
  actor.kind === "person" && actor.token ? `${actor.name}, by token ${actor.token.name},` : actor.name;
