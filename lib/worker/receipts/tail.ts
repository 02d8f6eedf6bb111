import { type FileHandle, open, truncate } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import { isMissing, MOST_KEPT_BYTES } from "#lib/worker/receipts/receipt.ts";

const CHUNK_BYTES = 256 * 1_024;

/** Reads a file that grows, from where it stopped; a character that is only half there waits for its other half. */
export class Tail {
  readonly #file: string;
  readonly #tell: (text: string) => void;
  readonly #decoder = new StringDecoder("utf8");
  readonly #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  #handle: FileHandle | null = null;
  #offset = 0;

  constructor(file: string, tell: (text: string) => void) {
    this.#file = file;
    this.#tell = tell;
  }

  /** Tells what is new. A file that floods is cut, so that it does not fill the disk. */
  async read(): Promise<void> {
    const handle = await this.#open();
    if (!handle) return;
    while (this.#offset < MOST_KEPT_BYTES) {
      const { bytesRead } = await handle.read(this.#chunk, 0, CHUNK_BYTES, this.#offset);
      if (bytesRead === 0) return;
      this.#offset += bytesRead;
      const text = this.#decoder.write(this.#chunk.subarray(0, bytesRead));
      if (text !== "") this.#tell(text);
    }
    const { size } = await handle.stat();
    if (size > 2 * MOST_KEPT_BYTES) await truncate(this.#file, MOST_KEPT_BYTES);
  }

  async close(): Promise<void> {
    const rest = this.#decoder.end();
    if (rest !== "") this.#tell(rest);
    await this.#handle?.close();
  }

  async #open(): Promise<FileHandle | null> {
    try {
      this.#handle ??= await open(this.#file, "r");
    } catch (error) {
      if (!isMissing(error, "ENOENT")) throw error;
    }
    return this.#handle;
  }
}
