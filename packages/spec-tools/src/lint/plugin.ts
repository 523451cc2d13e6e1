import type { Plugin } from "@redocly/openapi-core";
import { englishOnly } from "./english-only.js";
import { listHasPagination } from "./list-has-pagination.js";
import { noReservedHeader } from "./no-reserved-header.js";
import { responseEnumOpen } from "./response-enum-open.js";
import { errorCodesFit, paginationFits, writeSemanticsFit } from "./rules-fit.js";

/** Our lint rules that configurable assertions cannot express, for redocly.yaml: `house/<rule>`. */
export default function housePlugin(): Plugin {
  return {
    id: "house",
    rules: {
      oas3: {
        "english-only": englishOnly,
        "error-codes-fit": errorCodesFit,
        "list-has-pagination": listHasPagination,
        "no-reserved-header": noReservedHeader,
        "pagination-fits": paginationFits,
        "response-enum-open": responseEnumOpen,
        "write-semantics-fit": writeSemanticsFit,
      },
    },
  };
}
