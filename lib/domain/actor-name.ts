import type { Actor } from "#lib/domain/actor.ts";
import type { Who } from "#lib/domain/instant.ts";
import { t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** How the log names them: a program by its token and whom it acts for. */
export const actorName = (actor: Actor): string =>
  actor.kind === "person" && actor.token
    ? t("{name}, by token {token},", { name: actor.name, token: actor.token.name })
    : bareName(actor);

/** The same without the token, as tables name them. */
export const bareName = (actor: Actor): string => (actor.kind === "system" ? retell(actor.name) : actor.name);

/** How the state of a run names them: what the system does by itself in the language of who reads. */
export const whoName = ({ id, name }: Who): string => (id === "system" ? retell(name) : name);

/** Who did it without the console, and who entered it. */
export const enteredBy = (name: string, actor: string): string => t("{name}, entered by {actor}", { name, actor });
