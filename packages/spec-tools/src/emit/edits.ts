import type { JsonObject } from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { docstring } from "./docstring.js";
import { stringLiteral } from "./literal.js";
import {
  type EditSignature,
  type EditVerb,
  editNames,
  type ListsSignature,
  type Signatures,
} from "./signatures.js";
import {
  functionText,
  headerLine,
  importLine,
  lastTags,
  pathTags,
  scopesText,
} from "./source-text.js";

/** The text of an API's edits.ts: eight functions per replaced list; undefined if there are none. */
export function editsFile(
  api: Api,
  document: JsonObject,
  client: string,
  { edits, together }: Signatures,
): string | undefined {
  if (edits.length === 0) return undefined;
  const types = new Set<string>([client]);
  const kit = new Set(kitNames);
  for (const { id, stored, input, key, options } of edits) {
    for (const type of [id.type, stored, input, key, options]) {
      if (type === "EditOptions") kit.add("type EditOptions");
      else if (/^[A-Z]/.test(type)) types.add(type);
    }
  }
  for (const { lists } of together) {
    types.add(lists);
    kit.add("editLists").add("type ListsEditResult");
  }
  const imports =
    importLine(kit, "@cloud-clients/runtime/kit") +
    'import * as rules from "./operations.js";\n' +
    importLine(
      [...types].map((name) => `type ${name}`),
      "./types.js",
    );
  const functions = [
    ...edits.flatMap((edit) => editFunctions(document, client, edit)),
    ...together.map((lists) => listsFunction(document, client, lists)),
  ];
  return [headerLine(api) + imports, ...functions].join("\n");
}

const kitNames = [
  "addEntries",
  "applyEntriesPlan",
  "editEntries",
  "ensureEntries",
  "planEntries",
  "removeEntries",
  "replaceEntries",
  "verifyEntries",
  "type Change",
  "type EditResult",
  "type EnsureIntent",
  "type Intent",
  "type Plan",
  "type Verification",
];

type Tag = readonly [name: string, text: string];

/** What one of the functions has of its own. */
interface Verb {
  verb: EditVerb;
  text: string[];
  tags?: Tag[];
  /** Its argument between the resource and the options. */
  argument: readonly [name: string, type: string];
  returns: string;
  callee: string;
}

function editFunctions(document: JsonObject, client: string, edit: EditSignature): string[] {
  const { operationId, found, id, options, place } = edit;
  const names = editNames(edit);
  const scopes = editScopes(document, edit);
  return verbsOf(edit).flatMap(({ verb, text, tags = [], argument, returns, callee }) => {
    const named = names[verb];
    if (named === undefined) return [];
    const [name, type] = argument;
    const own = verb === "apply" ? [] : [id];
    const target = [
      "client",
      `rule: rules.${operationId}`,
      ...(place === undefined ? [] : [`list: ${stringLiteral(place)}`]),
      ...own.map((one) => idMember(one.name)),
      "options",
    ];
    const first = verb === "replace";
    return functionText({
      doc: docstring(first ? [...text, ...scopes] : text, [
        ...(first ? pathTags([id]) : []),
        ...tags,
        ...(first ? lastTags(document, found.operation) : []),
      ]),
      name: named,
      parameters: [
        `client: ${client}`,
        ...own.map((one) => `${one.name}: ${one.type}`),
        `${name}: ${type}`,
        `options?: ${options}`,
      ],
      returns: `Promise<${returns}>`,
      callee,
      args: [`{ ${target.join(", ")} }`, name],
    });
  });
}

/** An edit needs the scopes of its read and of its write. */
function editScopes(
  document: JsonObject,
  { found, read }: Pick<EditSignature, "found" | "read">,
): string[] {
  const [ofRead, ofWrite] = [read, found].map((one) => scopesText(document, one.operation));
  if (ofRead === ofWrite) return [ofWrite ?? ""];
  return [...(ofRead ? [`To read: ${ofRead}`] : []), ...(ofWrite ? [`To write: ${ofWrite}`] : [])];
}

function listsFunction(
  document: JsonObject,
  client: string,
  { operationId, found, read, id, name, lists, options, words }: ListsSignature,
): string {
  const wanted = `Partial<${lists}> | undefined`;
  const scopes = editScopes(document, { found, read });
  const target = ["client", `rule: rules.${operationId}`, idMember(id.name), "options"];
  return functionText({
    doc: docstring(
      [`Edits the ${words} with a function, in one write.`, ...scopes],
      [
        ...pathTags([id]),
        [
          "@param change -",
          "gets a copy of the lists and returns the new ones; a list that it leaves out stays as it is. May be async, and may run again. Returning `undefined` means no change; throwing means no write.",
        ],
        ...lastTags(document, found.operation),
      ],
    ),
    name,
    parameters: [
      `client: ${client}`,
      `${id.name}: ${id.type}`,
      `change: (lists: ${lists}) => ${wanted} | Promise<${wanted}>`,
      `options?: ${options}`,
    ],
    returns: `Promise<ListsEditResult<${lists}>>`,
    callee: `editLists<${lists}>`,
    args: [`{ ${target.join(", ")} }`, "change"],
  });
}

