"use client";

import { Info } from "lucide-react";
import { type FormEvent, useState } from "react";
import { NotDone } from "#components/shell/not-done.tsx";
import { Page } from "#components/shell/page.tsx";
import { useUnsaved } from "#components/shell/use-unsaved.ts";
import { ConnectionEditor } from "#components/sites/connection-editor.tsx";
import { ParameterEditor } from "#components/sites/parameter-editor.tsx";
import { RunsAsBefore } from "#components/sites/runs-as-before.tsx";
import { UnmetNeeds } from "#components/sites/unmet-needs.tsx";
import { useSaveSite } from "#components/sites/use-save-site.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { hostRows, readConnections, serviceRows } from "#lib/client/sites/connection-rows.ts";
import { newRow, type ParameterRow, type RowErrors, readRows, rowsOf } from "#lib/client/sites/parameter-rows.ts";
import { siteErrors } from "#lib/client/sites/site-errors.ts";
import { siteKey } from "#lib/client/sites/site-key.ts";
import { type SiteNeed, unmetNeeds } from "#lib/client/sites/site-needs.ts";
import type { Site } from "#lib/contract/sites.ts";
import { joined, t, tn } from "#lib/words/t.ts";

type SiteFormProps = { site: Site | null; needs: readonly SiteNeed[] };

export function SiteForm({ site, needs }: SiteFormProps) {
  const [name, setName] = useState(site?.name ?? "");
  const [key, setKey] = useState<string | null>(null);
  const [place, setPlace] = useState(site?.place ?? "");
  const [rows, setRows] = useState<ParameterRow[]>(() => rowsOf(site?.parameters ?? {}));
  const [wrong, setWrong] = useState<RowErrors>({});
  const [hosts, setHosts] = useState(() => hostRows(site?.connections ?? {}));
  const [services, setServices] = useState(() => serviceRows(site?.connections ?? {}));
  const reached = readConnections(hosts, services);
  const [namesShown, setNamesShown] = useState(false);
  const { mutate, isPending, isSuccess, error } = useSaveSite(site);
  const said = JSON.stringify({ name, key, place, rows, hosts, services });
  const [opened] = useState(said);
  useUnsaved(said !== opened && !isSuccess);
  const form = useFocusWrong(wrong, error);
  const [sent, setSent] = useState({ hosts, services, rows });
  const found = siteErrors(error, sent);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending || isSuccess) return;
    const read = readRows(rows);
    setWrong(read.ok ? {} : read.errors);
    setNamesShown(true);
    if (!read.ok || Object.keys(reached.errors).length > 0) return;
    const { connections } = reached;
    setSent({ hosts, services, rows });
    mutate({ key: key ?? siteKey(name), name, place, parameters: read.parameters, connections });
  };
  return (
    <Page over={t("Sites")} title={site ? site.name : t("Add a site")}>
      <form ref={form} onSubmit={submit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {site && <RunsAsBefore siteId={site.id} />}
        <BasicFields
          site={site}
          values={{ name, place, key: site?.key ?? key ?? siteKey(name) }}
          errors={found.fields}
          onName={setName}
          onPlace={setPlace}
          onKey={setKey}
        />
        <ConnectionEditor
          hosts={hosts}
          services={services}
          errors={{ ...found.fields, ...(namesShown && reached.errors) }}
          onHosts={setHosts}
          onServices={setServices}
        />
        {site?.practice ? (
          <Alert icon={<Info aria-hidden />} title={t("A practice site.")} live="off">
            {t("Each start of the console writes its parameters anew. Add a site of your own to set them.")}
          </Alert>
        ) : (
          <ParametersSection rows={rows} errors={{ ...found.rows, ...wrong }} needs={needs} onChange={setRows} />
        )}
        {error && (
          <NotDone title={t("Not saved.")} error={found.count + found.elsewhere.length > 0 ? undefined : error}>
            {joined(
              found.count > 0 && tn("{count} field needs correcting.", "{count} fields need correcting.", found.count),
              ...found.elsewhere,
            )}
          </NotDone>
        )}
        <Actions end={<ButtonLink href="/sites">{t("Back")}</ButtonLink>}>
          <Button type="submit" look="primary" pending={(isPending || isSuccess) && t("Saving…")}>
            {site ? t("Save") : t("Add the site")}
          </Button>
        </Actions>
      </form>
    </Page>
  );
}

type BasicFieldsProps = {
  site: Site | null;
  values: { name: string; place: string; key: string };
  errors: Readonly<Record<string, string>>;
  onName: (name: string) => void;
  onPlace: (place: string) => void;
  onKey: (key: string) => void;
};

function BasicFields({ site, values, errors, onName, onPlace, onKey }: BasicFieldsProps) {
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <TextField
        label={t("Name")}
        value={values.name}
        maxLength={80}
        error={errors.name}
        onChange={(event) => onName(event.target.value)}
      />
      <TextField
        label={t("Place")}
        value={values.place}
        maxLength={200}
        hint={t("Address, room, whatever people need to know.")}
        error={errors.place}
        onChange={(event) => onPlace(event.target.value)}
      />
      <TextField
        label={t("Key")}
        mono
        value={values.key}
        readOnly={site !== null}
        maxLength={64}
        hint={site ? t("Never changes.") : t("For programs. It never changes.")}
        error={errors.key}
        onChange={(event) => onKey(event.target.value)}
      />
    </div>
  );
}

type ParametersSectionProps = {
  rows: readonly ParameterRow[];
  errors: RowErrors;
  needs: readonly SiteNeed[];
  onChange: (rows: ParameterRow[]) => void;
};

function ParametersSection({ rows, errors, needs, onChange }: ParametersSectionProps) {
  const named = Object.fromEntries(rows.map((row) => [row.name.trim(), true]));
  return (
    <Section title={t("Parameters")} note={t("what commands take from this site; never put a password here")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <UnmetNeeds
          needs={unmetNeeds(needs, named)}
          onAdd={(parameter) => onChange([...rows, newRow(rows, parameter)])}
        />
        <ParameterEditor rows={rows} errors={errors} onChange={onChange} />
      </div>
    </Section>
  );
}
