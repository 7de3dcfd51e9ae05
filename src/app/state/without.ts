/** A copy of an object without one of its fields. */
export function without<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> {
  const rest: Partial<Value> = { ...value };
  delete rest[key];
  return rest as Omit<Value, Key>;
}
