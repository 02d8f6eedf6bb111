import { inflateSync } from "node:zlib";

/** What is written on each page of a PDF of Chromium, in the order in which it is drawn. */
export function textOfPages(pdf: Buffer): string[] {
  const file = pdf.toString("latin1");
  const objects = new Map([...file.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id, body = ""]) => [id, body]));
  const streamOf = (id: string | undefined): string => {
    const body = objects.get(id) ?? "";
    const [, stream] = /stream\r?\n(.*)\r?\nendstream/s.exec(body) ?? [];
    return stream === undefined ? "" : inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
  };
  const letters = new Map<string, Map<string, string>>();
  for (const [id = "", body] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (map !== undefined) letters.set(id, lettersOf(streamOf(map)));
  }
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b(?!s)/.test(body));
  return pages.map((page) => {
    const fonts = new Map(
      [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id = ""]) => [name, letters.get(id)]),
    );
    let font: Map<string, string> | undefined;
    let text = "";
    const drawn = streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    for (const [, name, glyphs = ""] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|ET\n/g)) {
      if (name !== undefined) font = fonts.get(name);
      else text += glyphs === "" ? " " : inLetters(glyphs, font);
    }
    // A ligature is one glyph, and what is styled otherwise within a line has a space of its own.
    return text.normalize("NFKC").replace(/ +/g, " ");
  });
}

function inLetters(glyphs: string, font: Map<string, string> | undefined): string {
  const [known = ""] = font?.keys() ?? [];
  const places = Array.from({ length: glyphs.length / known.length }, (_, i) => i * known.length);
  return places.map((at) => font?.get(glyphs.slice(at, at + known.length)) ?? "").join("");
}

/** Of a font: the letter of each glyph. */
function lettersOf(map: string): Map<string, string> {
  const found = new Map<string, string>();
  const hex = (code: number, length: number) => code.toString(16).toUpperCase().padStart(length, "0");
  const letter = (code: string) => Buffer.from(code, "hex").swap16().toString("utf16le");
  for (const [, rows = ""] of map.matchAll(/beginbfchar\n(.*?)endbfchar/gs))
    for (const [, glyph = "", code = ""] of rows.matchAll(/<(\w+)> <(\w+)>/g)) found.set(glyph, letter(code));
  for (const [, rows = ""] of map.matchAll(/beginbfrange\n(.*?)endbfrange/gs))
    for (const [, from = "", to = "", code = ""] of rows.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++)
        found.set(hex(glyph, from.length), letter(hex(Number.parseInt(code, 16) + glyph - first, 4)));
    }
  return found;
}
