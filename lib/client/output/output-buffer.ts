import { mayBeStyled, PLAIN, plainText, type Run, type Style, styledRuns } from "#lib/client/output/sgr.ts";
import { type OwnLines, readLine } from "#lib/client/run/own-lines.ts";
import type { OutputPiece } from "#lib/contract/runs.ts";

type Stream = OutputPiece["stream"];

const FIRST_ROOM = 1_024;

/**
 * Every line of an output, kept so that a million of them cost little: pieces as they came, and where each line is in
 * them as numbers. A text for each line would keep the page's memory being cleaned while it is pressed.
 * It grows in place; `revision` tells whoever draws it that it has.
 */
export class OutputBuffer {
  readonly #own: OwnLines;
  readonly #sources: string[] = [];
  /** Of each line the place of its source, and where it begins and ends in it. */
  #source = new Uint32Array(FIRST_ROOM);
  #from = new Uint32Array(FIRST_ROOM);
  #to = new Uint32Array(FIRST_ROOM);
  #times = new Float64Array(FIRST_ROOM);
  /** Which line came from standard error, and the style each begins with, as places in `#styles`. */
  #wrong = new Uint8Array(FIRST_ROOM);
  #begins = new Uint16Array(FIRST_ROOM);
  readonly #styles: Style[] = [PLAIN];
  readonly #now: Record<Stream, number> = { stdout: 0, stderr: 0 };
  /** The last line of a stream, where how it leaves the style is not read yet: a line may go on for long. */
  readonly #unread: Partial<Record<Stream, number>> = {};
  #open: Stream | null = null;
  count = 0;
  lastPiece = 0;
  revision = 0;

  constructor(own: OwnLines = "none") {
    this.#own = own;
  }

  /** Takes what comes next; what it has already is left out. A piece may end in the middle of a line. */
  append({ piece, at, stream, text }: OutputPiece): void {
    if (piece <= this.lastPiece) return;
    this.lastPiece = piece;
    this.revision += 1;
    const time = Date.parse(at);
    const styled = mayBeStyled(text);
    const source = this.#sources.push(text) - 1;
    let from = 0;
    while (from < text.length) {
      const end = text.indexOf("\n", from);
      const to = end < 0 ? text.length : end;
      if (this.#open === stream) this.#goOn(text.slice(from, to));
      else this.#begin({ source, from, to }, stream, time);
      if (styled) this.#unread[stream] = this.count - 1;
      this.#open = end < 0 ? stream : null;
      from = to + 1;
    }
  }

  #begin({ source, from, to }: { source: number; from: number; to: number }, stream: Stream, time: number): void {
    this.#readStyle(stream);
    if (this.count === this.#times.length) this.#makeRoom();
    const place = this.count++;
    this.#source[place] = source;
    this.#from[place] = from;
    this.#to[place] = to;
    this.#times[place] = time;
    this.#wrong[place] = stream === "stderr" ? 1 : 0;
    this.#begins[place] = this.#now[stream];
  }

  /** A stream goes on in the line where it stopped, if nothing came between: that line is in no one piece. */
  #goOn(part: string): void {
    const last = this.count - 1;
    const whole = this.#writtenAt(last) + part;
    this.#source[last] = this.#sources.push(whole) - 1;
    this.#from[last] = 0;
    this.#to[last] = whole.length;
  }

  #readStyle(stream: Stream): void {
    const last = this.#unread[stream];
    if (last === undefined) return;
    delete this.#unread[stream];
    const { end } = styledRuns(this.#writtenAt(last), this.#styleAt(last));
    const known = this.#styles.findIndex((style) => JSON.stringify(style) === JSON.stringify(end));
    this.#now[stream] = known >= 0 ? known : this.#styles.push(end) - 1;
  }

  #styleAt(place: number): Style {
    return this.#styles[this.#begins[place] ?? 0] ?? PLAIN;
  }

  #makeRoom(): void {
    this.#source = doubled(this.#source, Uint32Array);
    this.#from = doubled(this.#from, Uint32Array);
    this.#to = doubled(this.#to, Uint32Array);
    this.#times = doubled(this.#times, Float64Array);
    this.#wrong = doubled(this.#wrong, Uint8Array);
    this.#begins = doubled(this.#begins, Uint16Array);
  }

  #writtenAt(place: number): string {
    return this.#sources[this.#source[place] ?? 0]?.slice(this.#from[place], this.#to[place]) ?? "";
  }

  isWrong(place: number): boolean {
    return this.#wrong[place] === 1;
  }

  timeOf(place: number): number {
    return this.#times[place] ?? 0;
  }

  /** What is shown of a line: of one that was written over, what was written last. */
  runsOf(place: number): Run[] {
    return styledRuns(this.#lineAt(place), this.#styleAt(place)).runs;
  }

  textOf(place: number): string {
    return plainText(this.#lineAt(place));
  }

  #lineAt(place: number): string {
    return readLine(overwritten(this.#writtenAt(place)), this.#own);
  }
}

const overwritten = (text: string): string => {
  const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
  const at = whole.lastIndexOf("\r");
  return at < 0 ? whole : whole.slice(at + 1);
};

function doubled<T extends { length: number; set: (from: T) => void }>(list: T, Kind: new (length: number) => T): T {
  const room = new Kind(list.length * 2);
  room.set(list);
  return room;
}
