import type { Metadata } from "next";
import { UploadForm } from "#components/procedures/upload-form.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { can } from "#lib/domain/roles.ts";
import { signedIn } from "../../signed-in.ts";

export const metadata: Metadata = { title: "Upload a procedure" };

export default async function UploadPage() {
  const { role } = await signedIn();
  if (can(role, "procedure.publish")) return <UploadForm />;
  return (
    <NotAllowed
      page="Upload a procedure"
      title="You may read, not publish"
      next={{ href: "/procedures", words: "Procedures" }}
    >
      Commanders and administrators publish procedures. You are {role}: ask one of them.
    </NotAllowed>
  );
}
