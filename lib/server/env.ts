import "server-only";
import { z } from "zod";

/** The configuration, read from the environment here and nowhere else. Read when first used: a build needs none. */
const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  AUTH_SECRET: z.string().min(16, "it needs 16 characters or more; where it is left out, DATA_DIR/auth.secret does"),
  BASE_URL: z.url().default("http://127.0.0.1:3000"),
  DATA_DIR: z.string().default(".data"),
  /** Where a worker keeps credentials; left out: the folder `credentials` of DATA_DIR. */
  CREDENTIALS_DIR: z.string().min(1).optional(),
  /** Of the one worker that signs records: its key, an Ed25519 private key (PEM). */
  SIGNING_KEY_FILE: z.string().min(1).optional(),
  /** An OpenID Connect provider, and what it knows this console as. Left out: people sign in here alone. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z.string().default("openid profile email"),
  OIDC_GROUPS_CLAIM: z.string().min(1).default("groups"),
  /** `group=role, group=role`: the first that fits decides. */
  OIDC_ROLES: z.string().default(""),
  /** As the sign-in page calls it. */
  OIDC_NAME: z.string().min(1).max(60).default("single sign-on"),
  /** The mail server, `smtp://user:password@host:587` or `smtps://`. Left out: nobody gets e-mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]*$/, "an e-mail address, or a name and <an e-mail address>")
    .optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

type Environment = z.infer<typeof Environment>;

const cache: Partial<Environment> = {};

/** One setting. A missing or malformed one is an error that names it. */
export function env<K extends keyof Environment>(name: K): Environment[K] {
  const known = cache[name];
  if (known !== undefined) return known as Environment[K];
  const result = Environment.shape[name].safeParse(process.env[name]);
  if (!result.success) throw new Error(`${name} is not set rightly: ${result.error.issues[0]?.message}.`);
  const value = result.data as Environment[K];
  cache[name] = value;
  return value;
}

/** The variables that hold credentials of a worker, and where its SSH agent is. */
export const credentialVariables = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith("CREDENTIAL_") || name === "SSH_AUTH_SOCK"),
  );
