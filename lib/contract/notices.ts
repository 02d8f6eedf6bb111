import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing, pageParams } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";
import { ChannelFormat } from "#lib/domain/notify/formats.ts";
import { MessageType, NoticeKind } from "#lib/domain/notify/message.ts";
import { Zone } from "#lib/domain/zone.ts";
import { locales } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";
import { UTC } from "#lib/words/zone.ts";

const kinds = z.array(NoticeKind).max(NoticeKind.options.length);

/** The language that messages are written in. */
const locale = z.enum(locales);

/** What a person is told by e-mail. */
export const NoticeChoice = z.strictObject({
  kinds,
  drills: z.boolean(),
  /** In which times are told beside UTC; left out it stays. */
  zone: Zone.optional(),
});
export type NoticeChoice = z.infer<typeof NoticeChoice>;

export const OwnChoice = NoticeChoice.extend({
  /** Null: none is known, so times are told in UTC alone. */
  zone: z.string().nullable(),
  email: z.string(),
  /** The language that one is written to in, which `PUT /api/session/language` chooses. */
  locale: z.enum(locales),
  /** False: no mail server is configured, so nobody gets e-mail. */
  mail: z.boolean(),
});
export type OwnChoice = z.infer<typeof OwnChoice>;

export const DeliveryState = z.enum(["waiting", "delivered", "given_up"]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** What became of the last tries: never tried where all is null, else as the last one ended. */
export const Reach = z.object({
  deliveredAt: Instant.nullable(),
  /** Since when each try failed; null where the last one was delivered. */
  failingSince: Instant.nullable(),
  /** Why the last try failed. */
  failure: z.string().nullable(),
});
export type Reach = z.infer<typeof Reach>;

/** The mail server that is configured, `host:port`. */
export const MailServer = z.object({ place: z.string(), reach: Reach });
export type MailServer = z.infer<typeof MailServer>;

/** A message on its way to one person or channel, and what became of it. */
export const Delivery = z.object({
  id: z.uuid(),
  /** The channel's name, or the person's. */
  to: z.string(),
  channel: z.uuid().nullable(),
  /** It went to a channel that was deleted since. */
  deleted: z.boolean(),
  type: MessageType,
  subject: z.string(),
  /** The language that it was written in. */
  locale,
  state: DeliveryState,
  tries: z.number().int(),
  /** Why the last try failed. */
  lastError: z.string().nullable(),
  /** While it waits: when it is tried next. */
  nextAt: Instant.nullable(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

export const getNoticeChoice = endpoint({
  method: "GET",
  path: "/api/notices/choice",
  summary: "What one is told by e-mail",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: OwnChoice,
});

export const setNoticeChoice = endpoint({
  method: "PUT",
  path: "/api/notices/choice",
  summary: "Choose what one is told by e-mail",
  permission: "in_person",
  params: noParams,
  body: NoticeChoice,
  response: OwnChoice,
});

export const sendTestMail = endpoint({
  method: "POST",
  path: "/api/notices/choice/test",
  summary: "Send oneself a test message; the answer says what became of it",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: Delivery,
});

/** Where messages are posted. Its address is never answered again, because who has it can post there. */
export const Channel = z.object({
  id: z.uuid(),
  name: z.string(),
  format: ChannelFormat,
  host: z.string(),
  kinds,
  drills: z.boolean(),
  locale,
  zone: z.string(),
  createdAt: Instant,
  createdBy: z.string(),
  /** When its settings were last changed. */
  updatedAt: Instant,
  disabledAt: Instant.nullable(),
  reach: Reach,
});
export type Channel = z.infer<typeof Channel>;

const Name = z
  .string()
  .trim()
  .min(1, { error: () => t("must not be empty") })
  .max(60, { error: () => t("at most 60 characters") })
  .regex(/^[^\r\n]*$/, { error: () => t("one line") });

const Address = z
  .url({ protocol: /^https?$/, error: () => t("an address that begins with https:// or http://") })
  .max(2_000, { error: () => t("at most 2,000 characters") })
  .refine((text) => URL.canParse(text) && new URL(text).username === "", {
    error: () => t("without a user name: the key signs"),
  });

export const NewChannel = z.strictObject({
  name: Name,
  format: ChannelFormat,
  address: Address,
  kinds: kinds.min(1, { error: () => t("at least one") }),
  drills: z.boolean(),
  locale: locale.default("en"),
  zone: Zone.default(UTC),
});
export type NewChannel = z.infer<typeof NewChannel>;

const ChannelChange = z.strictObject({
  name: Name.optional(),
  address: Address.optional(),
  kinds: kinds.min(1, { error: () => t("at least one") }).optional(),
  drills: z.boolean().optional(),
  locale: locale.optional(),
  zone: Zone.optional(),
  disabled: z.boolean().optional(),
  /** The `updatedAt` that was looked at. Somebody else's change since then is not overwritten. */
  seen: Instant.optional(),
});
export type ChannelChange = z.infer<typeof ChannelChange>;

const oneChannel = z.object({ id: z.uuid() });

export const listChannels = endpoint({
  method: "GET",
  path: "/api/notices/channels",
  summary: "The mail server, and the channels that messages are posted to by name, with what became of the last tries",
  permission: "user.manage",
  params: noParams,
  body: nothing,
  response: z.object({ mail: MailServer.nullable(), channels: z.array(Channel) }),
});

export const createChannel = endpoint({
  method: "POST",
  path: "/api/notices/channels",
  summary: "Add a channel; the key that signs what a webhook gets is answered this one time",
  permission: "user.manage",
  params: noParams,
  body: NewChannel,
  response: z.object({ channel: Channel, secret: z.string().nullable() }),
});

export const changeChannel = endpoint({
  method: "PATCH",
  path: "/api/notices/channels/{id}",
  summary:
    "Change a channel, or switch it off or on; what waits for one that is switched off is given up, unless it is on its way there",
  permission: "user.manage",
  params: oneChannel,
  body: ChannelChange,
  response: Channel,
});

export const deleteChannel = endpoint({
  method: "DELETE",
  path: "/api/notices/channels/{id}",
  summary: "Delete a channel; what waits for it is given up, and what was sent stays in the list under its name",
  permission: "user.manage",
  params: oneChannel,
  body: nothing,
  response: nothing,
});

export const renewChannelSecret = endpoint({
  method: "POST",
  path: "/api/notices/channels/{id}/secret",
  summary: "Make a new key for a webhook, answered this one time; the one before signs nothing from now on",
  permission: "user.manage",
  params: oneChannel,
  body: nothing,
  response: z.object({ secret: z.string() }),
});

export const testChannel = endpoint({
  method: "POST",
  path: "/api/notices/channels/{id}/test",
  summary: "Send a test message to a channel; the answer says what became of it",
  permission: "user.manage",
  params: oneChannel,
  body: nothing,
  response: Delivery,
});

export const listDeliveries = endpoint({
  method: "GET",
  path: "/api/notices/deliveries",
  summary: "What was sent and what waits to be sent, the latest first",
  permission: "user.manage",
  params: z.object({ ...pageParams, channel: z.uuid().optional(), state: DeliveryState.optional() }),
  body: nothing,
  response: z.object({ deliveries: z.array(Delivery), next: z.string().nullable() }),
});

export const sendAgain = endpoint({
  method: "POST",
  path: "/api/notices/deliveries/{id}/again",
  summary: "Send once more what was given up; the answer says what became of it",
  permission: "user.manage",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: Delivery,
});
