import type { ListedPerson } from "#lib/contract/people.ts";

/** What somebody is called where one of several is chosen: no two are called the same. */
export const listedName = ({ name, email }: Pick<ListedPerson, "name" | "email">): string =>
  email === undefined ? name : `${name} <${email}>`;
