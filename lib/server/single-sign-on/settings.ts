import "server-only";
import { Role } from "#lib/domain/roles.ts";
import { env } from "#lib/server/env.ts";

export type Settings = {
  issuer: URL;
  clientId: string;
  clientSecret: string | undefined;
  scope: string;
  groupsClaim: string;
  /** Which group has which role; the first that a person is in decides. */
  roles: readonly { group: string; role: Role }[];
  /** As the sign-in page calls it. */
  name: string;
  redirectUri: string;
};

/** The OpenID provider as it is configured, or null. Throws a sentence that names the variable that is wrong. */
export function singleSignOnSettings(): Settings | null {
  const issuer = env("OIDC_ISSUER");
  if (issuer === undefined) return null;
  const clientId = env("OIDC_CLIENT_ID");
  if (clientId === undefined) throw new Error("OIDC_ISSUER is set, and so OIDC_CLIENT_ID has to be.");
  const url = new URL(issuer);
  if (url.protocol !== "https:" && !isLoopback(url)) {
    throw new Error("OIDC_ISSUER has to begin with https://, unless it is on this machine.");
  }
  return {
    issuer: url,
    clientId,
    clientSecret: env("OIDC_CLIENT_SECRET"),
    scope: env("OIDC_SCOPE"),
    groupsClaim: env("OIDC_GROUPS_CLAIM"),
    roles: rolesOf(env("OIDC_ROLES")),
    name: env("OIDC_NAME"),
    redirectUri: `${env("BASE_URL").replace(/\/$/, "")}/api/sign-in/oidc/callback`,
  };
}

/** Accounts of the people that this provider tells of. */
export const providerIdOf = ({ issuer }: Pick<Settings, "issuer">): string => `oidc ${issuer.href}`;

export const isLoopback = ({ hostname }: URL): boolean => ["127.0.0.1", "[::1]", "localhost"].includes(hostname);

/** "dr-commanders=commander, staff=auditor". A group's name may hold an equals sign: the last one counts. */
export function rolesOf(text: string): Settings["roles"] {
  const pairs = text.split(",").filter((pair) => pair.trim() !== "");
  if (pairs.length === 0) {
    throw new Error("OIDC_ISSUER is set, and so OIDC_ROLES has to say which groups get in, such as: staff=auditor.");
  }
  return pairs.map((pair) => {
    const at = pair.lastIndexOf("=");
    const [group, role] = [pair.slice(0, at).trim(), Role.safeParse(pair.slice(at + 1).trim())];
    if (at < 1 || group === "" || !role.success) {
      throw new Error(`OIDC_ROLES: "${pair.trim()}" is not group=role with a role of ${Role.options.join(", ")}.`);
    }
    return { group, role: role.data };
  });
}
