import { median, ratios, spreadOf } from "../compare.js";
import { type Comparison, inThreeDigits } from "../comparison.js";

const width = 640;
const row = 20;
const title = 34;
/** Where the bars begin, and how long the longest one of a comparison is. */
const left = 150;
const longest = 350;

const style = `
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .work { font-weight: 600; }
  .bar { fill: #8c959f; }
  .ours { fill: #0969da; }
  .spread { stroke: #1f2328; stroke-width: 1.5; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .bar { fill: #6e7681; }
    .ours { fill: #4493f8; }
    .spread { stroke: #e6edf3; }
  }
`;

/**
 * The first measure of every comparison as bars, in light or dark as the reader prefers, on no background. Each bar is
 * labelled with its value and with what it is beside ours; a line over its end spans the middle half of the rounds.
 */
export function chartOf(comparisons: readonly Comparison[]): string {
  let y = 0;
  const groups = comparisons.map((comparison) => {
    const group = groupOf(comparison, y);
    y += title + row * Object.keys(comparison.measures[0]?.samples ?? {}).length;
    return group;
  });
  const height = y + 12;
  const works = comparisons.map(({ work }) => work).join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about">
<title id="title">What each client takes beside ours</title>
<desc id="about">${escaped(`Bars, shorter is better, for: ${works}. The tables of benchmarks.md have the same values.`)}</desc>
<style>${style}</style>
${groups.join("\n")}
</svg>
`;
}

function groupOf({ work, ours, measures: [measure] }: Comparison, top: number): string {
  if (!measure) return "";
  const { name, unit, samples } = measure;
  const spreads = Object.entries(samples).map(
    ([client, values]) => [client, spreadOf(values)] as const,
  );
  const scale = longest / Math.max(...spreads.map(([, { high }]) => high));
  const bars = spreads.map(([client, { median: value, low, high }], index) => {
    const y = top + title + index * row;
    const middle = y + row / 2;
    const end = left + Math.max(value * scale, 1);
    const text = Math.max(end, left + high * scale) + 6;
    const beside = inThreeDigits(median(ratios(samples, client, ours)));
    const amount = `${inThreeDigits(value)} ${unit}`;
    return [
      `<text x="${left - 8}" y="${middle + 4}" text-anchor="end">${escaped(client)}</text>`,
      `<rect class="${client === ours ? "ours" : "bar"}" x="${left}" y="${y + 3}" width="${fixed(end - left)}" height="${row - 6}"/>`,
      ...(high > low
        ? [
            `<line class="spread" x1="${fixed(left + low * scale)}" x2="${fixed(left + high * scale)}" y1="${middle}" y2="${middle}"/>`,
          ]
        : []),
      `<text x="${fixed(text)}" y="${middle + 4}">${escaped(client === ours ? amount : `${amount}, ${beside} × ours`)}</text>`,
    ].join("\n");
  });
  const heading = `${work.charAt(0).toUpperCase()}${work.slice(1)}: ${name}, ${unit}`;
  return [
    `<text class="work" x="0" y="${top + title - 8}">${escaped(heading)}</text>`,
    ...bars,
  ].join("\n");
}

const fixed = (position: number): string => String(Number(position.toFixed(1)));

function escaped(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? "");
}
