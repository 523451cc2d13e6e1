/** Names that nothing of a document may have in generated files. */

const reservedWords = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package " +
    "private protected public return static super switch this throw true try typeof undefined var void " +
    "while with yield Infinity NaN globalThis"
  ).split(" "),
);

/** What generated files declare or import themselves, beside what the runtime exports. */
const ownNames = new Set(
  (
    "api client components errorCodes knownValues operations paths rules security userAgent webhooks " +
    "ErrorCode KnownRegion Named OneOf Type WithRequired XOR " +
    // What the runtime exports, since packages export all of it too, and its kit: a test compares.
    "AbortableOptions AbortedError AnyClient AnyCloudClientError AnyEditOptions " +
    "ApiClientOptions ApiClientRules ApiCredential ApiError ApiErrorDetails ApiRules ApiService " +
    "AttemptErrorEvent AuthenticationError Authorize CallEndEvent CallEvent CallOptions CallResult " +
    "CallStartEvent Change ClientSettings CloudClient CloudClientError CollectOptions Collected " +
    "ConcurrentWriteError ConflictDetails ConflictError ConsoleHooksOptions Credential CursorRule " +
    "EditOptions EditResult EditTarget EnsureIntent EntriesRule Entry ErrorEnvelope ErrorKind " +
    "FailedStateDetails FailedStateError Fetch FetchSettings FieldRule Fields Hold Hooks Intent " +
    "KeptField Known LinkRule List ListOptions ListRequest ListRule ListsEditResult Lock " +
    "LockLostError MaybeUndefined NetworkError NotFoundError ObjectRule OffsetListOptions OffsetRule " +
    "OperationInput OperationOptions OperationRule OptionNames Outgoing Page PageEvent PageRule " +
    "PaginationError PaginationRule PermissionError Plan PlanEvent PollCall PollEvent PollOptions " +
    "Polled PutRule RateLimitError RedirectError ReplaceIntent RequestPlace ResourceId ResponseEvent " +
    "ResponseParseError ResponsePlace ResponseTooLargeError RetryEvent RetryOptions ServerError ServerVariable " +
    "SharedClientOptions SharedPlace SingleRule TimeLimit TimeoutError UsageError Vanishing " +
    "Verification WaitOptions Waiting WriteNotAppliedError WriteRule abortableOptionNames addEntries " +
    "applyEntriesPlan callOperation checkCallOptions checkOptions checkText consoleHooks " +
    "createApiClient createClient createList editEntries editLists ensureEntries environment " +
    "formatPlan isAbortedError isApiError isAuthenticationError isCloudClientError " +
    "isConcurrentWriteError isConflictError isFailedStateError isLockLostError isNetworkError " +
    "isNotFoundError isPaginationError isPermissionError isRateLimitError isRedirectError " +
    "isResponseParseError isResponseTooLargeError isServerError isTimeoutError isUsageError " +
    "isWriteNotAppliedError planEntries readCredential refuse removeEntries replaceEntries " +
    "sharedClientOptionNames sleep unwrap verifyEntries waitForState waitUntilGone withLock " +
    "withTimeLimit"
  ).split(" "),
);

/** What every program has: a package's type of such a name would be taken for it. */
const globalNames = new Set(
  (
    "AbortSignal Array ArrayBuffer BigInt Blob Boolean Buffer Date Error Exclude Extract File FormData " +
    "Function Headers Infinity Intl Iterator JSON Map Math Module NaN NonNullable Number Object Omit Partial " +
    "Pick Promise Proxy Readonly ReadableStream Record Reflect RegExp Request Required Response Set String " +
    "Symbol TypeError URL WeakMap WeakSet"
  ).split(" "),
);

/** Whether a name is a word of the language. */
export function isReserved(name: string): boolean {
  return reservedWords.has(name);
}

/** Whether a name means something in generated files already, or wherever they are imported. */
export function isTaken(name: string): boolean {
  return ownNames.has(name) || globalNames.has(name);
}
