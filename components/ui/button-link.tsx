import type { ComponentProps, ReactNode } from "react";
import { type ButtonStyle, buttonClass } from "#components/ui/button-style.ts";
import { Link } from "#components/ui/link.tsx";

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "className" | "style"> & ButtonStyle & { icon?: ReactNode };

/** Looks like a button, goes somewhere. */
export function ButtonLink({ look, size, square, wide, icon, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass({ look, size, square, wide })}>
      {icon}
      {children}
    </Link>
  );
}
