/** What is wrong with a rule of a document, and where, relative to the operation (or the document). */
export interface Problem {
  message: string;
  path: (string | number)[];
}
