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
import { pathToFileURL } from "node:url";

const FORMAT = "switchover-bundle/1";
const GENESIS = "0".repeat(64);
const ENDS = ["run.completed", "run.aborted", "run.failed"];

/**
 * What is wrong, at the number of the event where it shows; null where it is no single event.
 * @typedef {{ seq: number | null, what: string, unsigned?: true }} Fault
 * @typedef {{ seq: number, fingerprint: string, signedAt: string }} Seal
 * @typedef {Record<string, unknown>} Fields
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
  /** @type {string[]} */ #procedures = [];
  /** @type {Fields | null} */ #end = null;
  /** @type {Map<string, Buffer>} */ #keys = new Map();
  /** @type {Fields[]} */ #notes = [];
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
    if (this.#line === 1) this.#open(fields(parse(line)));
    else if (this.#end) this.#fault(null, "something stands after the end of the bundle");
    else if (line.startsWith('["')) this.#event(line);
    else this.#part(line);
  }

  /** @returns {Verdict} */
  verdict() {
    if (this.#foreign) this.#fault(null, `this is no bundle of the format ${FORMAT}`);
    else if (this.#seq === 0) this.#fault(1, "is missing, and so are all others");
    else this.#closed();
    const seals = this.#seals();
    if (this.#over && seals.length === 0)
      this.#faults.push({ seq: null, what: "the run is over, and no right signature stands for it", unsigned: true });
    this.#files();
    const faults = this.#faults.toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
    const { run, chainedLater } = this.#header;
    const found = { faults, run, events: this.#seq, head: this.#head, over: this.#over, seals, chainedLater };
    return { holds: faults.length === 0, ...found, unproven: this.#unproven(found) };
  }

  /** @param {Fields} header */
  #open({ format, run, chainedLater }) {
    this.#foreign = format !== FORMAT;
    const { id, label } = fields(run);
    this.#header = { run: String(label), runId: String(id), chainedLater: Number(chainedLater ?? 0) };
  }

  /** @param {string} line */
  #part(line) {
    const part = parse(line);
    if (part === undefined) return this.#fault(null, `line ${this.#line} is not JSON`);
    const { procedure, evidence, key, seal, end } = fields(part);
    if (procedure !== undefined) this.#procedures.push(sha256Of(line.slice('{"procedure":'.length, -1)));
    else if (evidence !== undefined) this.#file(fields(evidence));
    else if (key !== undefined) this.#keyOf(fields(key));
    else if (seal !== undefined) this.#notes.push(fields(seal));
    else if (end !== undefined) this.#end = fields(end);
    else this.#fault(null, `line ${this.#line} is no part of a bundle`);
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

  /** @param {{ seals: Seal[], over: boolean, events: number, chainedLater: number }} found */
  #unproven({ seals, over, events, chainedLater }) {
    const signed = Math.max(0, ...seals.map(({ seq }) => seq));
    /** @type {[boolean, string][]} */
    const sentences = [
      [true, "That what was recorded is what was done: it shows only that nothing was changed since it was recorded."],
      [
        !over,
        "That this is all of it: the run is not over, so nothing is signed yet and events may be missing at the end.",
      ],
      [over && seals.length === 0, "That this is the console's record: none of its events is signed yet."],
      [
        over && signed > 0 && signed < events,
        `Events ${signed + 1} to ${events} were added after the signature and are not signed yet.`,
      ],
      [
        seals.length > 0 && !this.#key,
        "That the key is the console's: compare its fingerprint with one you got another way (--key).",
      ],
      [seals.length > 0, "When it was signed: the time beside a signature is not part of what is signed."],
      [
        this.#seq > 0 && !this.#procedureHash,
        "That the procedure is the one that was run: its log has no digest of it.",
      ],
      [
        chainedLater > 0,
        `That events 1 to ${chainedLater} were not changed before the console was updated: they got their hashes then.`,
      ],
    ];
    return sentences.flatMap(([is, sentence]) => (is ? [sentence] : []));
  }

  /** @param {number} seq @param {unknown} logged */
  #content(seq, logged) {
    if (logged === undefined) return this.#fault(seq, "is not JSON");
    const { seq: number, runId, at, event } = fields(logged);
    if (number !== seq) this.#fault(seq, `has the number ${number}: one is missing, added or moved`);
    if (runId !== this.#header.runId) this.#fault(seq, "belongs to another run");
    if (String(at) < this.#at) this.#fault(seq, "was recorded before the one before it");
    this.#at = String(at);
    const { type, run, evidence } = fields(event);
    if ((type === "run.created") !== (seq === 1)) this.#fault(seq, "a log begins with run.created, and only there");
    if (type === "run.created") this.#created(fields(run));
    if (ENDS.includes(String(type))) this.#over = true;
    const { kind, id, sha256 } = fields(evidence);
    if (type === "evidence.added" && kind === "file") this.#filed.push({ seq, id: String(id), sha256: String(sha256) });
  }

  /** @param {Fields} run */
  #created({ number, procedureHash }) {
    this.#procedureHash = String(procedureHash ?? "");
    const label = `R-${String(number).padStart(4, "0")}`;
    if (label !== this.#header.run) this.#fault(null, `it says ${this.#header.run}, and its log is that of ${label}`);
  }

  /** @param {Fields} file its content in base64 */
  #file({ id, content }) {
    if (this.#evidence.has(String(id))) this.#fault(null, `the file ${id} is there twice`);
    this.#evidence.set(String(id), sha256Of(Buffer.from(String(content), "base64")));
  }

  #files() {
    for (const { seq, id, sha256 } of this.#filed) {
      const found = this.#evidence.get(id);
      const wrong = found === undefined ? "missing" : "not the one that was attached";
      if (found !== sha256) this.#fault(seq, `the file it attached is ${wrong}`);
    }
    const attached = new Set(this.#filed.map(({ id }) => id));
    for (const id of this.#evidence.keys())
      if (!attached.has(id)) this.#fault(null, `the file ${id} was attached by no event`);
  }

  /** @param {Fields} key */
  #keyOf({ fingerprint, publicKey }) {
    const bytes = Buffer.from(String(publicKey), "base64");
    if (bytes.length === 32 && sha256Of(bytes) === fingerprint) this.#keys.set(fingerprint, bytes);
    else this.#fault(null, `the key ${fingerprint} is not the one that its fingerprint names`);
  }

  #closed() {
    const [procedure, ...more] = this.#procedures;
    if (more.length > 0) this.#fault(null, "it has more than one procedure");
    if (this.#procedureHash && procedure === undefined) this.#fault(null, "the procedure is missing");
    else if (this.#procedureHash && procedure !== this.#procedureHash)
      this.#fault(1, "the procedure in the bundle is not the one that was run");
    if (!this.#end) return this.#fault(null, "the bundle is cut off: its last line is missing");
    const { events, head } = this.#end;
    if (typeof events !== "number") this.#fault(null, "its last line does not say how many events there are");
    else if (events !== this.#seq)
      this.#fault(Math.min(events, this.#seq) + 1, `there should be ${events} events, and there are ${this.#seq}`);
    else if (head !== this.#head) this.#fault(this.#seq, "is not the last one that the run knows");
  }

  #seals() {
    return this.#notes.flatMap(({ note, signedAt }) => {
      const read = readNote(note);
      if (!read) return this.#fault(null, "a signature cannot be read") ?? [];
      const { runId, seq, head, chainedLater, text, fingerprint, signature } = read;
      if (this.#key && fingerprint !== this.#key)
        return this.#fault(null, `a signature is by another key, ${fingerprint}`) ?? [];
      const key = this.#keys.get(fingerprint);
      if (!key) return this.#fault(null, `the key ${fingerprint} of a signature is missing`) ?? [];
      if (!isSignedBy(key, text, signature)) return this.#fault(null, "a signature is not right") ?? [];
      if (runId !== this.#header.runId) return this.#fault(null, "a signature is that of another run") ?? [];
      if (chainedLater !== null && chainedLater !== this.#header.chainedLater)
        return this.#fault(null, `it hides that ${chainedLater} events got their hashes later`) ?? [];
      if (this.#seq < seq)
        return this.#fault(this.#seq + 1, `${seq} events were signed, and there are ${this.#seq}`) ?? [];
      if (this.#heads.get(seq) !== head)
        return this.#fault(seq, "is not what was signed: it or one before it was changed") ?? [];
      return [{ seq, fingerprint, signedAt: String(signedAt) }];
    });
  }

  /** @param {number | null} seq @param {string} what @returns {undefined} */
  #fault(seq, what) {
    this.#faults.push({ seq, what });
  }
}

/** @param {string} text @returns {unknown} undefined where it is not JSON */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What anybody wrote may be anything. @param {unknown} value @returns {Fields} */
const fields = (value) => (typeof value === "object" && value !== null ? /** @type {Fields} */ (value) : {});

/** @param {string | Buffer} content */
const sha256Of = (content) => createHash("sha256").update(content).digest("hex");

/**
 * A signed note: "switchover-console/run/<id>", the number of the last event, its hash, and where the first events got
 * their hashes later how many; a blank line; "— <fingerprint> <signature>".
 * @param {unknown} note
 */
function readNote(note) {
  const match =
    /^(switchover-console\/run\/(\S+)\n(\d+)\n([0-9a-f]{64})\n(?:hashed later: (\d+)\n)?)\n— ([0-9a-f]{64}) (\S+)\n$/.exec(
      String(note),
    );
  if (!match) return null;
  const [, text = "", runId = "", seq, head = "", later, fingerprint = "", signature = ""] = match;
  const chainedLater = later === undefined ? null : Number(later);
  return { text, runId, seq: Number(seq), head, chainedLater, fingerprint, signature };
}

/** @param {Buffer} key @param {string} text @param {string} signature base64 */
function isSignedBy(key, text, signature) {
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.toString("base64url") };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  return verifySignature(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64"));
}

/** Lines end with a line feed alone: readline ends them at U+2028 too, which may stand in a note. @param {string} file */
async function* linesOf(file) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield lines;
  }
  yield [rest + decoder.decode()];
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
    for await (const lines of linesOf(file))
      for (const line of lines) verifier.read(line.endsWith("\r") ? line.slice(0, -1) : line);
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  const { run, events, holds, faults, seals, unproven } = verifier.verdict();
  console.log(`${run}: ${events} events, ${holds ? "the record HOLDS" : "the record does NOT hold"}`);
  for (const { seq, what } of faults.slice(0, 20)) {
    console.log(`  ${seq === null ? "bundle" : `event ${seq}`}: ${what}`);
  }
  for (const seal of seals) console.log(`  signed up to event ${seal.seq} by the key ${seal.fingerprint}`);
  console.log("Not proven:");
  for (const sentence of unproven) console.log(`  ${sentence}`);
  return holds ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
