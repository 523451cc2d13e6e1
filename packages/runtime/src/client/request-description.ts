/**
 * What openapi-fetch builds in place of a `Request` when no middleware asks for one: a plain
 * description. Building a real `Request` only to take it apart again costs more than the whole rest
 * of a call, and its body could be read only once.
 */
export class RequestDescription {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null | undefined;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.method = init.method as string;
    this.headers = init.headers as Headers;
    this.body = init.body;
  }
}
