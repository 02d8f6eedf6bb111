import { expect, it } from "vitest";
import { peopleQuery, usersQuery } from "#lib/client/queries.ts";
import type { ListedPerson, ListedUser } from "#lib/contract/people.ts";

it("Lists of people come in the order of their names, as their reader sorts them", () => {
  const all = ["Zoe", "adam", "Émile", "Emma"].map((name) => ({ name }));
  const people = peopleQuery().select?.({ people: all as ListedPerson[], next: null }).people;
  const users = usersQuery().select?.({ users: all as ListedUser[], next: null }).users;
  for (const list of [people, users]) {
    expect(list?.map(({ name }) => name)).toEqual(["adam", "Émile", "Emma", "Zoe"]);
  }
});
