"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { useFocusAdded } from "#components/ui/use-focus-added.ts";
import { type HostRow, newHost, newService, type ServiceRow, usesJump } from "#lib/client/sites/connection-rows.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

type ConnectionEditorProps = {
  hosts: readonly HostRow[];
  services: readonly ServiceRow[];
  /** What is wrong, by the key of the row and its field: `host-0.jump.user`. */
  errors: Readonly<Record<string, string>>;
  onHosts: (hosts: HostRow[]) => void;
  onServices: (services: ServiceRow[]) => void;
};

/** How workers reach the site. Credentials are only named: each worker keeps its own. */
export function ConnectionEditor({ hosts, services, errors, onHosts, onServices }: ConnectionEditorProps) {
  const hostList = useFocusAdded<HTMLDivElement>(hosts.length);
  const serviceList = useFocusAdded<HTMLDivElement>(services.length);
  return (
    <Section title={t("How it is reached")} note={t("credentials are named here and kept by the workers")}>
      <div className="grid gap-3">
        <div ref={hostList} className="contents">
          {hosts.map((host) => (
            <HostFields
              key={host.key}
              host={host}
              errors={errors}
              onChange={(given) => onHosts(hosts.map((one) => (one.key === host.key ? { ...one, ...given } : one)))}
              onRemove={() => onHosts(hosts.filter(({ key }) => key !== host.key))}
            />
          ))}
        </div>
        <div ref={serviceList} className="contents">
          {services.map((service) => (
            <ServiceFields
              key={service.key}
              service={service}
              errors={errors}
              onChange={(given) =>
                onServices(services.map((one) => (one.key === service.key ? { ...one, ...given } : one)))
              }
              onRemove={() => onServices(services.filter(({ key }) => key !== service.key))}
            />
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button icon={<Plus aria-hidden />} onClick={() => onHosts([...hosts, newHost(hosts)])}>
            {t("Add an ssh host")}
          </Button>
          <Button icon={<Plus aria-hidden />} onClick={() => onServices([...services, newService(services)])}>
            {t("Add an http service")}
          </Button>
        </div>
      </div>
    </Section>
  );
}

type HostFieldsProps = {
  host: HostRow;
  errors: Readonly<Record<string, string>>;
  onChange: (given: Partial<HostRow>) => void;
  onRemove: () => void;
};

const fields = [
  ["name", "Name", "main is where commands go that name no host"],
  ["host", "Host", null],
  ["port", "Port", null],
  ["user", "Account", null],
  ["credential", "Credential", "the name under which the workers keep the key, or agent"],
  ["receipts", "Folder for receipts", "left empty: in the account’s home"],
] as const satisfies readonly (readonly [keyof HostRow, PlainSentence, PlainSentence | null])[];

const jumpFields = [
  ["jumpHost", "host", "Jump host", "left empty: reached directly"],
  ["jumpPort", "port", "Jump host’s port", null],
  ["jumpUser", "user", "Jump host’s account", null],
  ["jumpCredential", "credential", "Jump host’s credential", null],
] as const satisfies readonly (readonly [keyof HostRow, string, PlainSentence, PlainSentence | null])[];

function HostFields({ host, errors, onChange, onRemove }: HostFieldsProps) {
  const at = (field: string) => errors[`${host.key}.${field}`];
  return (
    <fieldset className="grid gap-3 rounded border border-line bg-surface p-3">
      <legend className="px-1 font-semibold">ssh {host.name || t("new host")}</legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {fields.map(([field, label, hint]) => (
          <TextField
            key={field}
            label={t(label)}
            mono
            hint={hint ? t(hint) : undefined}
            spellCheck={false}
            autoCapitalize="none"
            value={host[field]}
            error={at(field)}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        ))}
      </div>
      <TextArea
        label={t("Pinned host keys, one on each line")}
        mono
        rows={2}
        hint={t(
          "As ssh-keyscan shows them, without the host’s name. Compare them before you pin them; no other key is ever trusted.",
        )}
        spellCheck={false}
        value={host.hostKeys}
        error={at("hostKeys")}
        onChange={(event) => onChange({ hostKeys: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {jumpFields.map(([field, part, label, hint]) => (
          <TextField
            key={field}
            label={t(label)}
            mono
            hint={hint ? t(hint) : undefined}
            spellCheck={false}
            value={host[field]}
            error={at(`jump.${part}`)}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        ))}
      </div>
      {usesJump(host) && (
        <TextArea
          label={t("Pinned keys of the jump host")}
          mono
          rows={2}
          spellCheck={false}
          value={host.jumpKeys}
          error={at("jump.hostKeys")}
          onChange={(event) => onChange({ jumpKeys: event.target.value })}
        />
      )}
      <span>
        <Button
          look="plain"
          icon={<Trash2 aria-hidden />}
          aria-label={t("Remove ssh host {name}", { name: host.name })}
          onClick={onRemove}
        >
          {t("Remove")}
        </Button>
      </span>
    </fieldset>
  );
}

type ServiceFieldsProps = {
  service: ServiceRow;
  errors: Readonly<Record<string, string>>;
  onChange: (given: Partial<ServiceRow>) => void;
  onRemove: () => void;
};

function ServiceFields({ service, errors, onChange, onRemove }: ServiceFieldsProps) {
  return (
    <fieldset className="grid items-start gap-3 rounded border border-line bg-surface p-3 md:grid-cols-[16rem_minmax(0,1fr)_auto]">
      <legend className="px-1 font-semibold">http {service.name || t("new service")}</legend>
      <TextField
        label={t("Name")}
        mono
        value={service.name}
        error={errors[`${service.key}.name`]}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label={t("Address")}
        mono
        hint={t("Requests go under this address and nowhere else.")}
        value={service.base}
        error={errors[`${service.key}.base`]}
        onChange={(event) => onChange({ base: event.target.value })}
      />
      <span className="md:mt-6">
        <Button
          look="plain"
          icon={<Trash2 aria-hidden />}
          aria-label={t("Remove http service {name}", { name: service.name })}
          onClick={onRemove}
        >
          {t("Remove")}
        </Button>
      </span>
    </fieldset>
  );
}