function idMember(name: string): string {
  return name === "id" ? "id" : `id: ${name}`;
}

function verbsOf(edit: EditSignature): Verb[] {
  const {
    words,
    argument,
    stored,
    input,
    key,
    entryText,
    partly,
    list: { plain },
  } = edit;
  const names = editNames(edit);
  const any = [...new Set([stored, input])].join(" | ");
  const list = (type: string) => `readonly ${type.includes(" ") ? `(${type})` : type}[]`;
  const change = stored === any ? `Change<${stored}>` : `Change<${stored}, ${any}>`;
  const intentOf = (kind: string, of: string) =>
    of === key ? `${kind}<${of}>` : `${kind}<${of}, ${key}>`;
  const result = `EditResult<${stored}>`;
  const withInput = stored === any ? `<${stored}>` : `<${stored}, ${any}>`;
  const partialWrite = partly
    ? [
        "If the service applies only part of it, the edit rejects with a WriteNotAppliedError: `failures` holds the service's reasons, and `observed` the list as it is now.",
      ]
    : [];
  const entries: Tag[] = entryText === "" ? [] : [[`@param ${argument} -`, entryText]];
  return [
    {
      verb: "replace",
      text: [
        `Writes exactly these ${words}; all others are removed. Requests: read, write, verify; only the read if nothing changes.`,
        ...partialWrite,
      ],
      tags: [
        ...entries,
        [
          "@throws",
          "UsageError before any request for an entry that is not allowed; ConcurrentWriteError, WriteNotAppliedError, and the errors of a call.",
        ],
      ],
      argument: [argument, list(any)],
      returns: result,
      callee: `replaceEntries<${stored}>`,
    },
    {
      verb: "add",
      text: [
        `Adds ${words} and leaves all others as they are. Safe to repeat. Requests and errors as for \`${names.replace}\`.`,
      ],
      tags: plain
        ? []
        : [
            [
              "@throws",
              "UsageError when one exists with other fields: adding does not change existing entries.",
            ],
          ],
      argument: [argument, list(input)],
      returns: result,
      callee: `addEntries<${stored}>`,
    },
    {
      verb: "remove",
      text: [
        `Removes ${words} and leaves all others as they are. Safe to repeat; a missing one is not an error.`,
      ],
      argument: [argument, list(key)],
      returns: result,
      callee: `removeEntries<${stored}>`,
    },
    {
      verb: "ensure",
      text: [`Adds or changes some ${words} and removes others, in one write. Safe to repeat.`],
      argument: ["intent", intentOf("EnsureIntent", input)],
      returns: result,
      callee: `ensureEntries<${stored}>`,
    },
    {
      verb: "edit",
      text: [`Edits the ${words} with a function.`],
      tags: [
        [
          "@param change -",
          `gets a copy of the ${words} and returns the new ones; may be async, and may run again on a list that already has its result. Returning \`undefined\` means no change; throwing means no write.`,
        ],
      ],
      argument: ["change", change],
      returns: result,
      callee: `editEntries${withInput}`,
    },
    {
      verb: "plan",
      text: [
        "Plans an edit: what would be added, removed, changed and kept. One request, no write.",
      ],
      argument: ["intent", `${intentOf("Intent", any)} | ${change}`],
      returns: `Plan<${stored}>`,
      callee: `planEntries${withInput}`,
    },
    {
      verb: "apply",
      text: [`Applies a plan from \`${names.plan}\`. Requests as for \`${names.replace}\`.`],
      tags: [
        [
          "@throws",
          "UsageError when the plan was altered, or is for another service, project or list.",
        ],
        [
          "@throws",
          `ConcurrentWriteError when the ${words} have changed since, or the plan was already applied.`,
        ],
      ],
      argument: ["plan", `Plan<${stored}>`],
      returns: result,
      callee: `applyEntriesPlan<${stored}>`,
    },
    {
      verb: "verify",
      text: [`Reads the ${words} and compares them with those given. One request.`],
      argument: [argument, list(any)],
      returns: `Verification<${stored}>`,
      callee: `verifyEntries<${stored}>`,
    },
  ];
}
