/** Whether an item has what a query parameter asks for; the text is never empty. */
export type Filter<Item> = (item: Item, wanted: string) => boolean;

/** The filters of a list, by the names of its query parameters. */
export type Filters<Item> = Readonly<Record<string, Filter<Item>>>;

/** Whether an item passes all filters that a query asks for. A parameter that is left out or empty asks for nothing. */
export function passes<Item>(
  item: Item,
  query: Readonly<Record<string, unknown>>,
  filters: Filters<Item>,
): boolean {
  return Object.entries(filters).every(([name, fits]) => {
    const wanted = String(query[name] ?? "");
    return wanted === "" || fits(item, wanted);
  });
}

/** The value is the wanted one. */
export function equals<Item>(fieldOf: (item: Item) => string): Filter<Item> {
  return (item, wanted) => fieldOf(item) === wanted;
}

/** One of the values contains the wanted text, in any case. */
export function contains<Item>(valuesOf: (item: Item) => readonly string[]): Filter<Item> {
  return (item, wanted) =>
    valuesOf(item).some((value) => value.toLowerCase().includes(wanted.toLowerCase()));
}

/** The wanted list with commas names one of the values. */
export function listed<Item>(valuesOf: (item: Item) => readonly string[]): Filter<Item> {
  return (item, wanted) => {
    const named = wanted.split(",").map((one) => one.trim());
    return valuesOf(item).some((value) => named.includes(value));
  };
}
