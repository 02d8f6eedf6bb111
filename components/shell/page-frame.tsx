import type { ReactNode } from "react";
import { HeadHeight } from "#components/shell/head-height.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Mode } from "#components/ui/mode-block.tsx";

type PageFrameProps = {
  head: ReactNode;
  /** What the whole screen is about; `drill` gives it ground, frame and watermark. */
  mode?: Mode | undefined;
  /** Without padding and gaps, for a page that has bands from side to side. */
  bare?: boolean | undefined;
  /** After the content. */
  foot?: ReactNode;
  /** Above the head, for what has to stay in sight where the head does not. */
  above?: ReactNode;
  children: ReactNode;
};

/** Where head, content and foot of a page stand. */
export function PageFrame({ head, mode, bare = false, foot, above, children }: PageFrameProps) {
  return (
    <div data-screen={mode} className="flex min-w-0 flex-1 flex-col print:block">
      {above}
      {head}
      <HeadHeight />
      <main
        id="main"
        tabIndex={-1}
        className={classNames(
          "min-w-0 flex-1 -outline-offset-2 print:outline-none",
          !bare &&
            "grid max-w-400 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-4 pb-12 max-md:gap-6 print:block print:space-y-8 print:p-0",
        )}
      >
        {children}
      </main>
      {foot}
    </div>
  );
}
