import ts from "typescript";

const { factory } = ts;

/** What every schema.ts declares beside its schemas, in this order; the rare ones only where they have members. */
const roots = ["paths", "webhooks", "components", "$defs", "operations"];
const rare = ["webhooks", "$defs"];

/** The text of an API's schema.ts, put together from the types of the parts of its document. */
export class SchemaText {
  readonly #printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  readonly #file = ts.createSourceFile("schema.ts", "", ts.ScriptTarget.ESNext);
  readonly #names: ReadonlyMap<string, string>;
  readonly #known: ReadonlySet<string>;
  readonly #declarations: string[] = [];
  /** What stands in `components` for the schemas. */
  readonly #schemas: ts.PropertySignature[] = [];
  /** The lines between the first and the last of each root. */
  readonly #members = new Map<string, string[]>();
  /** Types that others are made of. */
  readonly #helpers = new Set<string>();

  /**
   * @param names of the types of schemas.
   * @param known path parameters that a call may leave out, because the client knows them.
   */
  constructor(names: ReadonlyMap<string, string>, known: ReadonlySet<string>) {
    this.#names = names;
    this.#known = known;
  }

  /**
   * Adds the types of a document that has schemas alone. Each gets a declaration of its own: editors show its
   * name, where `components["schemas"]["Instance"]` shows all its members.
   */
  addSchemas(nodes: readonly ts.Node[]): void {
    for (const node of nodes) {
      if (!isInterface(node, "components")) this.#add(node);
      else {
        const schemas = propertiesIn(node.members).find((section) => keyOf(section) === "schemas");
        this.#schemas.push(...propertiesIn(membersOf(schemas)).map((one) => this.#declare(one)));
      }
    }
  }

  /** Adds the types of a document that has paths or webhooks alone. */
  addPaths(nodes: readonly ts.Node[]): void {
    for (const node of nodes) {
      const isRoot = isInterface(node, "paths") || isInterface(node, "operations");
      this.#add(isRoot && this.#known.size > 0 ? withOptionalPaths(node, this.#known) : node);
    }
  }

  /** Adds the types of a document that has neither schemas nor paths. */
  addRest(nodes: readonly ts.Node[]): void {
    const schemas = factory.createTypeLiteralNode(this.#schemas);
    const withSchemas = (section: ts.PropertySignature) =>
      keyOf(section) === "schemas" ? withType(section, schemas) : section;
    for (const node of nodes) {
      const hasSchemas = isInterface(node, "components") && this.#schemas.length > 0;
      this.#add(hasSchemas ? withMembers(node, withSchemas) : node);
    }
  }

  text(): string {
    const declared = roots.map((name) => {
      const members = this.#members.get(name);
      if (members !== undefined) return `export interface ${name} {\n${members.join("")}}\n`;
      return rare.includes(name) ? "" : `export type ${name} = Record<string, never>;\n`;
    });
    return [...this.#declarations, ...declared, ...this.#helpers].join("");
  }

  #print(node: ts.Node): string {
    return `${this.#printer.printNode(ts.EmitHint.Unspecified, node, this.#file)}\n`;
  }

  #declare(schema: ts.PropertySignature): ts.PropertySignature {
    const name = this.#names.get(keyOf(schema) ?? "");
    if (name === undefined || schema.type === undefined) return schema;
    const declared = declaration(name, schema.type);
    const comments = ts.getSyntheticLeadingComments(schema);
    this.#declarations.push(this.#print(ts.setSyntheticLeadingComments(declared, comments)));
    const reference = factory.createTypeReferenceNode(name);
    return factory.createPropertySignature(undefined, schema.name, undefined, reference);
  }

  #add(node: ts.Node): void {
    if (ts.isInterfaceDeclaration(node)) {
      const name = node.name.text;
      const text = this.#print(node);
      const lines = text.slice(text.indexOf("\n") + 1, text.lastIndexOf("}"));
      const members = this.#members.get(name);
      if (members === undefined) this.#members.set(name, [lines]);
      else members.push(lines);
    } else if (!ts.isTypeAliasDeclaration(node) || !roots.includes(node.name.text)) {
      this.#helpers.add(this.#print(node));
    }
  }
}

function declaration(name: string, type: ts.TypeNode): ts.Statement {
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return ts.isTypeLiteralNode(type)
    ? factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : factory.createTypeAliasDeclaration(exported, name, undefined, type);
}

/** Makes path parameters that the client knows optional, and the path with them when it has no others. */
function withOptionalPaths(
  root: ts.InterfaceDeclaration,
  known: ReadonlySet<string>,
): ts.InterfaceDeclaration {
  const inPath: Change = (one) => (known.has(keyOf(one) ?? "") ? optional(one) : one);
  const inParameters: Change = (place) => {
    if (keyOf(place) !== "path") return place;
    const path = withInner(place, inPath);
    return propertiesIn(membersOf(path)).every((one) => one.questionToken) ? optional(path) : path;
  };
  const inItem: Change = (one) =>
    keyOf(one) === "parameters" ? withInner(one, inParameters) : one;
  return withMembers(root, (item) => withInner(item, inItem));
}

type Change = (property: ts.PropertySignature) => ts.PropertySignature;

function withMembers(node: ts.InterfaceDeclaration, change: Change): ts.InterfaceDeclaration {
  const { modifiers, name, typeParameters, heritageClauses, members } = node;
  const own = changed(members, change);
  return factory.updateInterfaceDeclaration(
    node,
    modifiers,
    name,
    typeParameters,
    heritageClauses,
    own,
  );
}

/** Changes the properties of a property that is an object. */
function withInner(property: ts.PropertySignature, change: Change): ts.PropertySignature {
  const { type } = property;
  if (type === undefined || !ts.isTypeLiteralNode(type)) return property;
  return withType(property, factory.createTypeLiteralNode(changed(type.members, change)));
}

function changed(members: readonly ts.TypeElement[], change: Change): ts.TypeElement[] {
  return members.map((member) => (ts.isPropertySignature(member) ? change(member) : member));
}

function withType(property: ts.PropertySignature, type: ts.TypeNode): ts.PropertySignature {
  const { modifiers, name, questionToken } = property;
  return factory.updatePropertySignature(property, modifiers, name, questionToken, type);
}

function optional(property: ts.PropertySignature): ts.PropertySignature {
  const { modifiers, name, type } = property;
  const question = factory.createToken(ts.SyntaxKind.QuestionToken);
  return factory.updatePropertySignature(property, modifiers, name, question, type);
}

function propertiesIn(members: readonly ts.TypeElement[]): ts.PropertySignature[] {
  return members.filter((member) => ts.isPropertySignature(member));
}

function membersOf(property: ts.PropertySignature | undefined): readonly ts.TypeElement[] {
  const type = property?.type;
  return type !== undefined && ts.isTypeLiteralNode(type) ? type.members : [];
}

function isInterface(node: ts.Node, name: string): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === name;
}

function keyOf({ name }: ts.PropertySignature): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
}
