/**
 * How far a text of TypeScript declares nothing but types, read by a small part of the grammar of types: the
 * part that openapi-typescript writes, in a thirtieth of the time that the compiler takes. Up to there the text is
 * sound TypeScript that compiles to nothing.
 *
 * @returns where the last declaration ends that is a type and is written in that part.
 */
export function endOfPlainTypes(text: string): number {
  const reader = new TypeReader(text);
  let end = 0;
  while (reader.declaration()) end = reader.at;
  return end;
}

// Words of the language begin with a small letter.
const typeName = /(?:[A-Z][\w$]*|paths|webhooks|components|operations|\$defs)/;
const quoted = /"(?:[^"\\\n\r\u2028\u2029]|\\(?:["\\bfnrtv]|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}))*"/;
const number = /(?:0|[1-9]\d*)(?:\.\d+)?/;
const keyword = /(?:string|number|boolean|unknown|never|null|undefined|true|false)/;

/** Each matches where the reader stands. */
const tokens = {
  interfaceHead: sticky`export interface ${typeName} \{`,
  typeHead: sticky`export type ${typeName} =`,
  indexHead: sticky`\[(?:key|name): string\]:`,
  // Followed by its colon, every word may be the name of a member.
  memberHead: sticky`(?:readonly )?(?:[A-Za-z_$][\w$]*|${quoted}|${number})\??:`,
  constant: sticky`${keyword}|${quoted}|-?${number}`,
  typeName: sticky`${typeName}`,
  operator: sticky`[|&]`,
  // On a line of its own a bracket would begin a statement.
  emptyBrackets: sticky`\[\]`,
  openBracket: sticky`\[`,
  closeBracket: sticky`\]`,
  openAngle: sticky`<`,
  closeAngle: sticky`>`,
  openBrace: sticky`\{`,
  closeBrace: sticky`\}`,
  openParenthesis: sticky`\(`,
  closeParenthesis: sticky`\)`,
  comma: sticky`,`,
  semicolon: sticky`;`,
  lineComment: sticky`\/\/[^\n\r\u2028\u2029]*\n`,
};

function sticky({ raw }: TemplateStringsArray, ...parts: RegExp[]): RegExp {
  return new RegExp(String.raw({ raw }, ...parts.map(({ source }) => source)), "y");
}

/** Reads declarations from where it stands; each method says whether there was what it is named for. */
class TypeReader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  declaration(): boolean {
    if (this.#next(tokens.interfaceHead)) return this.#members();
    return this.#next(tokens.typeHead) && this.#type() && this.#next(tokens.semicolon);
  }

  /** Up to the brace that closes them. */
  #members(): boolean {
    while (!this.#next(tokens.closeBrace)) {
      const isHead = this.#next(tokens.memberHead) || this.#next(tokens.indexHead);
      if (!isHead || !this.#type() || !this.#next(tokens.semicolon)) return false;
    }
    return true;
  }

  #type(): boolean {
    this.#next(tokens.operator);
    do {
      if (!this.#operand() || !this.#suffixes()) return false;
    } while (this.#next(tokens.operator));
    return true;
  }

  #operand(): boolean {
    if (this.#next(tokens.constant)) return true;
    if (this.#next(tokens.typeName)) {
      return !this.#adjacent(tokens.openAngle) || this.#types(tokens.closeAngle);
    }
    if (this.#next(tokens.openBrace)) return this.#members();
    if (this.#next(tokens.openBracket)) return this.#types(tokens.closeBracket);
    return (
      this.#next(tokens.openParenthesis) && this.#type() && this.#next(tokens.closeParenthesis)
    );
  }

  /** `[]`, and `["id"]`, any number of them. */
  #suffixes(): boolean {
    for (;;) {
      if (this.#adjacent(tokens.emptyBrackets)) continue;
      if (!this.#adjacent(tokens.openBracket)) return true;
      if (!this.#type() || !this.#next(tokens.closeBracket)) return false;
    }
  }

  #types(close: RegExp): boolean {
    do {
      if (!this.#type()) return false;
    } while (this.#next(tokens.comma));
    return this.#next(close);
  }

  #next(token: RegExp): boolean {
    this.#skipGap();
    return this.#adjacent(token);
  }

  #adjacent(token: RegExp): boolean {
    token.lastIndex = this.at;
    if (!token.test(this.#text)) return false;
    this.at = token.lastIndex;
    return true;
  }

  /** Blanks, line ends and comments. */
  #skipGap(): void {
    for (;;) {
      const first = this.#text[this.at];
      if (first === " " || first === "\n") this.at += 1;
      else if (first !== "/" || !this.#comment()) return;
    }
  }

  #comment(): boolean {
    if (!this.#text.startsWith("/*", this.at)) return this.#adjacent(tokens.lineComment);
    const end = this.#text.indexOf("*/", this.at + 2);
    if (end < 0) return false;
    this.at = end + 2;
    return true;
  }
}
