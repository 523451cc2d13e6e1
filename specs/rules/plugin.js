import { englishOnly } from "./english-only.js";
import { errorCodesFit } from "./error-codes-fit.js";
import { listHasPagination } from "./list-has-pagination.js";
import { noReservedHeader } from "./no-reserved-header.js";
import { paginationFits } from "./pagination-fits.js";
import { responseEnumOpen } from "./response-enum-open.js";
import { writeSemanticsFit } from "./write-semantics-fit.js";

/**
 * The house rules that configurable assertions cannot say, for redocly.yaml: `house/<rule>`.
 * @returns {import("@redocly/openapi-core").Plugin}
 */
export default function housePlugin() {
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
