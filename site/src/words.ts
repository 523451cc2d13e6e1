import type { DefaultTheme } from "vitepress";
import type { Language } from "./pages.js";

/** What the site says itself, in one language. */
interface Words {
  tagline: string;
  start: string;
  introduction: string;
  groups: Readonly<
    Record<"guides" | "docs" | "reference" | "packages" | "making" | "decisions", string>
  >;
  /** Of the reference of the packages. */
  exports: string;
  /** Of the reference of an API. */
  reference(title: string): string;
  operationsOf(title: string): string;
  operationsText(packageName: string, readme: string, reference: string): string;
  /** Of the table of operations. */
  columns: readonly [operation: string, functions: string];
  features: readonly { title: string; details: string; page: string }[];
  /** What VitePress says, where its own words are not those. */
  theme: DefaultTheme.Config;
  search: DefaultTheme.LocalSearchOptions;
}

/** Stands above pages that are in English among the Chinese ones. */
export const untranslated = "本页尚无中文翻译，以下为英文原文。";

export const words: Readonly<Record<Language, Words>> = {
  en: {
    tagline: "Typed npm clients for cloud APIs, generated from the vendors' own documents.",
    start: "Get started",
    introduction: "Introduction",
    groups: {
      guides: "Guides",
      docs: "How it behaves",
      reference: "Reference",
      packages: "Packages",
      making: "How it is made",
      decisions: "Decisions",
    },
    exports: "Exports of all packages",
    reference: (title) => `${title}: reference`,
    operationsOf: (title) => `Operations of ${title}`,
    operationsText: (name, readme, reference) =>
      `Every operation, with the functions of [${name}](${readme}) that call it. Each links to its parameters, responses and a program in the [reference](${reference}){target="_self"}.`,
    columns: ["operation", "functions"],
    features: [
      {
        title: "A function per operation",
        details: "It returns the parsed response or throws. Or call paths, as with openapi-fetch.",
        page: "calls",
      },
      {
        title: "Lists that do not end early",
        details:
          "Every paging style is one async iterable. A list that contradicts itself is an error.",
        page: "pagination",
      },
      {
        title: "Edits that notice lost updates",
        details: "Lists that a PUT replaces whole are read, planned, compared, written, verified.",
        page: "full-replace",
      },
      {
        title: "An emulator for your tests",
        details: "Both services in memory, with a clock, faults and a log of requests.",
        page: "packages/emulator/",
      },
    ],
    theme: { outline: [2, 3] },
    search: {},
  },
  zh: {
    tagline: "根据云厂商自己的文档生成的、带类型的云 API npm 客户端。",
    start: "开始使用",
    introduction: "简介",
    groups: {
      guides: "指南",
      docs: "行为说明",
      reference: "参考",
      packages: "包",
      making: "项目内部",
      decisions: "决策记录",
    },
    exports: "所有包的导出（英文）",
    reference: (title) => `${title}：参考（英文）`,
    operationsOf: (title) => `${title} 的操作`,
    operationsText: (name, readme, reference) =>
      `全部操作，以及 [${name}](${readme}) 中调用它们的函数。每个操作都链接到[参考](${reference}){target="_self"}中的参数、响应和示例程序。`,
    columns: ["操作", "函数"],
    features: [
      {
        title: "每个操作都是一个函数",
        details: "返回解析后的响应，或抛出错误。也可以像 openapi-fetch 那样按路径调用。",
        page: "calls",
      },
      {
        title: "列表不会悄悄变短",
        details: "各种分页方式都是同一种异步可迭代对象；列表自相矛盾时会报错。",
        page: "pagination",
      },
      {
        title: "编辑能发现丢失的更新",
        details: "只能整体替换的列表：先读取，再计划、比较、写入、核对。",
        page: "full-replace",
      },
      {
        title: "用于测试的模拟器",
        details: "两个服务都在内存中运行，带时钟、故障注入和请求日志。",
        page: "packages/emulator/",
      },
    ],
    theme: {
      outline: { level: [2, 3], label: "本页目录" },
      docFooter: { prev: "上一页", next: "下一页" },
      darkModeSwitchLabel: "深色模式",
      lightModeSwitchTitle: "切换到浅色模式",
      darkModeSwitchTitle: "切换到深色模式",
      sidebarMenuLabel: "目录",
      returnToTopLabel: "回到顶部",
      langMenuLabel: "切换语言",
      skipToContentLabel: "跳到正文",
      notFound: {
        title: "没有这一页",
        quote: "它可能已经移动或删除。",
        linkLabel: "回到首页",
        linkText: "回到首页",
      },
    },
    search: {
      translations: {
        button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
        modal: {
          displayDetails: "显示详情",
          resetButtonTitle: "清除",
          backButtonTitle: "关闭",
          noResultsText: "没有结果：",
          footer: { selectText: "选择", navigateText: "移动", closeText: "关闭" },
        },
      },
    },
  },
};
