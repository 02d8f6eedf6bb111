import { ArrowLeftRight } from "lucide-react";
import { FormLine } from "#components/new-run/form-line.tsx";
import { Day } from "#components/shell/day.tsx";
import { DaysAgo } from "#components/shell/days-ago.tsx";
import { Button } from "#components/ui/button.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import { titlesToldApart } from "#lib/client/procedures/shared-titles.ts";
import type { ProcedureSummary, ProcedureView } from "#lib/contract/procedures.ts";
import type { Site } from "#lib/contract/sites.ts";
import { roleName, roleTitle } from "#lib/domain/role-name.ts";
import { t } from "#lib/words/t.ts";

type SiteFieldsProps = {
  plan: Plan;
  chosen: ProcedureView;
  wanted: string;
  procedures: readonly ProcedureSummary[];
  sites: readonly Site[];
  objections: Readonly<Record<string, string>>;
  onProcedure: (id: string) => void;
  onSite: (role: string, site: string) => void;
  onSwap: () => void;
};

export function SiteFields({ plan, chosen, onSite, onSwap, ...props }: SiteFieldsProps) {
  const { roles } = chosen.document;
  const swappable = ["source", "destination"].every((key) => roles.some((role) => role.key === key));
  return (
    <Section
      title={t("Procedure and sites")}
      end={
        swappable && (
          <Button size="small" icon={<ArrowLeftRight aria-hidden />} onClick={onSwap}>
            {t("Swap source and destination")}
          </Button>
        )
      }
    >
      <Lines>
        <ProcedureLine chosen={chosen} {...props} />
        {roles.map((role) => (
          <RoleLine
            key={role.key}
            roleKey={role.key}
            title={role.title}
            site={plan.sites[role.key] ?? ""}
            sites={props.sites}
            objection={props.objections[role.key]}
            onSite={(site) => onSite(role.key, site)}
          />
        ))}
      </Lines>
    </Section>
  );
}

function ProcedureLine({
  chosen,
  wanted,
  procedures,
  onProcedure,
}: Pick<SiteFieldsProps, "chosen" | "wanted" | "procedures" | "onProcedure">) {
  const latest = procedures.find(({ key }) => key === chosen.key);
  const options = latest?.id === chosen.id ? procedures : [chosen, ...procedures];
  const titleOf = titlesToldApart(options);
  const note =
    latest && latest.id !== chosen.id ? (
      <span className="font-semibold text-wait">
        {t("not the latest: that is v{version}", { version: latest.version })}
      </span>
    ) : chosen.lastDrill ? (
      <Words
        of="last drilled {date}, {ago}"
        with={{
          date: <Day at={chosen.lastDrill.endedAt} />,
          ago: <DaysAgo at={chosen.lastDrill.endedAt} />,
        }}
      />
    ) : (
      t("never drilled to the end")
    );
  return (
    <FormLine
      label={t("Procedure")}
      wide
      note={
        <Sentences>
          <Words of="{note}." with={{ note }} />
          <Link href={`/procedures/${chosen.id}`} className="text-link underline">
            {t("Read it")}
          </Link>
        </Sentences>
      }
    >
      <SelectField
        label={t("Procedure")}
        labelHidden
        value={wanted}
        onChange={(event) => onProcedure(event.target.value)}
      >
        {options.map((each) => (
          <option key={each.id} value={each.id}>
            {titleOf(each)}, v{each.version}
          </option>
        ))}
      </SelectField>
    </FormLine>
  );
}

type RoleLineProps = {
  roleKey: string;
  title: string;
  site: string;
  sites: readonly Site[];
  objection: string | undefined;
  onSite: (site: string) => void;
};

function RoleLine({ roleKey, title, site, sites, objection, onSite }: RoleLineProps) {
  const chosen = sites.find(({ id }) => id === site);
  const name = roleTitle({ key: roleKey, title: capitalized(roleName(roleKey)) });
  return (
    <FormLine label={<span title={title}>{name}</span>} note={chosen?.place}>
      <SelectField
        label={title}
        labelHidden
        error={objection}
        value={site}
        onChange={(event) => onSite(event.target.value)}
      >
        {!chosen && <option value="">{t("Choose…")}</option>}
        {sites.map(({ id, name: siteName, practice }) => (
          <option key={id} value={id}>
            {practice ? t("{site} (practice)", { site: siteName }) : siteName}
          </option>
        ))}
      </SelectField>
    </FormLine>
  );
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
