/** Plain text with empty lines between its paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="grid max-w-[80ch] gap-2">
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
    </div>
  );
}
