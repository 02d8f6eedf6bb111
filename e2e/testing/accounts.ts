import { Role } from "#lib/domain/roles.ts";
import { ACCOUNTS_URL } from "./addresses.ts";

/** One person for each role, signed in already: signing in is limited, and tests are many. */
export type Account = {
  role: Role;
  name: string;
  email: string;
  password: string;
  cookie: { name: string; value: string };
};
export type Accounts = Record<Role, Account> & {
  dataFolder: string;
  /** The token of the set-up address, used up. */
  setUp: string;
  /** The process that runs the product. */
  launcher: number;
};

export const roles = Role.options;

export async function readAccounts(): Promise<Accounts> {
  const answer = await fetch(ACCOUNTS_URL);
  return (await answer.json()) as Accounts;
}
