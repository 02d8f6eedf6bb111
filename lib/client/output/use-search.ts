"use client";

import { useEffect, useRef, useState } from "react";
import { searchLines } from "#lib/client/output/output-search.ts";
import type { FollowedOutput } from "#lib/client/output/use-output.ts";

/** Lines that are looked at before the page gets its turn. */
const CHUNK = 20_000;

type Found = { words: string; places: readonly number[]; at: number };

/** The lines that hold the words, found piece by piece, also in what is still coming, and the one that is looked at. */
export function useSearch({ buffer, count }: FollowedOutput) {
  const [found, setFound] = useState<Found>({ words: "", places: [], at: 0 });
  const scanned = useRef({ buffer, words: "", next: 0 });
  const { words } = found;
  useEffect(() => {
    if (words === "") return;
    if (scanned.current.buffer !== buffer || scanned.current.words !== words) {
      scanned.current = { buffer, words, next: 0 };
    }
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const { found: more, next } = searchLines(buffer, words, { from: scanned.current.next, most: CHUNK });
      scanned.current.next = next;
      if (more.length > 0) setFound((known) => ({ ...known, places: [...known.places, ...more] }));
      if (next < count) timer = setTimeout(look);
    };
    if (scanned.current.next < count) timer = setTimeout(look);
    return () => clearTimeout(timer);
  }, [buffer, count, words]);
  const step = (by: number) =>
    setFound((known) => {
      const all = known.places.length;
      return all === 0 ? known : { ...known, at: (known.at + by + all) % all };
    });
  return {
    words,
    matches: found.places.length,
    at: found.at,
    place: found.places[found.at],
    search: (next: string) => setFound({ words: next, places: [], at: 0 }),
    next: () => step(1),
    previous: () => step(-1),
  };
}
