import { z } from "zod";
import { CredentialName, HostName, Key, Port } from "#lib/domain/fields.ts";
import { t } from "#lib/words/t.ts";

/** How a site is reached. Nothing here is secret: credentials are named, and kept by the workers. */

const HostKey = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa|rsa-sha2-(256|512)) [A-Za-z0-9+/]+=*$/, {
    error: () => t('a public host key such as "ssh-ed25519 AAAA...", without a comment'),
  });

const account = {
  host: HostName,
  port: Port.default(22),
  user: z
    .string()
    .max(64)
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, {
      error: () => t("an account name has letters, digits, dots, hyphens and underscores only"),
    }),
  /** Pinned: a host that shows none of these is not spoken to. */
  hostKeys: z.array(HostKey).min(1).max(8),
  credential: CredentialName,
};

export const SshAccount = z.strictObject(account);
export type SshAccount = z.infer<typeof SshAccount>;

export const SshConnection = z.strictObject({
  ...account,
  jump: SshAccount.optional(),
  /** The folder for receipts on that host. Left out: `.local/state/switchover-console/receipts` of the account. */
  receipts: z
    .string()
    .max(1_024)
    .regex(/^\/[^\0\r\n]*$/, { error: () => t("an absolute path") })
    .optional(),
});
export type SshConnection = z.infer<typeof SshConnection>;

/** An address under which requests may be sent: the allow-list of the site. */
const HttpService = z.strictObject({
  base: z
    .url({ protocol: /^https?$/, error: () => t("must be an http or https address") })
    .max(1_024)
    .refine(
      (text) => {
        if (!URL.canParse(text)) return true; // said already
        const { username, password, search, hash } = new URL(text);
        return `${username}${password}${search}${hash}` === "";
      },
      { error: () => t("an address without user, password, query or fragment") },
    ),
});

export const Connections = z.strictObject({
  /** Hosts by name; `main` is the one that commands go to where they name none. */
  ssh: z.record(Key, SshConnection).optional(),
  /** Services by the name that actions use. */
  http: z.record(Key, HttpService).optional(),
});
export type Connections = z.infer<typeof Connections>;
