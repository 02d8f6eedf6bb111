import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { longPageParams, noParams, nothing } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";
import { Role } from "#lib/domain/roles.ts";
import { locales } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

const Name = z
  .string()
  .trim()
  .min(1, { error: () => t("must not be empty") })
  .max(80, { error: () => t("at most 80 characters") });
const Email = z
  .email({ error: () => t("must be an e-mail address") })
  .max(200, { error: () => t("at most 200 characters") });
const Password = z
  .string()
  .min(12, { error: () => t("at least 12 characters") })
  .max(128, { error: () => t("at most 128 characters") });

/** Of a name in lists that people write, such as a change board. */
const Group = z
  .string()
  .trim()
  .min(1, { error: () => t("must not be empty") })
  .max(60, { error: () => t("at most 60 characters") });

/** As people write it, also with full-width digits; empty for none. */
const Telephone = z
  .string()
  .overwrite((written) => written.normalize("NFKC").trim())
  .max(40, { error: () => t("at most 40 characters") })
  .refine((written) => written === "" || TELEPHONE.test(written), {
    error: () => t("must be a telephone number: digits, spaces and + - ( ) / . with an extension such as “ext. 12”"),
  });
/** Two digits or more. */
const TELEPHONE = /^(?=\D*\d\D*\d)[\d +\-()/.]+(?:(?:ext\.?|x|#|内線) *\d{1,8})?$/i;

export const SignedIn = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: Role,
  groups: z.array(z.string()),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const User = SignedIn.extend({
  telephone: z.string().nullable(),
  disabledAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type User = z.infer<typeof User>;

export const getSession = endpoint({
  method: "GET",
  path: "/api/session",
  summary: "Who is signed in, if anybody",
  permission: "public",
  params: noParams,
  body: nothing,
  response: z.object({ person: SignedIn.nullable(), serverAt: Instant }),
});

export const signIn = endpoint({
  method: "POST",
  path: "/api/session",
  summary: "Sign in; the answer sets the session cookie. Who has a second factor is asked for a code",
  permission: "public",
  params: noParams,
  body: z.strictObject({
    email: z.string().max(200),
    password: z.string().max(128),
    /** Of the authenticator, or one of the recovery codes. */
    code: z.string().trim().max(40).optional(),
  }),
  response: z.instanceof(Response),
});

export const signOut = endpoint({
  method: "DELETE",
  path: "/api/session",
  summary: "Sign out; the session is gone at once",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: z.instanceof(Response),
});

export const setLanguage = endpoint({
  method: "PUT",
  path: "/api/session/language",
  summary: "Choose the language that one is written to in; a browser keeps its own in a cookie",
  permission: "in_person",
  params: noParams,
  body: z.strictObject({ locale: z.enum(locales) }),
  response: nothing,
});

export const setTelephone = endpoint({
  method: "PUT",
  path: "/api/session/telephone",
  summary: "Give one's own telephone number, or none: it stands in the packs of the runs one has a part in",
  permission: "in_person",
  params: noParams,
  body: z.strictObject({ telephone: Telephone }),
  response: nothing,
});

export const changePassword = endpoint({
  method: "PUT",
  path: "/api/session/password",
  summary: "Change one's own password; every other session of this person ends",
  permission: "in_person",
  params: noParams,
  body: z.strictObject({ current: z.string().max(128), next: Password }),
  response: nothing,
});

export const setUp = endpoint({
  method: "POST",
  path: "/api/set-up",
  summary: "Make the first administrator with the one-time token of the set-up address",
  permission: "public",
  params: noParams,
  body: z.strictObject({ token: z.string().max(128), name: Name, email: Email, password: Password }),
  response: SignedIn,
});

/**
 * `secondFactor`: one-time codes are on. `password`: they have one here. `singleSignOn`: what the provider is
 * called that they come by, which gives name and role anew at each sign-in; null: they do not.
 */
export const ListedUser = User.extend({
  secondFactor: z.boolean(),
  password: z.boolean(),
  singleSignOn: z.string().nullable(),
});
export type ListedUser = z.infer<typeof ListedUser>;

export const listUsers = endpoint({
  method: "GET",
  path: "/api/users",
  summary: "Everybody who can or could sign in",
  permission: "user.manage",
  params: z.object(longPageParams),
  body: nothing,
  response: z.object({ users: z.array(ListedUser), next: z.string().nullable() }),
});

export const createUser = endpoint({
  method: "POST",
  path: "/api/users",
  summary: "Add a person",
  permission: "user.manage",
  params: noParams,
  body: z.strictObject({ name: Name, email: Email, role: Role, password: Password }),
  response: User,
});

/**
 * Whom a run may name. Everybody who sees runs may read this, so the e-mail address is there only where somebody else who
 * can act has the same name, and nothing else tells them apart.
 */
export const ListedPerson = z.object({ id: z.uuid(), name: z.string(), role: Role, email: z.string().optional() });
export type ListedPerson = z.infer<typeof ListedPerson>;

export const listPeople = endpoint({
  method: "GET",
  path: "/api/people",
  summary: "Everybody who can act now: whom a run may name",
  permission: "run.view",
  params: z.object({ ...longPageParams, after: z.uuid().optional() }),
  body: nothing,
  response: z.object({ people: z.array(ListedPerson), next: z.string().nullable() }),
});

const OneUser = z.object({ id: z.uuid() });

export const changeUser = endpoint({
  method: "PATCH",
  path: "/api/users/{id}",
  summary:
    "Change a person's name, e-mail address, role, telephone number or groups, deactivate or reactivate; a deactivated person is signed out at once, and their API tokens are revoked",
  permission: "user.manage",
  params: OneUser,
  body: z.strictObject({
    name: Name.optional(),
    /** That they sign in with and are written to. */
    email: Email.optional(),
    role: Role.optional(),
    telephone: Telephone.optional(),
    groups: z
      .array(Group)
      .max(20, { error: () => t("at most 20 groups") })
      .optional(),
    disabled: z.boolean().optional(),
    /** The `updatedAt` that was looked at. Somebody else's change since then is not overwritten. */
    seen: Instant.optional(),
  }),
  response: User,
});

export const resetPassword = endpoint({
  method: "PUT",
  path: "/api/users/{id}/password",
  summary: "Give a person a new password; their sessions end, and their API tokens are revoked",
  permission: "user.manage",
  params: OneUser,
  body: z.strictObject({ password: Password }),
  response: nothing,
});
