/** What a telephone dials: digits alone, and the extension after them (RFC 3966). */
export function telephoneAddress(written: string): string {
  const [number = "", extension] = written.split(/(?:ext\.?|x|#|内線)/i);
  const digits = (text: string) => text.replace(/\D/g, "");
  // In "+49 (0)30" the nought is for callers at home.
  const abroad = number.trim().startsWith("+") ? `+${digits(number.replace("(0)", ""))}` : digits(number);
  return `tel:${abroad}${extension ? `;ext=${digits(extension)}` : ""}`;
}
