import type { Parameter } from "./operation.js";

/**
 * Turns the text of path or query parameters into values of their declared types. Text that is no
 * such value stays text, so that the validator names what is wrong. Defaults are filled in.
 *
 * @param textsOf every text that was sent under a name, in order
 */
export function readParameterValues(
  parameters: readonly Parameter[],
  textsOf: (name: string) => readonly string[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const value = readValue(parameter, textsOf(parameter.name));
    if (value !== undefined) values[parameter.name] = value;
  }
  return values;
}

function readValue(parameter: Parameter, texts: readonly string[]): unknown {
  const { schema } = parameter;
  const [first] = texts;
  if (first === undefined || (first === "" && parameter.allowEmpty)) return schema.default;
  if (schema.type === "array") {
    const parts = parameter.explode ? texts : first.split(",");
    return parts.map((text) => coerce(parameter.itemType, text));
  }
  // Sent twice: no single value is meant, and picking one would hide the mistake.
  return texts.length > 1 ? [...texts] : coerce(schema.type, first);
}

function coerce(type: string | undefined, text: string): unknown {
  if (type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  if (type === "number" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
