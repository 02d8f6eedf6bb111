#!/usr/bin/env node
// @ts-check
// Verifies the record of a run, offline, with nothing but Node.js 20 or newer:  node verify.mjs BUNDLE [--key FINGERPRINT]
// Exit code: 0 the record holds, 1 it does not, 2 it could not be read.
//
// A bundle is lines of JSON. ["<hash>",<event>] is an event of the log: its hash is SHA-256 over the hash before it (32
// bytes, zeros before the first) and the bytes of <event> as they stand there. A seal is a signed note (Ed25519) over the
// number of the last event and its hash.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const FORMAT = "switchover-bundle/1";
const GENESIS = "0".repeat(64);
const ENDS = ["run.completed", "run.aborted", "run.failed"];

/**
 * What is wrong, at the number of the event where it shows; null where it is no single event.
 * @typedef {{ seq: number | null, what: string, unsigned?: true }} Fault
 * @typedef {{ seq: number, fingerprint: string, signedAt: string }} Seal
 * @typedef {object} Verdict
 * @property {boolean} holds
 * @property {Fault[]} faults the first one first
 * @property {string} run its label, such as R-0042
 * @property {number} events how many there are
 * @property {string} head the hash of the last one
 * @property {boolean} over whether the run has ended
 * @property {Seal[]} seals the signatures that are right
 * @property {number} chainedLater so many of the first events were given their hash later, when the console was updated
 * @property {string[]} unproven what this does not prove, in sentences
 */

/** Reads a bundle line by line and tells whether it holds. */
export class Verifier {
  /** @type {Fault[]} */ #faults = [];
  /** @type {string | null} */ #key;
  #header = { run: "", runId: "", chainedLater: 0 };
  /** It is something else than a bundle. */ #foreign = false;
  #line = 0;
  #seq = 0;
  #head = GENESIS;
  #at = "";
  #over = false;
  #procedureHash = "";
  /** @type {{ events: number, head: string } | null} */ #end = null;
  /** @type {Map<string, string>} */ #keys = new Map();
  /** @type {{ note: string, signedAt: string }[]} */ #notes = [];
  /** @type {Map<number, string>} */ #heads = new Map();
  /** @type {Map<string, string>} */ #evidence = new Map();
  /** @type {{ seq: number, id: string, sha256: string }[]} */ #filed = [];

  /** @param {string | null} [key] the fingerprint of the only key to be believed */
  constructor(key = null) {
    this.#key = key;
  }

