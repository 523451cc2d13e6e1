/** What is wrong with a rule of a document, and where below the operation (or the document) it stands. */
export interface Problem {
  message: string;
  path: (string | number)[];
}
