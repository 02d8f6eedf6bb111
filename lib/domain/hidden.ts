/** Whether a value is hidden behind a name. */
export const isHidden = (value: unknown): value is { secret: string } | { credential: string } =>
  typeof value === "object" && value !== null && ("secret" in value || "credential" in value);
