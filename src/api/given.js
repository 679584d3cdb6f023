// What a caller hands over, told apart where it is cheapest to: in JavaScript.

/**
 * Keys and values of a plain object, without those that are `undefined`: what `{ … }` makes, here or
 * in another frame, or `Object.create(null)`. Nothing of anything else.
 */
export function entries(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const parent = Object.getPrototypeOf(value);
  if (parent && Object.getPrototypeOf(parent)) return undefined;
  return Object.entries(value).filter(([, given]) => given !== undefined);
}

/** What a message calls a value that is neither number nor text. */
export function kind(value) {
  if (value === undefined || value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "an array";
  return `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
