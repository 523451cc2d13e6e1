import { type Proven, tableOf } from "./report.js";

/** The page on runtimes in English and in Chinese, by path. */
export function pagesOf(outcomes: readonly Proven[]): ReadonlyMap<string, string> {
  return new Map([
    ["docs/runtimes.md", englishPage(outcomes)],
    ["docs/runtimes.zh-CN.md", chinesePage(outcomes)],
  ]);
}

function checksOf([first]: readonly Proven[]): readonly string[] {
  return first?.findings.passed ?? [];
}

function englishPage(outcomes: readonly Proven[]): string {
  return `<!-- Written by "npx --yes pnpm@10 prove runtimes". Do not edit. -->

# Runtimes

[中文](runtimes.zh-CN.md)

The packages, installed from their tarballs, run one suite in each of these runtimes, against the emulator on a socket.
The columns with the name of a write say how often the server saw it when its kept-alive connection died before the
response: sent by a client, and, where that differs, by the platform's \`fetch\` alone in parentheses.

${tableOf(outcomes)}

## What is sent once

- **Node** sends every write once by itself.
- **Bun** sends PUT and DELETE again, **Deno** every write. There, our clients give each write a connection of its own
  (\`keepalive: false\`; a client made by \`Deno.createHttpClient\`), which costs it a handshake. Your own \`fetch\` option
  gets this as its second argument: pass it on, as \`fetch: (...given) => fetch(...given)\` does. What you set in
  \`requestInitExt\` takes precedence.
- **workerd** sends a PUT or DELETE again if it has no body. There, our clients give it an empty stream as its body, so
  that it arrives with \`Transfer-Encoding: chunked\`.
- **Chromium** sends every write again, and no option stops it: \`keepalive\`, \`cache\`, \`priority\`, a \`Blob\` as the
  body; nor do \`XMLHttpRequest\` and \`sendBeacon\`. A write may act twice there, while the hooks show one attempt: send
  writes that cost money from a server, or through one. Tried by hand, not by this command: over HTTP/2, a body given
  as a stream (\`duplex: "half"\`) is sent once; over HTTP/1.1, Chromium refuses to send a stream.
- Firefox and Safari were not measured.

## What a refused connection says

\`sent\` of a \`NetworkError\` is \`false\` only if nothing can have reached the service. workerd and Chromium report a
refused connection like one that broke later, so there it is \`true\`: a write that may not be sent twice is then not
sent again.

## What is checked

${checksOf(outcomes)
  .map((name) => `- ${name}`)
  .join("\n")}
`;
}

/** What the checks of the suite are called on the Chinese page. */
export const chineseChecks: Readonly<Record<string, string>> = {
  "a list is walked to its end": "列表遍历到末尾",
  "a walk goes on from its checkpoint": "遍历从检查点继续",
  "a list that contradicts itself is an error": "自相矛盾的列表是错误",
  "an edit adds a port and keeps the others": "编辑新增一个端口，保留其他端口",
  "a plan is shown, applied, and refused once the ports have changed":
    "计划可以展示、执行，端口变过之后则被拒绝",
  "an edit whose response is lost looks before it writes again":
    "响应丢失的编辑先读取，再决定是否重新写入",
  "a missing instance is a NotFoundError with the request's id":
    "不存在的实例是带有请求 id 的 NotFoundError",
  "a wrong key is an AuthenticationError that does not show it":
    "错误的密钥是不会泄露它的 AuthenticationError",
  "an id that could address something else is refused before any request":
    "可能指向别处的 id 在发出请求之前被拒绝",
  "a redirect is not followed": "不跟随重定向",
  "a body that is not JSON is a ResponseParseError": "不是 JSON 的响应体是 ResponseParseError",
  "a body that breaks off is a NetworkError, and may have been sent":
    "中断的响应体是 NetworkError，请求可能已经发出",
  "a read is sent again after 503, twice": "503 之后重发读取，两次",
  "a write that acts twice is not sent again after 500": "会生效两次的写入在 500 之后不重发",
  "a write is sent again after 429, when Retry-After says":
    "429 之后在 Retry-After 所说的时间重发写入",
  "requests are signed so that the service agrees": "请求的签名得到服务的认可",
  "a signature with another secret is an AuthenticationError":
    "用另一个密钥做的签名是 AuthenticationError",
  "a call ends when it is aborted": "调用在中止时结束",
  "an attempt ends when its time is up": "尝试在超时后结束",
  "a body is read as a stream": "以流的方式读取响应体",
  "a refused connection is a NetworkError": "被拒绝的连接是 NetworkError",
};

function chinesePage(outcomes: readonly Proven[]): string {
  const table = tableOf(outcomes, {
    runtime: "运行时",
    version: "版本",
    checks: "检查",
    of: "/",
    withoutBody: "无请求体的 PUT",
    sentWhenRefused: "连接被拒绝时的 `sent`",
  });
  const checks = checksOf(outcomes).map((name) => `- ${chineseChecks[name] ?? name}`);
  return `<!-- Written by "npx --yes pnpm@10 prove runtimes". Do not edit. -->

# 运行时

[English](runtimes.md)

这些包从 tarball 安装，在下列每个运行时中运行同一套测试，对象是套接字上的模拟器。以写入命名的各列表示：保持的连接在响应之前断开时，服务器看到几次这个写入。数字是由客户端发送时的次数；若平台的 \`fetch\` 单独发送时不同，则写在括号里。

${table}

## 哪些只发送一次

- **Node** 本来就只发送一次写入。
- **Bun** 会重发 PUT 与 DELETE，**Deno** 会重发每个写入。在那里，我们的客户端让每个写入使用自己的连接（\`keepalive: false\`；由 \`Deno.createHttpClient\` 创建的客户端），代价是一次握手。你自己的 \`fetch\` 选项会在第二个参数中得到它：请像 \`fetch: (...given) => fetch(...given)\` 那样转交。你在 \`requestInitExt\` 中设置的值优先。
- **workerd** 会重发没有请求体的 PUT 或 DELETE。在那里，我们的客户端给它一个空的流作为请求体，因此它以 \`Transfer-Encoding: chunked\` 到达。
- **Chromium** 会重发每个写入，没有任何选项能阻止：\`keepalive\`、\`cache\`、\`priority\`、以 \`Blob\` 作为请求体都不行，\`XMLHttpRequest\` 与 \`sendBeacon\` 也不行。写入在那里可能生效两次，而钩子只显示一次尝试：会产生费用的写入，请从服务器发送，或经由服务器发送。以下是手工试验的结果，不是这个命令测得的：在 HTTP/2 上，以流的形式给出的请求体（\`duplex: "half"\`）只发送一次；在 HTTP/1.1 上，Chromium 拒绝发送流。
- 没有测量 Firefox 与 Safari。

## 被拒绝的连接说明什么

只有在任何内容都不可能到达服务时，\`NetworkError\` 的 \`sent\` 才是 \`false\`。workerd 与 Chromium 报告被拒绝的连接时，与后来中断的连接没有区别，因此在那里它是 \`true\`：不可发送两次的写入这时不会重发。

## 检查了什么

${checks.join("\n")}
`;
}
