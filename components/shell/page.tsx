import type { ReactNode } from "react";
import { Clock } from "#components/shell/clock.tsx";
import { Connection, type ConnectionState } from "#components/shell/connection.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Mode } from "#components/ui/mode-block.tsx";
import { PageHead } from "#components/ui/page-head.tsx";

type PageProps = {
  title?: ReactNode;
  over?: ReactNode;
  block?: ReactNode;
  actions?: ReactNode;
  connection?: ConnectionState | undefined;
  /** A head of its own, in place of title, clock and actions. */
  head?: ReactNode;
  /** What the whole screen is about; `drill` gives it ground, frame and watermark. */
  mode?: Mode | undefined;
  /** Without padding and gaps, for a page that has bands from side to side. */
  bare?: boolean | undefined;
  /** Stays at the foot of the window. */
  foot?: ReactNode;
  /** Above the head, for what has to stay in sight where the head does not. */
  above?: ReactNode;
  children: ReactNode;
};

export function Page(props: PageProps) {
  const { title, over, block, actions, connection, head, mode, bare = false, foot, above, children } = props;
  return (
    <div data-screen={mode} className="flex min-w-0 flex-1 flex-col">
      {above}
      {head ?? (
        <PageHead
          title={title}
          block={block}
          over={over}
          actions={actions}
          status={<Status connection={connection} />}
        />
      )}
      <main
        id="main"
        tabIndex={-1}
        className={classNames(
          "min-w-0 flex-1 outline-none",
          !bare &&
            "grid max-w-400 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-4 pb-12 max-md:gap-6 print:p-0",
        )}
      >
        {children}
      </main>
      {foot}
    </div>
  );
}

function Status({ connection }: { connection: ConnectionState | undefined }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      {connection && <Connection connection={connection} />}
      <Clock />
    </span>
  );
}
