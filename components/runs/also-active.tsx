"use client";

import type { AlsoActiveProps } from "#components/runs/also-active-list.tsx";
import { Drawn } from "#components/ui/drawn.tsx";
import { later } from "#components/ui/later.ts";

const list = later<AlsoActiveProps>(() =>
  import("#components/runs/later-parts.ts").then((part) => part.AlsoActiveList),
);

/** On a phone, under the one step shown whole: what else goes on or waits. */
export const AlsoActive = (props: AlsoActiveProps) =>
  props.rows.length > 0 && <Drawn part={list}>{(Part) => <Part {...props} />}</Drawn>;
