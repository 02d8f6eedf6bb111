"use client";

import { useEffect, useRef } from "react";

/** A second press of a double click must not hit the button that has taken the first one's place. */
const DEAF_MS = 500;

/** Whether the button has only just come. */
export function useDeafAtFirst(): () => boolean {
  const mountedAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    mountedAt.current = performance.now();
  }, []);
  return () => performance.now() - mountedAt.current < DEAF_MS;
}
