import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A certificate of this machine that nobody else has signed, made anew (RFC 5280), for an hour. */

type Certificate = { key: string; cert: string };

const DER = {
  integer: 2,
  bits: 3,
  octets: 4,
  oid: 6,
  utf8: 12,
  time: 23,
  sequence: 48,
  set: 49,
  version: 160,
  more: 163,
};

/** dNSName and iPAddress of a GeneralName. */
const NAME = 0x82;
const IP = 0x87;

export function selfSigned(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [algorithm, name, now] = [sequence(oid("2a8648ce3d040302")), commonName("A mail server"), Date.now()];
  const signed = sequence(
    der(DER.version, der(DER.integer, Buffer.of(2))),
    der(DER.integer, Buffer.of(1), randomBytes(8)),
    algorithm,
    name,
    sequence(...[now - HOUR, now + HOUR].map(time)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(DER.more, sequence(extension("551d13", sequence(der(1, Buffer.of(255)))), extension("551d11", alternatives))),
  );
  const certificate = sequence(signed, algorithm, bits(sign("sha256", signed, privateKey)));
  const cert = certificate.toString("base64").replace(/.{1,64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert}-----END CERTIFICATE-----\n`,
  };
}

const HOUR = 3_600_000;

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [129, length] : [130, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

const sequence = (...parts: Uint8Array[]) => der(DER.sequence, ...parts);
const oid = (hex: string) => der(DER.oid, Buffer.from(hex, "hex"));
const bits = (content: Uint8Array) => der(DER.bits, Buffer.of(0), content);
const extension = (of: string, content: Uint8Array) => sequence(oid(of), der(DER.octets, content));
const commonName = (name: string) => sequence(der(DER.set, sequence(oid("550403"), der(DER.utf8, Buffer.from(name)))));
const time = (at: number) =>
  der(DER.time, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, "").slice(2, 14)}Z`));
const alternatives = sequence(der(NAME, Buffer.from("localhost")), der(IP, Buffer.of(127, 0, 0, 1)));
