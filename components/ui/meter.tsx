type MeterProps = {
  /** 0 to 1; more is shown as full. */
  ratio: number;
  /** What is measured, with its value: "27 of about 34 min". */
  label: string;
};

/** Elapsed against expected. The sentence beside it carries the numbers. */
export function Meter({ ratio, label }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, ratio)) * 100);
  return (
    <svg
      role="img"
      aria-label={label}
      data-tone="now"
      viewBox="0 0 128 6"
      preserveAspectRatio="none"
      className="inline-block h-1.5 w-32 max-w-full rounded-small border border-line-2 align-middle max-sm:w-16"
    >
      <rect width="128" height="6" className="fill-hover" />
      <rect width={(128 * percent) / 100} height="6" className="fill-tone-solid" />
    </svg>
  );
}
