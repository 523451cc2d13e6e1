import { equals, listed } from "../filters.js";
import { ppioHandler } from "../ppio-handler.js";
import type { BillingMode } from "../stored-instance.js";
import type { StoredProduct } from "../stored-product.js";

interface Query {
  readonly type: string;
  readonly category: string;
  readonly cpu?: number;
  readonly memory_gb?: number;
  readonly rootfs_size?: number;
  readonly billing_method?: BillingMode;
  readonly region_ids?: string;
}

/** All products that the filters leave, in one page. */
export const listProducts = ppioHandler<{ query: Query }>("listProducts", ({ state, query }) => ({
  data: [...state.products.values()].filter((product) => fits(product, query)),
}));

/** 0 is no filter. */
function fits(product: StoredProduct, query: Query): boolean {
  const { cpu, memory_gb: memory, rootfs } = product.resource_spec;
  const { billing_method: method, rootfs_size: size } = query;
  return (
    equals(query.type, product.type) &&
    equals(query.category, product.category) &&
    (query.cpu || cpu) === cpu &&
    (query.memory_gb || memory) === memory &&
    (!size || (size >= rootfs.min_gb && size <= rootfs.max_gb)) &&
    (method === undefined || product.billing_methods.includes(method)) &&
    listed(query.region_ids, ...product.region_ids)
  );
}
