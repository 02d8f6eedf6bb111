import { t } from "#lib/words/t.ts";

/** As a heading: of a role that only some procedures have, as the procedure calls it. */
export function roleTitle({ key, title }: { key: string; title: string }): string {
  switch (key) {
    case "source":
      return t("Source");
    case "destination":
      return t("Destination");
    default:
      return title;
  }
}

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
