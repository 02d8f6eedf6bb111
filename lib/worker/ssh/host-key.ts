import { createHash, timingSafeEqual } from "node:crypto";

/** A public host key as OpenSSH writes it: "ssh-ed25519 AAAA...". */
export function keyLine(key: Buffer): string {
  const length = key.readUInt32BE(0);
  return `${key.subarray(4, 4 + length).toString("latin1")} ${key.toString("base64")}`;
}

/** As `ssh-keygen -lf` shows it. */
export const fingerprint = (key: Buffer): string =>
  `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;

export function isPinned(pinned: readonly string[], key: Buffer): boolean {
  return pinned.some((line) => {
    const known = Buffer.from(line.split(" ")[1] ?? "", "base64");
    return known.length === key.length && timingSafeEqual(known, key);
  });
}

const SIGNATURES: Readonly<Record<string, readonly string[]>> = {
  "ssh-rsa": ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"],
};
const ALL = [
  "ssh-ed25519",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
  "rsa-sha2-512",
  "rsa-sha2-256",
  "ssh-rsa",
];

/** The pinned kinds of keys first, so that a host with several shows the one that is known. */
export function wantedAlgorithms(pinned: readonly string[]): string[] {
  const kinds = pinned.flatMap((line) => {
    const kind = line.split(" ")[0] ?? "";
    return SIGNATURES[kind] ?? [kind];
  });
  return [...new Set([...kinds.filter((kind) => ALL.includes(kind)), ...ALL])];
}
