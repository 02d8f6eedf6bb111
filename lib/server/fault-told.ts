import type { ToldSentence } from "#lib/words/ja/told.ts";
import { told } from "#lib/words/told.ts";
import { ToldError } from "#lib/words/told-error.ts";

type WithDetail = Extract<ToldSentence, `${string} ({detail})`>;

/** What the usual errors of Node.js and OpenSSL mean: https://nodejs.org/api/errors.html#common-system-errors */
const meanings: Readonly<Record<string, WithDetail>> = {
  ECONNREFUSED: "nothing accepts connections there ({detail})",
  ECONNRESET: "the connection was broken off ({detail})",
  EPIPE: "the connection was broken off ({detail})",
  ENOTFOUND: "the name is not known ({detail})",
  EAI_AGAIN: "the name servers do not answer ({detail})",
  EHOSTUNREACH: "no way leads to that host ({detail})",
  EHOSTDOWN: "no way leads to that host ({detail})",
  ENETUNREACH: "the network cannot be reached ({detail})",
  ENETDOWN: "the network cannot be reached ({detail})",
  ETIMEDOUT: "no answer came in time ({detail})",
  EADDRNOTAVAIL: "the address is not one of this machine ({detail})",
  EPROTO: "it does not speak TLS as expected ({detail})",
  CERT_HAS_EXPIRED: "its certificate is not valid any more ({detail})",
  CERT_NOT_YET_VALID: "its certificate is not valid yet ({detail})",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name ({detail})",
  DEPTH_ZERO_SELF_SIGNED_CERT: "nobody that is trusted has signed its certificate ({detail})",
  SELF_SIGNED_CERT_IN_CHAIN: "nobody that is trusted has signed its certificate ({detail})",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "nobody that is trusted has signed its certificate ({detail})",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "nobody that is trusted has signed its certificate ({detail})",
  EACCES: "the account of the console may not do it ({detail})",
  EPERM: "the account of the console may not do it ({detail})",
  ENOENT: "it is not there ({detail})",
  ENOSPC: "there is no room left ({detail})",
  EDQUOT: "there is no room left ({detail})",
  EROFS: "the file system is read only ({detail})",
  EMFILE: "too many files are open ({detail})",
  ENFILE: "too many files are open ({detail})",
  ENOMEM: "the machine has no memory left ({detail})",
  E2BIG: "its arguments are too long ({detail})",
};

const families: readonly (readonly [start: string, WithDetail])[] = [
  ["HPE_", "what answers does not speak HTTP ({detail})"],
  ["ERR_SSL_", "it does not speak TLS as expected ({detail})"],
];

/**
 * How OpenSSH words the same, of what a jump host cannot reach; and OpenSSL, where a library puts a code of its own in
 * place of what is wrong with TLS.
 */
const byWords: Readonly<Record<string, keyof typeof meanings>> = {
  "Connection refused": "ECONNREFUSED",
  "No route to host": "EHOSTUNREACH",
  "Network is unreachable": "ENETUNREACH",
  "Connection timed out": "ETIMEDOUT",
  "Name or service not known": "ENOTFOUND",
  "Temporary failure in name resolution": "EAI_AGAIN",
  "self-signed certificate in certificate chain": "SELF_SIGNED_CERT_IN_CHAIN",
  "self-signed certificate": "DEPTH_ZERO_SELF_SIGNED_CERT",
  "unable to get local issuer certificate": "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "unable to verify the first certificate": "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "certificate has expired": "CERT_HAS_EXPIRED",
  "certificate is not yet valid": "CERT_NOT_YET_VALID",
  "does not match certificate's altnames": "ERR_TLS_CERT_ALTNAME_INVALID",
  "SSL routines": "EPROTO",
};

/** What ssh2 says in words alone. */
const ofSsh: Readonly<Record<string, Exclude<ToldSentence, `${string}{${string}`>>> = {
  "Timed out while waiting for handshake": "it did not answer in time",
  "Keepalive timeout": "it did not answer in time",
  "No response from server": "it did not answer in time",
  "Connection lost before handshake": "it closed the connection before it said who it is",
  "no matching": "the two have no way of encryption in common",
  "Channel open failure: open failed": "the jump host does not allow it",
  "Channel open failure: administratively prohibited": "the jump host does not allow it",
  "Unable to exec": "it does not allow commands to be run",
  "no passphrase given": "the key is protected by a passphrase",
  "Cannot parse privateKey": "it is no private key that can be read",
};

type SystemError = Error & { code?: unknown; address?: unknown; port?: unknown; hostname?: unknown; path?: unknown };

/** What an error means, as `told` keeps it: the usual ones in a plain sentence, any other in the words of the system. */
export function faultTold(error: unknown): string {
  if (error instanceof ToldError) return error.message;
  // Of a name with several addresses each has failed, and the whole says nothing.
  if (error instanceof AggregateError && error.errors.length > 0) return faultTold(error.errors[0]);
  const { message, code } =
    error instanceof Error ? (error as SystemError) : { message: String(error), code: undefined };
  const known = codeIn(code, message);
  const meaning = known === undefined ? undefined : meanings[known];
  if (known !== undefined && meaning) return told(meaning, { detail: detailOf(known, error as SystemError) });
  const family = families.find(([start]) => String(code).startsWith(start));
  if (family) return told(family[1], { detail: String(code) });
  const ssh = Object.keys(ofSsh).find((words) => message.includes(words));
  const sentence = ssh === undefined ? undefined : ofSsh[ssh];
  return sentence ? told(sentence) : told("the system says “{words}”", { words: message || String(code) });
}

/** Some libraries put a code of their own in place of the system's, and leave that in the words. */
function codeIn(code: unknown, message: string): string | undefined {
  if (typeof code === "string" && code in meanings) return code;
  const words = Object.keys(byWords).find((each) => message.includes(each));
  if (words !== undefined) return byWords[words];
  return message.match(/\bE[A-Z0-9_]{3,}\b/g)?.find((word) => word in meanings);
}

/** "ECONNREFUSED 192.0.2.7:22", "ENOTFOUND db.example", "EACCES /var/lib/receipts". */
function detailOf(code: string, { address, port, hostname, path }: SystemError): string {
  const at = address !== undefined && port !== undefined ? `${address}:${port}` : (hostname ?? path);
  return at === undefined ? code : `${code} ${at}`;
}
