import { classNames } from "#components/ui/class-names.ts";

type ButtonLook = "normal" | "primary" | "danger" | "plain";
type ButtonSize = "small" | "normal" | "big";

export type ButtonStyle = {
  look?: ButtonLook | undefined;
  size?: ButtonSize | undefined;
  /** Holds only an icon; give it an aria-label. */
  square?: boolean | undefined;
  /** As wide as its place, for the foot of a phone screen. */
  wide?: boolean | undefined;
};

const looks: Record<ButtonLook, string> = {
  normal: "border-line-2 bg-surface font-medium text-fg hover:bg-hover",
  primary: "border-act bg-act font-semibold text-on-act hover:border-act-hover hover:bg-act-hover",
  danger: "border-bad bg-surface font-medium text-bad hover:bg-bad-tint",
  plain: "border-transparent bg-transparent font-medium text-fg-2 hover:bg-hover hover:text-fg",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-6 px-2 text-s touch:min-h-11",
  normal: "min-h-8 px-3 text-s touch:min-h-11",
  big: "min-h-11 px-6 py-1 text-m touch:min-h-14 short:min-h-11",
};

const squares: Record<ButtonSize, string> = {
  small: "size-6 touch:size-11",
  normal: "size-8 touch:size-11",
  big: "size-11 touch:size-14",
};

const base =
  "inline-flex flex-none items-center justify-center gap-1.5 rounded border text-center no-underline max-sm:max-w-full sm:whitespace-nowrap print:hidden [&>svg]:size-4 [&>svg]:flex-none";

export function buttonClass({ look = "normal", size = "normal", square = false, wide = false }: ButtonStyle): string {
  return classNames(base, looks[look], square ? squares[size] : sizes[size], wide && "w-full");
}

export function blockedButtonClass({ size = "normal", square = false, wide = false }: ButtonStyle): string {
  return classNames(
    base,
    "cursor-not-allowed border-dashed border-control bg-hover font-medium text-fg-3",
    square ? squares[size] : sizes[size],
    wide && "w-full",
  );
}

export function pendingButtonClass({ size = "normal", square = false, wide = false }: ButtonStyle): string {
  return classNames(
    base,
    "cursor-progress border-line-2 bg-hover font-medium text-fg-2",
    square ? squares[size] : sizes[size],
    wide && "w-full",
  );
}
