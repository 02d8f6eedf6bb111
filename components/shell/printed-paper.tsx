"use client";

import { useEffect, useRef } from "react";
import type { Sheet } from "#lib/domain/paper/html-file.ts";

type PrintedPaperProps = {
  /** Made when somebody prints: as the page knows it then, also without the network. */
  sheet: () => Sheet;
};

/** What the browser prints in place of the page; print.css hides the rest. Nothing of it stands there before or after. */
export function PrintedPaper({ sheet }: PrintedPaperProps) {
  const latest = useRef(sheet);
  useEffect(() => {
    latest.current = sheet;
  });
  useEffect(() => {
    let paper: HTMLElement | undefined;
    const take = () => paper?.remove();
    const lay = () => {
      take();
      paper = paperOf(latest.current());
      document.body.append(paper);
    };
    window.addEventListener("beforeprint", lay);
    window.addEventListener("afterprint", take);
    return () => {
      window.removeEventListener("beforeprint", lay);
      window.removeEventListener("afterprint", take);
      take();
    };
  }, []);
  return null;
}

/** In a shadow tree: neither page nor paper has rules for the other. The policy of the page would refuse its `<style>`. */
function paperOf({ rules, html }: Sheet): HTMLElement {
  const style = new CSSStyleSheet();
  style.replaceSync(rules);
  const paper = document.createElement("div");
  paper.dataset.paper = "";
  const shadow = paper.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [style];
  shadow.append(new DOMParser().parseFromString(html, "text/html").body);
  return paper;
}
