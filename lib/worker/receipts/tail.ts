import { type FileHandle, open, truncate } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import { isMissing } from "#lib/worker/receipts/receipt.ts";
import { BLOCK_BYTES, MOST_KEPT_BYTES } from "#lib/worker/receipts/supervisor.ts";

/** Reads a file that grows, from where it stopped; a character that is only half there waits for its other half. */
export class Tail {
  readonly #file: string;
  readonly #tell: (text: string) => void;
  readonly #decoder = new StringDecoder("utf8");
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
    const { size } = await handle.stat();
    const end = Math.min(size, MOST_KEPT_BYTES);
    while (this.#offset < end) {
      const chunk = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, end - this.#offset));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, this.#offset);
      if (bytesRead === 0) break;
      this.#offset += bytesRead;
      const text = this.#decoder.write(chunk.subarray(0, bytesRead));
      if (text !== "") this.#tell(text);
    }
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
