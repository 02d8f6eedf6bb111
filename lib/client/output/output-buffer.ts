import { mayBeStyled, PLAIN, plainText, type Run, type Style, styledRuns } from "#lib/client/output/sgr.ts";
import { type OwnLines, readLine } from "#lib/client/run/own-lines.ts";
import type { OutputPiece } from "#lib/contract/runs.ts";

type Stream = OutputPiece["stream"];

const FIRST_ROOM = 1_024;

/**
 * Every line of an output, kept so that a million of them cost little: texts in one array, everything else in numbers.
 * It grows in place; `revision` tells whoever draws it that it has.
 */
export class OutputBuffer {
  readonly #own: OwnLines;
  readonly #texts: string[] = [];
  #times = new Float64Array(FIRST_ROOM);
  /** Which line came from standard error, and the style each begins with, as places in `#styles`. */
  #wrong = new Uint8Array(FIRST_ROOM);
  #begins = new Uint16Array(FIRST_ROOM);
  readonly #styles: Style[] = [PLAIN];
  readonly #now: Record<Stream, number> = { stdout: 0, stderr: 0 };
  #open: Stream | null = null;
  lastPiece = 0;
  revision = 0;

  constructor(own: OwnLines = "none") {
    this.#own = own;
  }

  get count(): number {
    return this.#texts.length;
  }

  /** Takes what comes next; what it has already is left out. A piece may end in the middle of a line. */
  append({ piece, at, stream, text }: OutputPiece): void {
    if (piece <= this.lastPiece) return;
    this.lastPiece = piece;
    this.revision += 1;
    const time = Date.parse(at);
    let from = 0;
    while (from < text.length) {
      const end = text.indexOf("\n", from);
      const part = text.slice(from, end < 0 ? text.length : end);
      this.#add(part, stream, time);
      this.#open = end < 0 ? stream : null;
      from = end < 0 ? text.length : end + 1;
    }
  }

  /** A stream goes on in the line where it stopped, if nothing came between. */
  #add(part: string, stream: Stream, time: number): void {
    if (this.#open === stream) {
      const last = this.#texts.length - 1;
      this.#texts[last] += part;
    } else {
      this.#makeRoom();
      const place = this.#texts.length;
      this.#times[place] = time;
      this.#wrong[place] = stream === "stderr" ? 1 : 0;
      this.#begins[place] = this.#now[stream];
      this.#texts.push(part);
    }
    if (mayBeStyled(part)) this.#follow(stream);
  }

  #follow(stream: Stream): void {
    const last = this.#texts.length - 1;
    const { end } = styledRuns(this.#texts[last] ?? "", this.#styleAt(last));
    const known = this.#styles.findIndex((style) => JSON.stringify(style) === JSON.stringify(end));
    this.#now[stream] = known >= 0 ? known : this.#styles.push(end) - 1;
  }

  #styleAt(place: number): Style {
    return this.#styles[this.#begins[place] ?? 0] ?? PLAIN;
  }

  #makeRoom(): void {
    if (this.#texts.length < this.#times.length) return;
    const room = this.#times.length * 2;
    const [times, wrong, begins] = [new Float64Array(room), new Uint8Array(room), new Uint16Array(room)];
    times.set(this.#times);
    wrong.set(this.#wrong);
    begins.set(this.#begins);
    this.#times = times;
    this.#wrong = wrong;
    this.#begins = begins;
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
    return readLine(overwritten(this.#texts[place] ?? ""), this.#own);
  }
}

const overwritten = (text: string): string => {
  const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
  const at = whole.lastIndexOf("\r");
  return at < 0 ? whole : whole.slice(at + 1);
};
