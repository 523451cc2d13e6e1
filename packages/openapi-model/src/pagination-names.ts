/**
 * What a name or a range says about how a list is counted. A rule that says otherwise would skip items or
 * ask for the same ones again, without an error from anybody.
 */

const named = {
  page: /^(page|pages?(no|num|number|index)|(current|target)page|pn|pageid)$/,
  offset: /^(page)?(offset|skip|start|start(at|index|row|record)|from|begin|firstresult)$/,
  pageSize: /^((page)?(limit|size)|(items)?perpage|max(items|results|records))$/,
  pageCount:
    /^(pages|(total|num|number(of)?|count|last|max)pages?|pages?(count|total|num(ber)?s?))$/,
  itemCount:
    /^(total|totals|count|(total|num|number(of)?)(count|items|results|records|elements|entries|rows|hits)|(items?|results?|records?|elements?)(count|total))$/,
  end: /^(is|has)?(the)?(last(page)?|end(ed)?|eof|done|finished|complete(d)?|final)$/,
};

/** What a name can stand for in a list. */
export type Meaning = keyof typeof named;

/** Whether a name is one that only this meaning has, whatever its case and its separators. */
export function means(meaning: Meaning, name: string): boolean {
  const plain = name.toLowerCase().replace(/^x-/, "");
  return named[meaning].test(plain.replaceAll(/[^a-z0-9]/g, ""));
}
