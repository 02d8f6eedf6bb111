import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/**
 * A text that only the holder of one private key can read: X25519 with a key made for this one text, HKDF-SHA256,
 * AES-256-GCM. What lies in the database on its way to a worker tells a reader of the database nothing.
 */

const INFO = "switchover-console sealed box 1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type BoxKeys = { publicKey: string; privateKey: KeyObject };

export function makeBoxKeys(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return { publicKey: encoded(publicKey), privateKey };
}

const encoded = (key: KeyObject): string => key.export({ type: "spki", format: "der" }).toString("base64");
const decoded = (key: string): KeyObject =>
  createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" });

/** Both public keys go into the secret's derivation, so that a box cannot be passed off as another's. */
function secretOf(privateKey: KeyObject, theirs: KeyObject, keys: [string, string]): Buffer {
  const shared = diffieHellman({ privateKey, publicKey: theirs });
  return Buffer.from(hkdfSync("sha256", shared, Buffer.from(keys.join(".")), INFO, 32));
}

export function seal(publicKey: string, text: string): string {
  const once = makeBoxKeys();
  const key = secretOf(once.privateKey, decoded(publicKey), [once.publicKey, publicKey]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${once.publicKey}.${body.toString("base64")}`;
}

/** Throws when it was sealed for another key or changed on the way. */
export function unseal({ publicKey, privateKey }: BoxKeys, sealed: string): string {
  const [once = "", body = ""] = sealed.split(".");
  const key = secretOf(privateKey, decoded(once), [once, publicKey]);
  const bytes = Buffer.from(body, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
}
