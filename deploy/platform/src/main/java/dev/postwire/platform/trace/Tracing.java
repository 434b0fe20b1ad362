package dev.postwire.platform.trace;

import dev.postwire.platform.kafka.EventHeaders;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Steps of a record's way as spans. A step is begun from the {@code traceparent} in the record's headers and takes its place there,
 * so the next step, in whichever process, is its child. Where traces are off (the default) the header stays as it is: one trace id
 * goes the whole way all the same, and a step costs nothing. Safe for any number of threads.
 */
@Singleton
public final class Tracing {
    private static final W3CTraceContextPropagator PROPAGATOR = W3CTraceContextPropagator.getInstance();
    private static final Carrier CARRIER = new Carrier();

    private final Tracer tracer;
    private final boolean off;

    Tracing(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = telemetry.getTracer("dev.postwire");
        this.off = off;
    }

    /** For what is run without a container, as a test is: all steps are off. */
    public static Tracing none() {
        return new Tracing(OpenTelemetry.noop(), true);
    }

    /** One step; ended once, on any thread. */
    public static final class Step {
        private static final Step OFF = new Step(Span.getInvalid());

        private final Span span;

        private Step(Span span) {
            this.span = span;
        }

        /** Says of the step what is neither content nor secret, e.g. a post's id. */
        public Step say(String name, String value) {
            span.setAttribute(name, value);
            return this;
        }

        public void end() {
            span.end();
        }
    }

    /** A step that hands a record over. */
    public Step sending(String name, Headers headers) {
        return begin(name, SpanKind.PRODUCER, headers);
    }

    /** A step that deals with a record it was handed. */
    public Step receiving(String name, Headers headers) {
        return begin(name, SpanKind.CONSUMER, headers);
    }

    /** Where the call that this thread works on stands in its trace; empty where traces are off. */
    public static Optional<String> here() {
        SpanContext here = Span.current().getSpanContext();
        if (!here.isValid()) return Optional.empty();
        return Optional.of("00-" + here.getTraceId() + "-" + here.getSpanId() + "-"
                + here.getTraceFlags().asHex());
    }

    private Step begin(String name, SpanKind kind, Headers headers) {
        if (off) return Step.OFF;
        Context parent = PROPAGATOR.extract(Context.root(), headers, CARRIER);
        Span span = tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
        PROPAGATOR.inject(parent.with(span), headers, CARRIER);
        return new Step(span);
    }

    /** A record's headers as the propagator reads and writes them. */
    private static final class Carrier implements TextMapGetter<Headers>, TextMapSetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of(EventHeaders.TRACE_PARENT);
        }

        @Override
        public String get(Headers headers, String name) {
            return headers == null ? null : EventHeaders.find(headers, name).orElse(null);
        }

        @Override
        public void set(Headers headers, String name, String value) {
            if (headers == null || !name.equals(EventHeaders.TRACE_PARENT)) return;
            headers.remove(name);
            EventHeaders.add(headers, name, value);
        }
    }
}
