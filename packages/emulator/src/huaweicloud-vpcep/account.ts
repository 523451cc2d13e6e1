/** Id of the one account that the stand-in knows; it owns everything. */
export const accountId = "ae97ba94d0eda82f8f6d05584ef8aa38";
