import { SelectField } from "#components/ui/select-field.tsx";
import { roleWords } from "#lib/client/people/role-words.ts";
import { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

type RoleFieldProps = {
  role: Role;
  /** Names the person where the field stands in a list. */
  label: string;
  labelHidden?: boolean;
  hint?: string | undefined;
  disabled?: boolean;
  onChange: (role: Role) => void;
};

export function RoleField({ role, onChange, ...rest }: RoleFieldProps) {
  return (
    <SelectField {...rest} value={role} onChange={(event) => onChange(Role.parse(event.target.value))}>
      {Role.options.map((each) => (
        <option key={each} value={each}>
          {t(roleWords[each].word)}
        </option>
      ))}
    </SelectField>
  );
}
