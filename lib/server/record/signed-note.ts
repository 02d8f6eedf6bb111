import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";

/** A key that signs records and does nothing else. `publicKey` is base64, `fingerprint` the SHA-256 of its 32 bytes. */
export type SigningKey = { fingerprint: string; publicKey: string; privateKey: KeyObject };

/** Reads an Ed25519 key (PEM, PKCS #8). Throws when it is another. */
export function readSigningKey(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("The signing key is no Ed25519 key.");
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  const bytes = Buffer.from(x ?? "", "base64url");
  const fingerprint = createHash("sha256").update(bytes).digest("hex");
  return { fingerprint, publicKey: bytes.toString("base64"), privateKey };
}

/** `chainedLater`: how many of the first events got their hashes only when the console was updated. */
type Head = { runId: string; seq: number; hash: string; chainedLater: number };

/** The head of a run as a signed note: what is signed, a blank line, and the signature with the key's fingerprint. */
export function signHead(key: SigningKey, head: Head): string {
  const later = head.chainedLater > 0 ? `hashed later: ${head.chainedLater}\n` : "";
  const text = `switchover-console/run/${head.runId}\n${head.seq}\n${head.hash}\n${later}`;
  const signature = sign(null, Buffer.from(text), key.privateKey).toString("base64");
  return `${text}\n— ${key.fingerprint} ${signature}\n`;
}