  /** @param {string} line */
  read(line) {
    this.#line += 1;
    if (line === "" || this.#foreign) return;
    if (this.#line === 1) return void this.#open(parse(line) ?? {});
    if (this.#end) return void this.#fault(null, "something stands after the end of the bundle");
    if (line.startsWith('["')) return void this.#event(line);
    const part = parse(line);
    if (part === undefined) return void this.#fault(null, `line ${this.#line} is not JSON`);
    if ("procedure" in part) return void this.#procedure(line);
    if ("evidence" in part) return void this.#file(part.evidence);
    if ("key" in part) return void this.#keyOf(part.key);
    if ("seal" in part) return void this.#notes.push(part.seal);
    if ("end" in part) this.#end = part.end;
    else this.#fault(null, `line ${this.#line} is no part of a bundle`);
  }

  /** @returns {Verdict} */
  verdict() {
    if (this.#foreign) this.#fault(null, `this is no bundle of the format ${FORMAT}`);
    else if (this.#seq === 0) this.#fault(1, "is missing, and so are all others");
    else this.#closed();
    const seals = this.#seals();
    if (this.#over && seals.length === 0)
      this.#faults.push({ seq: null, what: "the run is over, and no right signature stands for it", unsigned: true });
    for (const { seq, id, sha256 } of this.#filed) {
      const found = this.#evidence.get(id);
      if (found !== sha256)
        this.#fault(
          seq,
          `the file it attached is ${found === undefined ? "missing" : "not the one that was attached"}`,
        );
    }
    const faults = this.#faults.toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
    const { run, chainedLater } = this.#header;
    const found = { faults, run, events: this.#seq, head: this.#head, over: this.#over, seals, chainedLater };
    return { holds: faults.length === 0, ...found, unproven: unproven({ ...found, key: this.#key }) };
  }

  /** @param {{ format?: unknown, run?: { id?: unknown, label?: unknown }, chainedLater?: unknown }} header */
  #open({ format, run, chainedLater }) {
    this.#foreign = format !== FORMAT;
    this.#header = { run: String(run?.label), runId: String(run?.id), chainedLater: Number(chainedLater ?? 0) };
  }

  /** The bytes are hashed as they stand: nothing is written anew, so nothing can be read two ways. @param {string} line */
  #event(line) {
    const seq = this.#seq + 1;
    const hash = line.slice(2, 66);
    if (line.slice(66, 68) !== '",' || !line.endsWith("]")) return this.#fault(seq, "its line is not that of an event");
    const text = line.slice(68, -1);
    const right = createHash("sha256").update(this.#head, "hex").update(text).digest("hex");
    if (right !== hash) this.#fault(seq, "was changed, or one before it was changed, removed, added or moved");
    this.#seq = seq;
    // Goes on from what is written, so that one change is one fault and not a hundred.
    this.#head = /^[0-9a-f]{64}$/.test(hash) ? hash : right;
    this.#heads.set(seq, this.#head);
    this.#content(seq, parse(text));
  }

  /**
   * @param {number} seq
   * @param {{ runId?: unknown, seq?: unknown, at?: string, event?: Record<string, any> } | undefined} logged
   */
  #content(seq, logged) {
    if (!logged) return this.#fault(seq, "is not JSON");
    if (logged.seq !== seq) this.#fault(seq, `has the number ${logged.seq}: one is missing, added or moved`);
    if (logged.runId !== this.#header.runId) this.#fault(seq, "belongs to another run");
    const { at = "", event = {} } = logged;
    if (at < this.#at) this.#fault(seq, "was recorded before the one before it");
    this.#at = at;
    if ((event.type === "run.created") !== (seq === 1))
      this.#fault(seq, "a log begins with run.created, and only there");
    if (event.type === "run.created") this.#procedureHash = String(event.run?.procedureHash ?? "");
    if (ENDS.includes(event.type)) this.#over = true;
    const { kind, id, sha256 } = event.evidence ?? {};
    if (event.type === "evidence.added" && kind === "file") this.#filed.push({ seq, id, sha256 });
  }

  /** @param {string} line */
  #procedure(line) {
    if (!this.#procedureHash) return;
    const text = line.slice('{"procedure":'.length, -1);
    const found = createHash("sha256").update(text).digest("hex");
    if (found !== this.#procedureHash) this.#fault(1, "the procedure in the bundle is not the one that was run");
  }

  /** @param {{ id: string, content: string }} file base64 */
  #file({ id, content }) {
    this.#evidence.set(id, createHash("sha256").update(content, "base64").digest("hex"));
  }

  /** @param {{ fingerprint: string, publicKey: string }} key */
  #keyOf({ fingerprint, publicKey }) {
    const found = createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
    if (found !== fingerprint) this.#fault(null, `the key ${fingerprint} is not the one that its fingerprint names`);
    else this.#keys.set(fingerprint, publicKey);
  }

  #closed() {
    if (!this.#end) return this.#fault(null, "the bundle is cut off: its last line is missing");
    if (this.#end.events !== this.#seq) {
      this.#fault(
        Math.min(this.#end.events, this.#seq) + 1,
        `there should be ${this.#end.events} events, and there are ${this.#seq}`,
      );
    } else if (this.#end.head !== this.#head) this.#fault(this.#seq, "is not the last one that the run knows");
  }

  #seals() {
    return this.#notes.flatMap(({ note, signedAt }) => {
      const read = readNote(note);
      if (!read) return this.#fault(null, "a signature cannot be read") ?? [];
      const { runId, seq, head, text, fingerprint, signature } = read;
      if (this.#key && fingerprint !== this.#key)
        return this.#fault(null, `a signature is by another key, ${fingerprint}`) ?? [];
      const key = this.#keys.get(fingerprint);
      if (!key) return this.#fault(null, `the key ${fingerprint} of a signature is missing`) ?? [];
      if (!isSignedBy(key, text, signature)) return this.#fault(null, "a signature is not right") ?? [];
      if (runId !== this.#header.runId) return this.#fault(null, "a signature is that of another run") ?? [];
      if (this.#seq < seq)
        return this.#fault(this.#seq + 1, `${seq} events were signed, and there are ${this.#seq}`) ?? [];
      if (this.#heads.get(seq) !== head)
        return this.#fault(seq, "is not what was signed: it or one before it was changed") ?? [];
      return [{ seq, fingerprint, signedAt }];
    });
  }

  /** @param {number | null} seq @param {string} what @returns {undefined} */
  #fault(seq, what) {
    this.#faults.push({ seq, what });
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A signed note: "switchover-console/run/<id>", the number of the last event, its hash; a blank line; "— <fingerprint>
 * <signature>".
 * @param {unknown} note
 */
function readNote(note) {
  const match = /^(switchover-console\/run\/(\S+)\n(\d+)\n([0-9a-f]{64})\n)\n— ([0-9a-f]{64}) (\S+)\n$/.exec(
    String(note),
  );
  if (!match) return null;
  const [, text = "", runId = "", seq, head = "", fingerprint = "", signature = ""] = match;
  return { text, runId, seq: Number(seq), head, fingerprint, signature };
}

/** @param {string} key @param {string} text @param {string} signature base64 */
function isSignedBy(key, text, signature) {
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(key, "base64").toString("base64url") };
  return verifySignature(
    null,
    Buffer.from(text),
    createPublicKey({ key: jwk, format: "jwk" }),
    Buffer.from(signature, "base64"),
  );
}

/** @param {{ seals: Seal[], over: boolean, events: number, chainedLater: number, key: string | null }} found */
function unproven({ seals, over, events, chainedLater, key }) {
  const signed = Math.max(0, ...seals.map(({ seq }) => seq));
  return [
    "That what was recorded is what was done: it shows only that nothing was changed since it was recorded.",
    ...(over
      ? []
      : [
          "That this is all of it: the run is not over, so nothing is signed yet and events may be missing at the end.",
        ]),
    ...(over && signed < events
      ? [`Events ${signed + 1} to ${events} were added after the signature and are not signed yet.`]
      : []),
    ...(seals.length > 0 && !key
      ? ["That the key is the console's: compare its fingerprint with one you got another way (--key)."]
      : []),
    ...(chainedLater > 0
      ? [
          `That events 1 to ${chainedLater} were not changed before the console was updated: they got their hashes then.`,
        ]
      : []),
  ];
}

/** @param {string[]} args */
async function main(args) {
  const at = args.indexOf("--key");
  const key = at < 0 ? null : (args[at + 1] ?? "").toLowerCase();
  const [file] = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  if (!file || (key !== null && !/^[0-9a-f]{64}$/.test(key))) {
    console.error("Usage: node verify.mjs BUNDLE [--key FINGERPRINT of 64 hexadecimal digits]");
    return 2;
  }
  const verifier = new Verifier(key);
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
      verifier.read(line);
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  const verdict = verifier.verdict();
  console.log(
    `${verdict.run}: ${verdict.events} events, ${verdict.holds ? "the record HOLDS" : "the record does NOT hold"}`,
  );
  for (const { seq, what } of verdict.faults.slice(0, 20))
    console.log(`  ${seq === null ? "bundle" : `event ${seq}`}: ${what}`);
  for (const seal of verdict.seals) console.log(`  signed up to event ${seal.seq} by the key ${seal.fingerprint}`);
  console.log("Not proven:");
  for (const sentence of verdict.unproven) console.log(`  ${sentence}`);
  return verdict.holds ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
