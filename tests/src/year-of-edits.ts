/** One day on which a vendor's page, or what we say of it, was edited. */
export interface Edit {
  /** What happened, as a sentence. */
  title: string;
  /**
   * Replacements by file: a page (`get-ship.md`), or a layer of ours that follows it (`source/openapi.yaml`). Each
   * text to replace is there once.
   */
  files: Record<string, [from: string, to: string][]>;
  /** What it does to users; nothing when nothing changes for them. */
  level?: "breaking" | "additive" | "documentation";
  /** A change that must be told, among others, and be of that level. */
  told?: RegExp;
  bump?: "patch" | "minor" | "major";
  /**
   * Who notices what is breaking: the compiler, when a program for the version before is compiled; or only the
   * service, when it runs.
   */
  noticedBy?: "compiler" | "service";
  /** How the program is adapted, or what it uses from now on. */
  program?: [from: string, to: string][];
  /** The version that is released before this edit, whatever waits. */
  release?: string;
  /** What `generate` says until the maintainers have changed what is in `mended`. */
  refused?: RegExp;
  mended?: Record<string, [from: string, to: string][]>;
}

const rules = "overlays/0002-rules.yaml";
const names = "overlays/0001-names.yaml";
const table = "source/openapi.yaml";

/** A year of edits, in the order in which they happen. */
export const edits: Edit[] = [
  {
    title: "the page around a fragment is reworded",
    files: {
      "get-ship.md": [["How to call it, as the vendor tells it.", "Try it in the console!"]],
    },
  },
  {
    title: "an example changes",
    files: { "get-ship.md": [["example: s-1", "example: s-42"]] },
    level: "documentation",
    told: /Ship\.id: example changed: "s-1" -> "s-42"/,
    bump: "patch",
  },
  {
    title: "a description is reworded",
    files: { "get-ship.md": [["A ship of this harbor.", "A ship that is registered here."]] },
    level: "documentation",
    told: /Ship: description changed/,
    bump: "patch",
  },
  {
    title: "a response has one more field",
    files: {
      "get-ship.md": [
        ["captain: { type: string }", "captain: { type: string }\n        flag: { type: string }"],
      ],
    },
    level: "additive",
    told: /response Ship\.flag: property added: nothing -> {"type":"string"}/,
    bump: "patch",
    program: [["ship.captain?.trim());", "ship.captain?.trim(), ship.flag);"]],
  },
  {
    title: "a body takes one more field",
    files: {
      "create-ship.md": [
        [
          "radio: { type: string }",
          "radio: { type: string }\n                note: { type: string }",
        ],
      ],
    },
    level: "additive",
    told: /request createShip body\.note: property added/,
    bump: "patch",
    program: [['radio: "12",', 'radio: "12",\n  note: "new",']],
  },
  {
    title: "an open enum of a response gains a value",
    files: { "get-ship.md": [["enum: [barge, tug]", "enum: [barge, tug, ferry]"]] },
    level: "additive",
    told: /response Ship\.class: values added: ferry: \["barge","tug"\] -> \["barge","tug","ferry"\]/,
    bump: "patch",
  },
  {
    title: "a closed enum of a response gains a value",
    files: { "list-ships.md": [["enum: [docked, sailing]", "enum: [docked, sailing, sunk]"]] },
    level: "breaking",
    told: /response listShips response\.ships\[\]\.state: values added: sunk/,
    bump: "minor",
    noticedBy: "compiler",
    program: [['sailing: "out" }', 'sailing: "out", sunk: "gone" }']],
  },
  {
    title: "an enum of a body gains a value",
    files: { "create-ship.md": [["enum: [barge, tug]", "enum: [barge, tug, ferry]"]] },
    level: "additive",
    told: /request createShip body\.class: values added: ferry/,
    bump: "patch",
  },
  {
    title: "an enum of a body loses a value",
    files: { "create-ship.md": [["enum: [barge, tug, ferry]", "enum: [barge, ferry]"]] },
    level: "breaking",
    told: /request createShip body\.class: values removed: tug/,
    bump: "minor",
    noticedBy: "compiler",
    program: [['class: "tug",', 'class: "ferry",']],
  },
  {
    title: "a response loses a field that nobody could rely on",
    files: { "get-ship.md": [["        captain: { type: string }\n", ""]] },
    level: "breaking",
    told: /response Ship\.captain: property removed: {"type":"string"} -> nothing/,
    bump: "minor",
    noticedBy: "compiler",
    program: [["ship.captain?.trim(), ", ""]],
  },
  {
    title: "a field of a response is always there now",
    files: { "get-ship.md": [["required: [id, name, size]", "required: [id, name, size, owner]"]] },
    level: "additive",
    told: /response Ship: owner became required/,
    bump: "patch",
    program: [["ship.owner?.trim()", "ship.owner.trim()"]],
  },
  {
    title: "a field of a response may be missing now",
    files: { "get-ship.md": [["required: [id, name, size, owner]", "required: [id, name, size]"]] },
    level: "breaking",
    told: /response Ship: owner became optional/,
    bump: "minor",
    noticedBy: "compiler",
    program: [["ship.owner.trim()", "ship.owner?.trim()"]],
  },
  {
    title: "a body requires one more field",
    files: {
      "create-ship.md": [
        ["required: [name, size]", "required: [name, size, home]"],
        [
          "note: { type: string }",
          "note: { type: string }\n                home: { type: string }",
        ],
      ],
    },
    level: "breaking",
    told: /request createShip body: home became required/,
    bump: "minor",
    noticedBy: "compiler",
    program: [['radio: "12",', 'radio: "12",\n  home: "Kiel",']],
  },
  {
    title: "a body no longer requires a field",
    files: { "create-ship.md": [["required: [name, size, home]", "required: [name, home]"]] },
    level: "additive",
    told: /request createShip body: size became optional/,
    bump: "patch",
  },
  {
    title: "a body no longer takes a field",
    files: { "create-ship.md": [["                radio: { type: string }\n", ""]] },
    level: "breaking",
    told: /request createShip body\.radio: property removed/,
    bump: "minor",
    noticedBy: "compiler",
    program: [['  radio: "12",\n', ""]],
  },
  {
    title: "a field of a response has another type",
    files: { "get-ship.md": [["size: { type: string }", "size: { type: number }"]] },
    level: "breaking",
    told: /response Ship\.size: type changed: "string" -> "number"/,
    bump: "minor",
    noticedBy: "compiler",
    program: [["ship.size.trim()", "ship.size.toFixed()"]],
  },
  {
    title: "a field of a body may be null",
    files: {
      "create-ship.md": [["owner: { type: string }", "owner: { type: string, nullable: true }"]],
    },
    level: "additive",
    told: /request createShip body\.owner: nullable added/,
    bump: "patch",
    program: [['owner: "us",', "owner: null,"]],
  },
  {
    title: "a field of a response may be null",
    files: {
      "get-ship.md": [["name: { type: string }", "name: { type: string, nullable: true }"]],
    },
    level: "breaking",
    told: /response Ship\.name: nullable added/,
    bump: "minor",
    noticedBy: "compiler",
    program: [
      ["console.log(ship.name.trim(), ship.size", "console.log(ship.name?.trim(), ship.size"],
    ],
  },
  {
    title: "a field of a response is renamed",
    files: { "list-ships.md": [["draft: { type: number }", "depth: { type: number }"]] },
    level: "breaking",
    told: /response listShips response\.ships\[\]\.draft: property removed/,
    bump: "minor",
    noticedBy: "compiler",
    program: [["ship.draft?.", "ship.depth?."]],
  },
  {
    title: "a field of a body is renamed and told in other words",
    files: {
      "create-ship.md": [
        [
          "owner: { type: string, nullable: true }",
          "holder: { type: string, nullable: true, description: Who has it. }",
        ],
      ],
    },
    level: "breaking",
    told: /request createShip body\.(holder: property renamed)/,
    bump: "minor",
    noticedBy: "compiler",
    program: [["owner: null,", "holder: null,"]],
  },
  {
    title: "a schema is renamed",
    files: {
      "get-ship.md": [
        ['"#/components/schemas/Cargo"', '"#/components/schemas/Freight"'],
        ["    Cargo:\n", "    Freight:\n"],
      ],
    },
    level: "breaking",
    told: /package Cargo: export removed/,
    bump: "minor",
    noticedBy: "compiler",
    program: [["harbor.Cargo", "harbor.Freight"]],
  },
  {
    title: "an operation is added, after a first stable release",
    release: "1.0.0",
    files: {
      "get-ship.md": [
        [
          "  /v1/ships/{ship_id}:\n",
          '  /v1/ships/{ship_id}/crew:\n    get:\n      description: Returns the crew.\n      parameters:\n        - { name: ship_id, in: path, required: true, schema: { type: string } }\n      responses:\n        "200":\n          description: The crew.\n          content: { application/json: { schema: { type: object, properties: { size: { type: integer } } } } }\n  /v1/ships/{ship_id}:\n',
        ],
      ],
      [table]: [
        [
          "  /v1/ships/{ship_id}/berths:\n",
          '  /v1/ships/{ship_id}/crew:\n    get: { $ref: "../upstream/get-ship.yaml#/paths/~1v1~1ships~1{ship_id}~1crew/get" }\n  /v1/ships/{ship_id}/berths:\n',
        ],
      ],
      [names]: [
        [
          "actions:\n",
          "actions:\n  - target: \"$.paths['/v1/ships/{ship_id}/crew'].get\"\n    update: { operationId: getCrew }\n",
        ],
      ],
    },
    level: "additive",
    told: /package getCrew: export added: nothing -> \(client: HarborClient, id: string, options\?: OperationOptions\) => Promise<GetCrewResult>/,
    bump: "minor",
    program: [
      ["await harbor.deleteShip", "await harbor.getCrew(client, id);\nawait harbor.deleteShip"],
    ],
  },
  {
    title: "an operation is gone",
    files: {
      [table]: [
        [
          '  /v1/ships/{ship_id}/crew:\n    get: { $ref: "../upstream/get-ship.yaml#/paths/~1v1~1ships~1{ship_id}~1crew/get" }\n',
          "",
        ],
      ],
      [names]: [
        [
          "  - target: \"$.paths['/v1/ships/{ship_id}/crew'].get\"\n    update: { operationId: getCrew }\n",
          "",
        ],
      ],
    },
    level: "breaking",
    told: /api \/v1\/ships\/{ship_id}\/crew: path item removed/,
    bump: "major",
    noticedBy: "compiler",
    program: [["await harbor.getCrew(client, id);\n", ""]],
  },
  {
    title: "a list takes one more filter",
    files: {
      "list-ships.md": [
        [
          "- { name: quay,",
          "- { name: owner, in: query, schema: { type: string } }\n        - { name: quay,",
        ],
      ],
    },
    level: "additive",
    told: /request listShips parameter owner: parameter added/,
    bump: "minor",
    program: [['{ flag: "NO",', '{ flag: "NO", owner: "us",']],
  },
  {
    title: "a list no longer takes a filter",
    files: {
      "list-ships.md": [["        - { name: flag, in: query, schema: { type: string } }\n", ""]],
    },
    level: "breaking",
    told: /request listShips parameter flag: parameter removed/,
    bump: "major",
    noticedBy: "compiler",
    program: [['flag: "NO", ', ""]],
  },
  {
    title: "a list requires a filter",
    files: {
      "list-ships.md": [["name: owner, in: query,", "name: owner, in: query, required: true,"]],
    },
    level: "breaking",
    told: /request listShips parameter owner: required/,
    bump: "major",
    noticedBy: "compiler",
    program: [
      ["harbor.listShips(client).collect", 'harbor.listShips(client, { owner: "us" }).collect'],
    ],
  },
  {
    title: "a list pages by offset instead of by cursor",
    files: {
      "list-ships.md": [
        [
          "name: cursor, in: query, schema: { type: string }",
          "name: offset, in: query, schema: { type: integer }",
        ],
      ],
      [rules]: [
        ["style: cursor", "style: offset"],
        ["cursor: cursor }", "offset: offset }"],
        ["cursor: next_cursor }", "total: total }"],
      ],
    },
    level: "breaking",
    told: /rule listShips: pages are asked for another way: "cursor" -> "offset"/,
    bump: "major",
    noticedBy: "service",
  },
  {
    title: "a path moves",
    files: {
      "delete-ship.md": [
        ["DELETE /v1/ships/{ship_id}", "DELETE /v2/ships/{ship_id}"],
        ["  /v1/ships/{ship_id}:", "  /v2/ships/{ship_id}:"],
      ],
      [table]: [
        [
          '    delete: { $ref: "../upstream/delete-ship.yaml#/paths/~1v1~1ships~1{ship_id}/delete" }\n',
          "",
        ],
        [
          "components:\n",
          '  /v2/ships/{ship_id}:\n    delete: { $ref: "../upstream/delete-ship.yaml#/paths/~1v2~1ships~1{ship_id}/delete" }\ncomponents:\n',
        ],
      ],
      [names]: [["$.paths['/v1/ships/{ship_id}'].delete", "$.paths['/v2/ships/{ship_id}'].delete"]],
    },
    level: "breaking",
    told: /deleteShip: operation removed|path item renamed/,
    bump: "major",
    noticedBy: "compiler",
    program: [['client.DELETE("/v1/ships', 'client.DELETE("/v2/ships']],
  },
  {
    title: "a path parameter is renamed",
    files: {
      "delete-ship.md": [
        ["DELETE /v2/ships/{ship_id}", "DELETE /v2/ships/{ship}"],
        ["  /v2/ships/{ship_id}:", "  /v2/ships/{ship}:"],
        ["name: ship_id", "name: ship"],
      ],
      [table]: [
        ["  /v2/ships/{ship_id}:", "  /v2/ships/{ship}:"],
        ["~1v2~1ships~1{ship_id}", "~1v2~1ships~1{ship}"],
      ],
      [names]: [["$.paths['/v2/ships/{ship_id}']", "$.paths['/v2/ships/{ship}']"]],
    },
    level: "breaking",
    told: /path item renamed/,
    bump: "major",
    noticedBy: "compiler",
    program: [
      [
        'client.DELETE("/v2/ships/{ship_id}", { params: { path: { ship_id',
        'client.DELETE("/v2/ships/{ship}", { params: { path: { ship',
      ],
    ],
  },
  {
    title: "a PUT requires a field that its rule does not fill",
    files: {
      "set-berths.md": [
        ["required: [berths]", "required: [berths, tide]"],
        [
          "pilot: { type: string }",
          "pilot: { type: string }\n                tide: { type: string }",
        ],
      ],
    },
    refused: /the body requires \/tide, which neither a list nor keep nor version fills/,
    mended: { [rules]: [["keep: [pilot]", "keep: [pilot, tide]"]] },
    level: "breaking",
    told: /request setBerths body: tide became required/,
    bump: "major",
    noticedBy: "compiler",
    program: [["body: { berths }", 'body: { berths, tide: tide ?? "" }']],
  },
  {
    title: "an operation is found not to be idempotent",
    files: {
      [names]: [
        [
          "operationId: deleteShip, x-idempotent: true",
          "operationId: deleteShip, x-idempotent: false",
        ],
      ],
    },
    level: "breaking",
    told: /rule deleteShip: is no longer retried after a lost response/,
    bump: "major",
    noticedBy: "service",
  },
  {
    title: "an operation may return something else, too",
    files: {
      "create-ship.md": [
        [
          "      responses:\n",
          '      responses:\n        "202":\n          description: Later.\n          content: { application/json: { schema: { type: object, required: [job], properties: { job: { type: string } } } } }\n',
        ],
      ],
    },
    level: "breaking",
    told: /package createShip: takes or returns other values|package createShip: signature changed/,
    bump: "major",
    noticedBy: "compiler",
    program: [
      ["const { id } = await harbor.createShip", "const made = await harbor.createShip"],
      [
        "const ship = await harbor.getShip",
        'const id = "id" in made ? made.id : made.job;\nconst ship = await harbor.getShip',
      ],
    ],
  },
  {
    title: "an error code is gone",
    files: { [table]: [["  H.2: { status: 409, label: berth is taken }\n", ""]] },
    level: "breaking",
    told: /rule H\.2: error code removed/,
    bump: "major",
    noticedBy: "compiler",
    program: [['harbor.errorCodes["H.2"].status', 'harbor.errorCodes["H.1"].status']],
  },
  {
    title: "a bound of a body gets tighter",
    files: { "create-ship.md": [["maxLength: 60", "maxLength: 20"]] },
    level: "breaking",
    told: /request createShip body\.name: maxLength changed: 60 -> 20/,
    bump: "major",
    noticedBy: "service",
  },
  {
    title: "a bound of a body gets wider",
    files: { "create-ship.md": [["maxLength: 20", "maxLength: 80"]] },
    level: "additive",
    told: /request createShip body\.name: maxLength changed: 20 -> 80/,
    bump: "minor",
  },
  {
    title: "there is a second way to show who calls, and the option of the first has another name",
    files: {
      [table]: [
        ["security: [{ key: [] }]", "security: [{ key: [] }, { pass: [] }]"],
        ["key: { type: apiKey,", "pass: { type: http, scheme: bearer }, key: { type: apiKey,"],
      ],
    },
    level: "breaking",
    told: /package HarborClientOptions\.apiKey: member removed/,
    bump: "major",
    noticedBy: "compiler",
    program: [["{ apiKey:", "{ key:"]],
  },
  {
    title: "an operation refuses in other words, too",
    files: {
      "get-ship.md": [
        [
          '        "404":\n',
          '        "409":\n          description: At sea.\n          content: { application/json: { schema: { type: object, required: [why], properties: { why: { type: string } } } } }\n        "404":\n',
        ],
      ],
    },
    level: "breaking",
    told: /response getShip response 409: response added/,
    bump: "major",
    noticedBy: "compiler",
    program: [["error?.code.trim()", 'error && ("code" in error ? error.code : error.why).trim()']],
  },
  {
    title: "the key is sent in another header, to another server",
    files: {
      [table]: [
        ["name: X-Key", "name: X-Harbor-Key"],
        ["url: https://api.harbor.test", "url: https://eu.harbor.test"],
      ],
    },
    level: "breaking",
    told: /security scheme|key: name changed: "X-Key" -> "X-Harbor-Key"/,
    bump: "major",
    noticedBy: "service",
  },
];
