import type {
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  PathItem,
  SchemaObject,
} from "./openapi-types.js";
import type { Parameter } from "./operation.js";
import { follow, type Located, pointTo } from "./pointer.js";

/** Path and query parameters of an operation; those of the path item count unless overridden. */
export function readParameters(
  document: OpenApiDocument,
  item: PathItem,
  operation: OperationObject,
  pointer: string,
): Parameter[] {
  const itemPointer = pointer.slice(0, pointer.lastIndexOf("/"));
  const found = [
    ...locate(document, item.parameters, itemPointer),
    ...locate(document, operation.parameters, pointer),
  ];
  const byName = new Map(found.map((each) => [`${each.node.in} ${each.node.name}`, each]));
  return [...byName.values()].flatMap((each) => readParameter(document, each));
}

function locate(
  document: OpenApiDocument,
  parameters: OperationObject["parameters"],
  pointer: string,
): Located<ParameterObject>[] {
  return (parameters ?? []).map((parameter, index) =>
    follow(document, parameter, pointTo(pointer, "parameters", index)),
  );
}

function readParameter(document: OpenApiDocument, found: Located<ParameterObject>): Parameter[] {
  const { node } = found;
  if (node.in !== "path" && node.in !== "query") return [];
  const pointer = pointTo(found.pointer, "schema");
  const schema = follow<SchemaObject>(document, node.schema ?? {}, pointer).node;
  const items = schema.items && follow<SchemaObject>(document, schema.items, pointer).node;
  return [
    {
      name: node.name,
      in: node.in,
      required: node.required === true,
      allowEmpty: node.allowEmptyValue === true,
      explode: node.explode ?? true,
      schema,
      itemType: items?.type,
      pointer,
    },
  ];
}
