/** A fragment as a vendor prints it: Chinese, odd quoting, a blank line at its end. */
export const fragment = `openapi: 3.0.0
info:
  title: Tiny
servers:
  - url: https://api.tiny.test
paths:
  /parts/{id}:
    get:
      summary: 查询
      responses:
        '200':
          description: "成功"   

`;

/** The page around it: site furniture, a title, other fences, and the OpenAPI fence of four backticks. */
export function vendorPage(
  body = fragment,
  info = "yaml v1-spec/get-part.json GET /parts/{id}",
): string {
  return `> ## Documentation Index
> # Use this file
> Fetch the complete index

# 查询部件 <a name="x"></a>

\`\`\`bash
# not a title
curl https://api.tiny.test
\`\`\`

## OpenAPI

\`\`\`\`${info}
${body}\`\`\`\``;
}
