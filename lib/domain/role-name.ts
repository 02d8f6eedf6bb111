import { t } from "#lib/words/t.ts";

/** Procedures name the roles of their sites; of those that every procedure has, the word is the reader's. */
export function roleName(role: string): string {
  switch (role) {
    case "source":
      return t("source");
    case "destination":
      return t("destination");
    default:
      return role.replaceAll("_", " ");
  }
}
