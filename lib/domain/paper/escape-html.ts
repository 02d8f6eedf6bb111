const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What people and commands wrote stays text. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

const TIME = /(?:\d{4}-\d\d-\d\d )?\d\d:\d\d(?::\d\d)? [A-Z]{2,5}(?:[+-]\d{1,2}(?::\d\d)?)?/g;

/** What people read in a file: no line ends between a time and its date or zone. */
export const textHtml = (text: string): string =>
  escapeHtml(text).replace(TIME, (time) => time.replaceAll(" ", "\u00a0"));
