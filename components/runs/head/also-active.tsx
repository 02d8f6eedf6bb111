"use client";

import type { AlsoActiveProps } from "#components/runs/head/also-active-list.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { Drawn } from "#components/ui/drawn.tsx";

const list = runPart("AlsoActiveList");

/** On a phone, under the one step shown whole: what else goes on or waits. */
export const AlsoActive = (props: AlsoActiveProps) =>
  props.rows.length > 0 && <Drawn part={list}>{(Part) => <Part {...props} />}</Drawn>;
