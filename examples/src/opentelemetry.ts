import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
import { openTelemetryHooks } from "@cloud-clients/runtime/opentelemetry";
import { trace } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  ConsoleSpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";

// Where you have a provider already (@opentelemetry/sdk-node sets one), leave this out.
const exporter = new SimpleSpanProcessor(new ConsoleSpanExporter());
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [exporter] }));

const client = createPpioGpuClient({ hooks: openTelemetryHooks() });
await listInstances(client, { status: "running" }).collect({ maxItems: 10 });
