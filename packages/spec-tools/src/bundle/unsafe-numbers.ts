import { isObject } from "@cloud-clients/openapi-model";

/** Integers beyond 2^53, which YAML and JSON readers in JavaScript round: their digits are not the file's. */
export function unsafeNumbers(
  value: unknown,
  keys: (string | number)[] = [],
): { keys: (string | number)[]; message: string }[] {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const message = `the number was rounded to ${value}: beyond 2^53 digits are lost; leave it out or use a smaller one`;
    return [{ keys, message }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => unsafeNumbers(item, [...keys, index]));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => unsafeNumbers(item, [...keys, key]));
}
